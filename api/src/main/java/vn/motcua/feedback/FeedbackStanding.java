package vn.motcua.feedback;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Where a case stands, for anyone with the code and a proof: no names and nothing of what was written. */
record FeedbackStanding(
        String code,
        FeedbackKind kind,
        FeedbackState state,
        String stateLabel,
        UnitRef agency,
        OffsetDateTime sentAt,
        OffsetDateTime changedAt,
        LocalDate dueOn) {}
