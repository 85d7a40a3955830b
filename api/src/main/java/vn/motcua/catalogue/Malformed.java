package vn.motcua.catalogue;

import com.fasterxml.jackson.core.JsonLocation;
import java.util.List;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** Problems of a catalogue file as a whole: nothing of it is published. */
final class Malformed {
    private Malformed() {}

    static ProblemException json(long line, JsonLocation place) {
        int column = place == null ? 1 : Math.max(1, place.getColumnNr());
        return ProblemException.of(
                ProblemType.MALFORMED_BODY,
                "JSON sai cú pháp hoặc bị cắt cụt ở dòng %d, cột %d. Chưa có gì được công bố.".formatted(line, column),
                "The JSON is broken or cut off at line %d, column %d. Nothing was published.".formatted(line, column));
    }

    static ProblemException encoding(long line) {
        return ProblemException.of(
                ProblemType.MALFORMED_BODY,
                "Tệp không phải UTF-8 hợp lệ (khoảng dòng %d), có thể là windows-1258 hoặc bị cắt cụt. ".formatted(line)
                        + "Hãy lưu lại với mã hoá UTF-8. Chưa có gì được công bố.",
                "The file is not valid UTF-8 (near line %d); perhaps it is windows-1258 or cut off. ".formatted(line)
                        + "Save it as UTF-8. Nothing was published.");
    }

    static ProblemException utf16() {
        return ProblemException.of(
                ProblemType.MALFORMED_BODY,
                "Tệp có mã hoá UTF-16. Hãy lưu lại với mã hoá UTF-8. Chưa có gì được công bố.",
                "The file is UTF-16. Save it as UTF-8. Nothing was published.");
    }

    static ProblemException packed(String format) {
        return ProblemException.of(
                ProblemType.MALFORMED_BODY,
                "Tệp là %s. Hãy giải nén rồi gửi tệp JSON bên trong. Chưa có gì được công bố.".formatted(format),
                "The file is %s. Unpack it and send the JSON file inside. Nothing was published.".formatted(format));
    }

    static ProblemException recordTooLong(long line, int limit) {
        return ProblemException.of(
                ProblemType.MALFORMED_BODY,
                "Bản ghi ở khoảng dòng %d dài quá %d ký tự: tệp bị hỏng. Chưa có gì được công bố."
                        .formatted(line, limit),
                "The record near line %d is longer than %d characters: the file is broken. Nothing was published."
                        .formatted(line, limit));
    }

    static ProblemException shape() {
        return ProblemException.of(
                ProblemType.RELEASE_REFUSED,
                "Không nhận ra kiểu tệp. Cần mỗi dòng một thủ tục (NDJSON), một danh sách, hoặc một đối tượng có danh sách "
                        + "\"procedures\", \"items\" hay \"result\".",
                "The shape of the file is not known. Send one procedure a line (NDJSON), a list, or an object with a list "
                        + "\"procedures\", \"items\" or \"result\".");
    }

    static ProblemException empty() {
        return ProblemException.of(
                ProblemType.RELEASE_REFUSED,
                "Tệp không có thủ tục nào. Hãy kiểm tra lại tệp.",
                "The file holds no procedure. Check the file.");
    }

    /** Some of the refused records; a list of thousands helps nobody. */
    private static final int LISTED = 100;

    /** The strict way: one refused record refuses the file. */
    static ProblemException notAllUsable(List<CatalogueSource.Item.Refused> refused) {
        return ProblemException.of(
                ProblemType.RELEASE_REFUSED,
                "%d thủ tục bị từ chối nên cả tệp bị từ chối (strict). Hãy sửa rồi gửi lại.".formatted(refused.size()),
                "%d records were refused, hence the file (strict). Correct them and send it again."
                        .formatted(refused.size()),
                refused.stream()
                        .limit(LISTED)
                        .map(one -> new FieldError(
                                "line " + one.line() + (one.code() == null ? "" : " " + one.code()),
                                one.why().reason()))
                        .toList());
    }

    static ProblemException tooManyRefused(int refused, int line, Refusal first) {
        return ProblemException.of(
                ProblemType.RELEASE_REFUSED,
                "Đã có %d bản ghi bị từ chối, chưa có gì được công bố. Mục đầu tiên, dòng %d: %s"
                        .formatted(refused, line, first.reason().vi()),
                "%d records were refused already; nothing was published. The first, line %d: %s"
                        .formatted(refused, line, first.reason().en()));
    }

    static ProblemException nothingUsable(int refused, int line, Refusal first) {
        return ProblemException.of(
                ProblemType.RELEASE_REFUSED,
                "Cả %d thủ tục đều bị từ chối. Mục đầu tiên, dòng %d: %s"
                        .formatted(refused, line, first.reason().vi()),
                "All %d records were refused. The first, line %d: %s"
                        .formatted(refused, line, first.reason().en()));
    }
}
