package vn.motcua.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.stream.Collectors;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProcedureCode;
import vn.motcua.openapi.Vietnam;

/** Checks of what came in the address. */
final class Parameters {
    private static final int EARLIEST_YEAR = 1900;

    private Parameters() {}

    static String atMost(String name, String value, int length) {
        if (value != null && value.codePointCount(0, value.length()) > length) {
            throw ProblemException.invalid(
                    name, "Tối đa %d ký tự.".formatted(length), "At most %d characters.".formatted(length));
        }
        return value;
    }

    /** A slip in a flag is told: who asked for a dry run in other words must not publish. */
    static boolean flag(String name, String value) {
        return switch (value) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.invalid(name, "Chỉ nhận true hoặc false.", "Only true or false.");
        };
    }

    static String required(String name, String value) {
        if (value == null || value.isEmpty()) {
            throw ProblemException.invalid(name, "Bắt buộc nhập.", "Required.");
        }
        return value;
    }

    /** PostgreSQL's calendar ends; nobody asks for a procedure of another century. */
    static LocalDate date(String name, LocalDate date) {
        if (date != null && (date.getYear() < EARLIEST_YEAR || date.getYear() > 2200)) {
            throw ProblemException.invalid(name, "Năm phải từ 1900 đến 2200.", "The year must be from 1900 to 2200.");
        }
        return date;
    }

    static <T> T present(String name, T value) {
        if (value == null) {
            throw ProblemException.invalid(name, "Bắt buộc nhập.", "Required.");
        }
        return value;
    }

    static int positive(String name, int number) {
        if (number < 1) {
            throw ProblemException.invalid(name, "Phải từ 1 trở lên.", "Must be 1 or more.");
        }
        return number;
    }

    /** A month of the past or the current one, {@code YYYY-MM}: nobody knows the stock of next year. */
    static YearMonth month(String name, String text) {
        try {
            var month = YearMonth.parse(required(name, text));
            if (month.getYear() >= EARLIEST_YEAR && !month.isAfter(YearMonth.now(Vietnam.ZONE))) {
                return month;
            }
        } catch (DateTimeException notAMonth) {
            // Falls through: whatever is wrong, the remedy is the same.
        }
        throw ProblemException.invalid(
                name,
                "Tháng có dạng YYYY-MM và không ở tương lai.",
                "A month is written YYYY-MM and does not lie in the future.");
    }

    static ProcedureCode procedureCode(String code) {
        return ProcedureCode.parse(code)
                .orElseThrow(() -> ProblemException.invalid(
                        "code",
                        "Mã thủ tục có dạng 1.001193, hoặc dạng địa phương 1.001193.H44.",
                        "A procedure code looks like 1.001193, or in a local form 1.001193.H44."));
    }

    /** Everything an answer depends on. Each part is quoted, so that two lists of parts are never the same text. */
    static String version(String kind, CatalogueSnapshot snapshot, Language language, Object... parts) {
        return kind
                + snapshot.releaseId()
                + LifeEventMap.CURATED.version()
                + "w"
                + snapshot.words().version()
                + "d"
                + snapshot.dossiersTag()
                + language
                + Arrays.stream(parts)
                        .map(part -> String.valueOf(part).length() + ":" + part)
                        .collect(Collectors.joining(","));
    }
}
