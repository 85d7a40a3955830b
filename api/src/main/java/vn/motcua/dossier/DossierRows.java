package vn.motcua.dossier;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.HexFormat;
import vn.motcua.dossier.Standing.Former;
import vn.motcua.dossier.Standing.Pinned;

/** Between rows and records. */
final class DossierRows {
    private DossierRows() {}

    static Standing standing(Row row) {
        var unit = row.getString("limit_unit");
        var limit = unit == null ? null : new Deadline.Limit(row.getDouble("limit_value"), Deadline.Unit.valueOf(unit));
        var pinned = new Pinned(
                row.getString("procedure_code"),
                row.getInteger("procedure_version"),
                row.getString("field_code"),
                limit);
        return new Standing(
                pinned,
                row.getOffsetDateTime("ended_at"),
                row.getBoolean("rating_offered"),
                row.getBoolean("rating_told"),
                new Former(
                        status(row.getInteger("status")),
                        row.getOffsetDateTime("received_at"),
                        row.getString("parent_code"),
                        row.getBoolean("has_children")));
    }

    static StoredEvent event(Row row, boolean fresh) {
        return new StoredEvent(
                row.getString("dossier_code"),
                row.getString("source"),
                status(row.getInteger("status")),
                row.getOffsetDateTime("occurred_at"),
                EventFacts.of(row.getJsonObject("payload")),
                row.getUUID("person_key"),
                new Proofs(row.getBuffer("proofs").getBytes()),
                row.getBuffer("content_hash").getBytes(),
                row.getBoolean("reason_missing"),
                fresh);
    }

    static DossierStatus status(int number) {
        return DossierStatus.ofNumber(number).orElseThrow();
    }

    /** A row of dossier.dossier, for {@code jsonb_populate_recordset}. */
    static JsonObject json(
            Folded d,
            Pinned pinned,
            DueDates.Dates dates,
            boolean hasChildren,
            boolean ratingOffered,
            boolean ratingTold) {
        var facts = d.facts();
        return new JsonObject()
                .put("code", d.code())
                .put("status", d.status().number())
                .put("last_event_at", text(d.lastEventAt()))
                .put("procedure_code", pinned.procedureCode())
                .put("procedure_version", pinned.version())
                .put("field_code", pinned.fieldCode())
                .put(
                        "limit_value",
                        pinned.limit() == null ? null : pinned.limit().value())
                .put(
                        "limit_unit",
                        pinned.limit() == null ? null : pinned.limit().unit().name())
                .put("received_at", text(d.receivedAt()))
                .put("due_given", text(facts.dueAt()))
                .put("due_computed", text(dates.computed()))
                .put("due_at", text(dates.due()))
                .put("promises", Promises.json(d.promises()))
                .put("extensions", dates.appointment().extensions())
                .put("extended_at", text(dates.appointment().extendedAt()))
                .put("extension_late", dates.appointment().extensionLate())
                .put("watch_at", text(dates.watchAt()))
                .put("clock_revision", dates.revision())
                .put("ended_at", text(d.endedAt()))
                .put("outcome", text(d.outcome()))
                .put("clock_state", d.status().clock().name())
                .put("paused_since", text(d.pausedSince()))
                .put("paused_days", dates.waitedDays())
                .put("supplements", d.supplements())
                .put("flags", d.flags())
                .put("agency_support", facts.support())
                .put("agency_reception", facts.reception())
                .put("agency_competent", facts.competent())
                .put("channel", text(facts.channel()))
                .put("applicant_kind", facts.applicantKind())
                .put("person_key", text(d.personKey()))
                .put("organisation_code", facts.organisationCode())
                .put("proofs", "\\x" + HexFormat.of().formatHex(d.proofs().bytes()))
                .put("timeline", Timeline.json(d.timeline()))
                .put("feeds", d.feeds().lastEventJson())
                .put("fact_sources", d.feeds().factsJson())
                .put("parent_code", facts.parentCode())
                .put("has_children", hasChildren)
                .put("rating_offered", ratingOffered)
                .put("rating_told", ratingTold);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
