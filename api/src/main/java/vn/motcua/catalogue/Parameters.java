package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProcedureCode;

/** Checks of what came in the address. */
final class Parameters {
    private Parameters() {}

    static String atMost(String name, String value, int length) {
        if (value != null && value.codePointCount(0, value.length()) > length) {
            throw ProblemException.invalid(
                    name, "Tối đa %d ký tự.".formatted(length), "At most %d characters.".formatted(length));
        }
        return value;
    }

    static String required(String name, String value) {
        if (value == null || value.isEmpty()) {
            throw ProblemException.invalid(name, "Bắt buộc nhập.", "Required.");
        }
        return value;
    }

    /** PostgreSQL's calendar ends; nobody asks for a procedure of another century. */
    static LocalDate date(String name, LocalDate date) {
        if (date != null && (date.getYear() < 1900 || date.getYear() > 2200)) {
            throw ProblemException.invalid(name, "Năm phải từ 1900 đến 2200.", "The year must be from 1900 to 2200.");
        }
        return date;
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
                + snapshot.dossiers().hashCode()
                + language
                + Arrays.stream(parts)
                        .map(part -> String.valueOf(part).length() + ":" + part)
                        .collect(Collectors.joining(","));
    }
}
