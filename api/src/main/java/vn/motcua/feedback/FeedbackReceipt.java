package vn.motcua.feedback;

import java.time.LocalDate;
import java.util.List;

/**
 * What the sender gets at once.
 *
 * @param secret proves a look-up without an account, like the last four digits of the phone
 * @param guidance where to go instead, when it reads like a complaint or a denunciation
 * @param similar published answers to what reads alike
 */
record FeedbackReceipt(
        String code,
        FeedbackState state,
        String stateLabel,
        String secret,
        UnitRef agency,
        LocalDate dueOn,
        Track track,
        String guidance,
        List<String> similar) {
    FeedbackReceipt {
        similar = List.copyOf(similar);
    }

    @Override
    public String toString() {
        return "FeedbackReceipt[" + code + "]";
    }
}
