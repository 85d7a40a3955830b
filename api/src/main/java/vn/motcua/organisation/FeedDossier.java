package vn.motcua.organisation;

import java.time.OffsetDateTime;
import vn.motcua.dossier.ClockState;
import vn.motcua.dossier.DossierStatus;

/** A dossier as it was after a change: codes and states. Of one that went to another firm only the code. */
record FeedDossier(
        String code,
        DossierStatus status,
        String statusLabel,
        String procedureCode,
        String agency,
        OffsetDateTime receivedAt,
        OffsetDateTime dueAt,
        OffsetDateTime endedAt,
        ClockState clockState,
        OffsetDateTime changedAt) {}
