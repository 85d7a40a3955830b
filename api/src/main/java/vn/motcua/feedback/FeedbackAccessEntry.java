package vn.motcua.feedback;

import java.time.OffsetDateTime;

/**
 * That an officer looked at a case, as its sender sees it. No name: the agency can tell it from the time.
 *
 * @param identity whether the look showed who sent it
 */
record FeedbackAccessEntry(
        OffsetDateTime at,
        UnitRef agency,
        String position,
        FeedbackPurpose purpose,
        String purposeLabel,
        boolean identity) {}
