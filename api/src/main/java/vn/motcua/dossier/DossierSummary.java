package vn.motcua.dossier;

import java.time.OffsetDateTime;

/** A dossier in a list. */
public record DossierSummary(
        String code,
        ProcedureRef procedure,
        DossierStatus status,
        String statusLabel,
        OffsetDateTime receivedAt,
        OffsetDateTime dueAt,
        DossierClock clock) {}
