package vn.motcua.feedback;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.ProcedureCode;

/** Checks of what came in the address or a header. */
final class FeedbackParameters {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{8,100}");
    private static final int LONGEST_QUERY = 200;
    private static final int MOST_DAYS = 800;
    private static final int EARLIEST_YEAR = 2020;
    private static final int LATEST_YEAR = 2100;

    private FeedbackParameters() {}

    /** Null when none was sent. */
    static String key(String typed) {
        if (typed != null && !KEY.matcher(typed).matches()) {
            throw ProblemException.invalid(
                    "Idempotency-Key",
                    "Từ 8 đến 100 chữ cái, chữ số hoặc dấu gạch nối; nên dùng UUID.",
                    "8 to 100 letters, digits or hyphens; a UUID is best.");
        }
        return typed;
    }

    /** True when nothing was sent. A slip is told: who wanted to see less must not see more. */
    static boolean unlessFalse(String name, String value) {
        return switch (value) {
            case null -> true;
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.invalid(name, "Chỉ nhận true hoặc false.", "Only true or false.");
        };
    }

    static PublishedFeedbacks.Search search(String q, String agency, String procedure, String subject) {
        if (q != null && q.length() > LONGEST_QUERY) {
            throw ProblemException.invalid("q", "Tối đa 200 ký tự.", "At most 200 characters.");
        }
        var words = q == null ? "" : Tracks.folded(q);
        var unit = agency == null
                ? null
                : AgencyCode.parse(agency)
                        .orElseThrow(() -> ProblemException.invalid(
                                "agency", "Mã cơ quan có dạng H44.07.", "An agency code looks like H44.07."))
                        .value();
        var key = procedure == null
                ? null
                : ProcedureCode.parse(procedure)
                        .orElseThrow(() -> ProblemException.invalid(
                                "procedure", "Mã thủ tục có dạng 1.001193.", "A procedure code looks like 1.001193."))
                        .key();
        return new PublishedFeedbacks.Search(words.isEmpty() ? null : words, unit, key, subject(subject));
    }

    private static Subject subject(String text) {
        if (text == null) {
            return null;
        }
        var names = Arrays.toString(Subject.values());
        return Arrays.stream(Subject.values())
                .filter(subject -> subject.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid("subject", "Một trong: " + names + ".", "One of: " + names + "."));
    }

    /** The officer's agency, or one below it. */
    static AgencyCode agency(String code) {
        return AgencyCode.parse(code)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.AGENCY_NOT_FOUND,
                        "Hãy kiểm tra lại mã cơ quan, ví dụ H44 hoặc H44.07.",
                        "Check the agency code, for example H44 or H44.07."));
    }

    /** Both days are part of it. */
    record Period(LocalDate from, LocalDate to) {}

    static Period period(String from, String to) {
        var first = day("from", from);
        var last = day("to", to);
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
            throw ProblemException.invalid(
                    "to",
                    "Không trước ngày from và không quá " + MOST_DAYS + " ngày sau.",
                    "Not before from, and at most " + MOST_DAYS + " days after it.");
        }
        return new Period(first, last);
    }

    private static LocalDate day(String name, String text) {
        try {
            var day = text == null ? null : LocalDate.parse(text);
            if (day != null && day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // Falls through: whatever is wrong, the remedy is the same.
        }
        throw ProblemException.invalid(name, "Ngày có dạng 2026-11-26.", "A day is written 2026-11-26.");
    }
}
