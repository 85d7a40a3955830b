package vn.motcua.feedback;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * What changes about a case.
 *
 * @param unit who holds it now
 * @param dueOn the date that the holder has to keep; null while none runs
 * @param calendar revision that the date was counted with
 * @param solved what the sender said; null when not asked or not answered
 */
record Standing(
        FeedbackState state,
        String unit,
        Subject subject,
        Integer matter,
        Track track,
        boolean trackByOfficer,
        LocalDate dueOn,
        long calendar,
        int reopened,
        OffsetDateTime changedAt,
        OffsetDateTime answeredAt,
        OffsetDateTime endedAt,
        Boolean solved) {
    Standing due(LocalDate date, long revision) {
        return new Standing(
                state,
                unit,
                subject,
                matter,
                track,
                trackByOfficer,
                date,
                revision,
                reopened,
                changedAt,
                answeredAt,
                endedAt,
                solved);
    }
}
