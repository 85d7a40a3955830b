package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * The clock of a dossier as people see it.
 *
 * @param workingDaysLeft until due, null without a date or once ended
 * @param overdueBecause why it counts as overdue; empty when it does not
 * @param givenDueAt the date that the agency gave last, null when it gave none
 * @param lawfulDueAt the date computed from the published limit, null when that cannot be computed
 * @param differenceDays working days by which the agency's date lies after the computed one; negative when before
 * @param extension null when the agency never put the date off
 */
public record DossierClock(
        ClockState state,
        Integer workingDaysLeft,
        boolean overdue,
        List<OverdueReason> overdueBecause,
        OffsetDateTime givenDueAt,
        OffsetDateTime lawfulDueAt,
        Integer differenceDays,
        Extension extension) {
    /** Why a dossier counts as overdue. */
    public enum OverdueReason {
        /** The date has passed. */
        DATE_PASSED,
        /** The applicant was asked for papers more than once (index of QĐ 766, metric 2.1). */
        ASKED_MORE_THAN_ONCE
    }

    /**
     * The agency put the date off: it owes an apology with the reason (form 04).
     *
     * @param writtenAt when it first did
     * @param times how often; only one is lawful, a further one does not move the date that counts
     * @param late whether one was written later than the day before the date
     */
    public record Extension(OffsetDateTime writtenAt, int times, boolean late) {}

    DossierClock {
        overdueBecause = List.copyOf(overdueBecause);
    }
}
