package vn.motcua.feedback;

import java.util.Arrays;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Text;

/** How an open case stands against its time. */
enum FeedbackRisk {
    OVERDUE("Quá hạn", "Overdue"),
    /** Sent back by its sender: somebody is not content, and the time is short. */
    REOPENED("Người gửi chưa thoả đáng", "Sent back by the sender"),
    DUE_SOON("Sắp đến hạn", "Due soon"),
    ON_TRACK("Trong hạn", "Within time"),
    WAITING("Chờ người gửi", "Waiting for the sender"),
    NO_DUE_DATE("Chưa có hạn", "No date");

    private final Text label;

    FeedbackRisk(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }

    /** Null when none was asked for. */
    static FeedbackRisk of(String text) {
        if (text == null) {
            return null;
        }
        var names = Arrays.toString(values());
        return Arrays.stream(values())
                .filter(risk -> risk.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.invalid("risk", "Một trong: " + names + ".", "One of: " + names + "."));
    }
}
