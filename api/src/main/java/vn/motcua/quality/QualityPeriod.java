package vn.motcua.quality;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import vn.motcua.openapi.ProblemException;

/** Days of an index: calendar periods, as QĐ 766 is published. */
record QualityPeriod(LocalDate from, LocalDate to) {
    private static final int LONGEST_DAYS = 400;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final Pattern NAMED = Pattern.compile("(20\\d{2})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");

    static QualityPeriod of(LocalDate from, LocalDate to) {
        required("from", from);
        required("to", to);
        if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_DAYS))) {
            throw ProblemException.invalid(
                    "to",
                    "Ngày cuối không trước ngày đầu và kỳ dài nhất 400 ngày.",
                    "Not before `from`, and at most 400 days after it.");
        }
        return new QualityPeriod(from, to);
    }

    /** A year, quarter or month: {@code 2026}, {@code 2026-Q3}, {@code 2026-08}. */
    static QualityPeriod named(String text) {
        var match = NAMED.matcher(text == null ? "" : text);
        if (!match.matches()) {
            throw ProblemException.invalid(
                    "period",
                    "Nhập năm, quý hoặc tháng, ví dụ 2026, 2026-Q3, 2026-08.",
                    "A year, quarter or month, for example 2026, 2026-Q3, 2026-08.");
        }
        int year = Integer.parseInt(match.group(1));
        if (match.group(2) != null) {
            var first = YearMonth.of(year, 3 * Integer.parseInt(match.group(2)) - 2);
            return new QualityPeriod(first.atDay(1), first.plusMonths(2).atEndOfMonth());
        }
        if (match.group(3) != null) {
            var month = YearMonth.of(year, Integer.parseInt(match.group(3)));
            return new QualityPeriod(month.atDay(1), month.atEndOfMonth());
        }
        return new QualityPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static void required(String name, LocalDate day) {
        if (day == null) {
            throw ProblemException.invalid(name, "Bắt buộc nhập.", "Required.");
        }
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw ProblemException.invalid(name, "Năm phải từ 2000 đến 2100.", "The year must be from 2000 to 2100.");
        }
    }
}
