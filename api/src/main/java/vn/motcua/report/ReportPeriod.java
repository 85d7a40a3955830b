package vn.motcua.report;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.openapi.ProblemException;

/**
 * The period of a report: a name, by one of two calendars, and its days.
 *
 * @param name {@code 2026}, {@code 2026-H1}, {@code 2026-9M}, {@code 2026-Q4}, {@code 2026-11}, {@code 2026-W48} or a day
 * @param type what kind of period that is
 */
record ReportPeriod(String name, Type type, ReportBasis basis, LocalDate from, LocalDate to) {
    private static final int CLOSED_ON = 14;
    private static final int MONTHS_OF_QUARTER = 3;
    private static final Pattern FORM =
            Pattern.compile("(20\\d{2})(?:-(?:(9M)|H([12])|Q([1-4])|W(\\d{2})|(\\d{2})(?:-(\\d{2}))?))?");

    enum Type {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        HALF_YEAR,
        NINE_MONTHS,
        YEAR
    }

    static ReportPeriod of(String name, ReportBasis basis) {
        var match = FORM.matcher(name == null ? "" : name);
        if (!match.matches()) {
            throw wrong();
        }
        try {
            return of(name, basis == null ? ReportBasis.REPORT : basis, match.toMatchResult())
                    .orElseThrow(ReportPeriod::wrong);
        } catch (DateTimeException noSuchDay) {
            throw wrong();
        }
    }

    private static Optional<ReportPeriod> of(String name, ReportBasis basis, java.util.regex.MatchResult parts) {
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) {
            return basis == ReportBasis.REPORT ? months(name, Type.NINE_MONTHS, basis, year, 1, 9) : Optional.empty();
        }
        if (parts.group(3) != null) {
            int half = Integer.parseInt(parts.group(3));
            // The law knows a report of six months, and none of the second half.
            return basis == ReportBasis.REPORT && half == 2
                    ? Optional.empty()
                    : months(name, Type.HALF_YEAR, basis, year, 6 * half - 5, 6);
        }
        if (parts.group(4) != null) {
            int first = MONTHS_OF_QUARTER * Integer.parseInt(parts.group(4)) - 2;
            return months(name, Type.QUARTER, basis, year, first, MONTHS_OF_QUARTER);
        }
        if (parts.group(5) != null) {
            return basis == ReportBasis.REPORT ? Optional.empty() : week(name, year, Integer.parseInt(parts.group(5)));
        }
        if (parts.group(7) != null) {
            return basis == ReportBasis.REPORT
                    ? Optional.empty()
                    : Optional.of(
                            new ReportPeriod(name, Type.DAY, basis, LocalDate.parse(name), LocalDate.parse(name)));
        }
        return parts.group(6) != null
                ? months(name, Type.MONTH, basis, year, Integer.parseInt(parts.group(6)), 1)
                : months(name, Type.YEAR, basis, year, 1, 12);
    }

    private static Optional<ReportPeriod> months(
            String name, Type type, ReportBasis basis, int year, int first, int count) {
        var begin = YearMonth.of(year, first);
        var end = begin.plusMonths(count - 1L);
        return Optional.of(
                switch (basis) {
                    case CALENDAR -> new ReportPeriod(name, type, basis, begin.atDay(1), end.atEndOfMonth());
                    case REPORT ->
                        new ReportPeriod(
                                name, type, basis, begin.minusMonths(1).atDay(CLOSED_ON + 1), end.atDay(CLOSED_ON));
                });
    }

    /** ISO weeks: Monday to Sunday, the first one has the year's first Thursday. */
    private static Optional<ReportPeriod> week(String name, int year, int week) {
        var january = LocalDate.of(year, 1, 4);
        long weeks = IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(january).getMaximum();
        if (week < 1 || week > weeks) {
            return Optional.empty();
        }
        var monday = january.with(DayOfWeek.MONDAY).plusWeeks(week - 1L);
        return Optional.of(new ReportPeriod(name, Type.WEEK, ReportBasis.CALENDAR, monday, monday.plusDays(6)));
    }

    /** The period before of the same kind, where its days join without a gap; empty where there is none of that kind. */
    Optional<ReportPeriod> before() {
        int year = from.plusMonths(basis == ReportBasis.REPORT ? 1 : 0).getYear();
        return Optional.ofNullable(
                switch (type) {
                    case DAY -> of(from.minusDays(1).toString(), basis);
                    case WEEK -> {
                        var monday = from.minusWeeks(1);
                        yield of(
                                "%d-W%02d"
                                        .formatted(
                                                monday.get(IsoFields.WEEK_BASED_YEAR),
                                                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                                basis);
                    }
                    case MONTH -> of(YearMonth.from(to).minusMonths(1).toString(), basis);
                    case QUARTER -> {
                        var end = YearMonth.from(to).minusMonths(MONTHS_OF_QUARTER);
                        yield of(end.getYear() + "-Q" + end.get(IsoFields.QUARTER_OF_YEAR), basis);
                    }
                    case HALF_YEAR ->
                        basis == ReportBasis.REPORT
                                ? null
                                : of(from.getMonthValue() == 1 ? (year - 1) + "-H2" : year + "-H1", basis);
                    case NINE_MONTHS -> null;
                    case YEAR -> of(Integer.toString(year - 1), basis);
                });
    }

    private static ProblemException wrong() {
        return ProblemException.invalid(
                "period",
                "Nhập năm 2026, 2026-H1, 2026-9M, quý 2026-Q4, tháng 2026-11; theo lịch còn có tuần 2026-W48 và ngày 2026-11-26.",
                "A year 2026, 2026-H1, 2026-9M, quarter 2026-Q4, month 2026-11; by calendar also a week 2026-W48, a day 2026-11-26.");
    }
}
