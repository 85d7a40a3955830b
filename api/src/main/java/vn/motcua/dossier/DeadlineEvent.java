package vn.motcua.dossier;

import java.time.OffsetDateTime;

/**
 * That the date of a dossier came near or passed.
 *
 * @param at when it was found
 * @param open whether the dossier is still in work with that date
 */
record DeadlineEvent(
        String dossierCode,
        WatchPlan.Kind kind,
        OffsetDateTime dueAt,
        OffsetDateTime at,
        AgencyRef agency,
        ProcedureRef procedure,
        boolean open) {}
