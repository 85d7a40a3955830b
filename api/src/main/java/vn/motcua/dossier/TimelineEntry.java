package vn.motcua.dossier;

import java.time.OffsetDateTime;

/** One step of a dossier; reason and official only for its owner. {@code reasonNote} says that the agency gave no reason. */
record TimelineEntry(
        DossierStatus status,
        String statusLabel,
        OffsetDateTime occurredAt,
        AgencyRef agency,
        Reason reason,
        Handler handler,
        String reasonNote) {}
