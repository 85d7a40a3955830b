package vn.motcua.dossier;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.UUID;
import vn.motcua.satisfaction.EndedDossier.Outcome;

/** A part of an interlinked procedure (liên thông), as its parent needs it. */
record Child(
        String parentCode,
        String code,
        DossierStatus status,
        OffsetDateTime lastEventAt,
        OffsetDateTime receivedAt,
        OffsetDateTime dueAt,
        OffsetDateTime pausedSince,
        OffsetDateTime endedAt,
        Outcome outcome,
        String agency,
        UUID personKey) {
    /** The least advanced first; among equals the one that waits longest, then by code, so that one child decides. */
    static final Comparator<Child> BY_ADVANCE = Comparator.<Child>comparingInt(child -> advance(child.status()))
            .thenComparing(Child::lastEventAt)
            .thenComparing(Child::code);

    /** How far a dossier has come (derived; no official order exists): what waits for the applicant lags behind handling. */
    private static int advance(DossierStatus status) {
        return switch (status) {
            case SUBMITTED -> 0;
            case RECEIVED -> 1;
            case SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWAL_REQUESTED -> 2;
            case IN_PROGRESS -> 3;
            case RESULT_READY -> 4;
            case REFUSED, STOPPED -> 5;
            case RETURNED -> 6;
        };
    }

    static Child of(Row row) {
        var outcome = row.getString("outcome");
        return new Child(
                row.getString("parent_code"),
                row.getString("code"),
                DossierRows.status(row.getInteger("status")),
                row.getOffsetDateTime("last_event_at"),
                row.getOffsetDateTime("received_at"),
                row.getOffsetDateTime("due_at"),
                row.getOffsetDateTime("paused_since"),
                row.getOffsetDateTime("ended_at"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("agency_competent"),
                row.getUUID("person_key"));
    }
}
