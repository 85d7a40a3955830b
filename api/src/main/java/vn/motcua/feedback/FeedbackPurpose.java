package vn.motcua.feedback;

import java.util.Arrays;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Text;

/** Why an officer looks at a case; the sender sees it. */
enum FeedbackPurpose {
    HANDLING("Xử lý phản ánh, kiến nghị", "Handling the case"),
    SUPERVISION("Theo dõi, đôn đốc", "Supervision"),
    INSPECTION("Thanh tra, kiểm tra", "Inspection");

    private final Text label;

    FeedbackPurpose(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }

    static FeedbackPurpose of(String text) {
        var names = Arrays.toString(values());
        return Arrays.stream(values())
                .filter(purpose -> purpose.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "purpose", "Hãy nêu mục đích xem: " + names + ".", "Say why you look at it: " + names + "."));
    }
}
