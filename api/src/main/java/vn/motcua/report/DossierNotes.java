package vn.motcua.report;

import java.util.ArrayList;
import java.util.List;

/** What has to be said beside the columns of a form that has no column for it. */
final class DossierNotes {
    private DossierNotes() {}

    static List<String> of(long reopened, long undated) {
        var notes = new ArrayList<String>();
        if (reopened > 0) {
            notes.add(
                    "Số tiếp nhận trong kỳ gồm %d hồ sơ được giải quyết tiếp sau khi kỳ trước đã tính là xong (đã bổ sung giấy tờ, kết quả được thu hồi để sửa)."
                            .formatted(reopened));
        }
        if (undated > 0) {
            notes.add("%d hồ sơ không có hạn giải quyết được tính là đúng hạn hoặc trong hạn.".formatted(undated));
        }
        return notes;
    }
}
