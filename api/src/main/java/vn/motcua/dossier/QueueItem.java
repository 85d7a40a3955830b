package vn.motcua.dossier;

import java.time.OffsetDateTime;

/**
 * An open dossier on an agency's desk.
 *
 * @param agency who handles it
 * @param timeUsed share of the time between reception and due date that is over, 1.0 on the due date; null without both
 * @param pausedSince since when the clock stands still
 */
record QueueItem(
        String code,
        ProcedureRef procedure,
        DossierStatus status,
        String statusLabel,
        AgencyRef agency,
        OffsetDateTime receivedAt,
        OffsetDateTime dueAt,
        OffsetDateTime pausedSince,
        DossierClock clock,
        QueueRisk risk,
        Double timeUsed) {}
