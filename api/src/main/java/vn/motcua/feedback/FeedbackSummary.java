package vn.motcua.feedback;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** An own case in a list. */
record FeedbackSummary(
        String code,
        FeedbackKind kind,
        FeedbackState state,
        String stateLabel,
        String title,
        UnitRef agency,
        OffsetDateTime sentAt,
        OffsetDateTime changedAt,
        LocalDate dueOn) {
    @Override
    public String toString() {
        return "FeedbackSummary[" + code + "]";
    }
}
