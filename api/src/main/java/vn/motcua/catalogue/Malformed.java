package vn.motcua.catalogue;

import com.fasterxml.jackson.core.JsonLocation;
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

    static ProblemException encoding() {
        return ProblemException.of(
                ProblemType.MALFORMED_BODY,
                "Tệp không phải UTF-8 hợp lệ. Hãy lưu lại với mã hoá UTF-8. Chưa có gì được công bố.",
                "The file is not valid UTF-8. Save it as UTF-8. Nothing was published.");
    }

    static ProblemException lineTooLong(long line, int limit) {
        return ProblemException.of(
                ProblemType.MALFORMED_BODY,
                "Dòng %d dài quá %d ký tự. Mỗi dòng chỉ chứa một thủ tục.".formatted(line, limit),
                "Line %d is longer than %d characters. A line holds one procedure.".formatted(line, limit));
    }

    static ProblemException notAnExport() {
        return ProblemException.of(
                ProblemType.RELEASE_REFUSED,
                "Tệp phải là một đối tượng JSON có danh sách \"procedures\".",
                "The file must be a JSON object with a list \"procedures\".");
    }

    static ProblemException empty() {
        return ProblemException.of(
                ProblemType.RELEASE_REFUSED,
                "Tệp không có thủ tục nào. Hãy kiểm tra lại tệp.",
                "The file holds no procedure. Check the file.");
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
