package vn.motcua.calendar;

import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/**
 * Lost updates are refused: whoever publishes says which version was edited, by the {@code ETag} of the answer it was read
 * from, or by {@code If-None-Match: *} that there was none.
 */
final class Editions {
    private Editions() {}

    static String tag(String subject, int version) {
        return "\"" + subject + "-" + version + "\"";
    }

    /** @param version in force now, 0 for none */
    static void require(String ifMatch, String ifNoneMatch, String subject, int version) {
        if (ifMatch == null && !"*".equals(ifNoneMatch)) {
            throw ProblemException.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Hãy gửi If-Match với ETag của bản bạn đã sửa, hoặc If-None-Match: * nếu chưa có bản nào.",
                    "Send If-Match with the ETag of what you edited, or If-None-Match: * when there is none yet.");
        }
        boolean current = ifMatch == null ? version == 0 : version > 0 && ifMatch.equals(tag(subject, version));
        if (!current) {
            throw meanwhile();
        }
    }

    static ProblemException meanwhile() {
        return ProblemException.of(
                ProblemType.EDITED_MEANWHILE,
                "Đã có bản mới hơn bản bạn sửa. Hãy tải bản mới nhất, sửa lại rồi gửi.",
                "A newer version than the one you edited was published. Load the newest, edit it and send it again.");
    }
}
