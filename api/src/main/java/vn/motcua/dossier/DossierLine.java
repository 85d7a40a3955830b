package vn.motcua.dossier;

import java.time.OffsetDateTime;

/** A dossier as one line of a table. Nothing about a person. */
public record DossierLine(
        String code,
        String procedureCode,
        String procedureName,
        DossierStatus status,
        String statusLabel,
        OffsetDateTime receivedAt,
        OffsetDateTime dueAt,
        OffsetDateTime endedAt,
        boolean overdue,
        Integer workingDaysLeft,
        String agencyCode,
        String agencyName,
        OffsetDateTime lastEventAt) {}
