package vn.motcua.dossier;

import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A dossier whose clock may still run, with all that its dates are counted from.
 *
 * @param personKey who is told; null when nobody can be
 * @param dueAt the date that holds now
 * @param revision of the working time that it was counted with
 */
record OpenDossier(String code, UUID personKey, OffsetDateTime dueAt, long revision, ClockFacts facts) {
    static final String COLUMNS = """
            code, status, person_key, procedure_code, received_at, limit_value, limit_unit, due_at,
            agency_competent, agency_reception, timeline::text as timeline, promises, clock_revision
            """;

    static OpenDossier of(Row row) {
        var code = row.getString("code");
        var receivedAt = row.getOffsetDateTime("received_at");
        var unit = row.getString("limit_unit");
        var agency = row.getString("agency_competent");
        var facts = new ClockFacts(
                agency != null ? agency : ClockFacts.agency(code, row.getString("agency_reception")),
                row.getString("procedure_code"),
                DossierRows.status(row.getInteger("status")).clock(),
                receivedAt,
                unit == null ? null : new Deadline.Limit(row.getDouble("limit_value"), Deadline.Unit.valueOf(unit)),
                Pauses.of(Timeline.read(row.getString("timeline")), receivedAt),
                Promises.read(row.get(JsonArray.class, "promises")));
        return new OpenDossier(
                code, row.getUUID("person_key"), row.getOffsetDateTime("due_at"), row.getLong("clock_revision"), facts);
    }

    /** Times from the database carry another offset than those from events. */
    boolean movesTo(OffsetDateTime due) {
        return due == null || dueAt == null ? due != dueAt : !due.isEqual(dueAt);
    }
}
