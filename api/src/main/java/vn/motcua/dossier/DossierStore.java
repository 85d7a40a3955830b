package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** SQL that writes events and folded dossiers: five statements a batch, whatever its size. */
@Singleton
class DossierStore {
    /** Ordered, so that two batches that share events wait for each other instead of deadlocking. */
    private static final String APPEND = """
            insert into dossier.event (source, event_id, dossier_code, status, occurred_at, payload, person_key,
                                       proofs, sealed, content_hash)
            select $1, e.event_id, e.dossier_code, e.status, e.occurred_at, e.payload::jsonb, e.person_key,
                   e.proofs, e.sealed, e.content_hash
            from unnest($2::text[], $3::text[], $4::int2[], $5::timestamptz[], $6::text[], $7::uuid[], $8::bytea[],
                        $9::bytea[], $10::bytea[])
                 as e (event_id, dossier_code, status, occurred_at, payload, person_key, proofs, sealed, content_hash)
            order by e.dossier_code, e.occurred_at, e.event_id
            on conflict do nothing
            returning id, dossier_code
            """;

    private static final String OPEN = """
            insert into dossier.dossier (code)
            select code from unnest($1::text[]) as c (code) order by code
            on conflict do nothing
            """;

    private static final String LOCK = """
            select code, procedure_code, procedure_version, field_code, limit_value, limit_unit, ended_at,
                   rating_offered, rating_told
            from dossier.dossier
            where code = any($1)
            order by code
            for update
            """;

    private static final String EVENTS = """
            select id, dossier_code, status, occurred_at, payload, person_key, proofs, content_hash
            from dossier.event
            where dossier_code = any($1)
            """;

    private static final String SAVE = """
            update dossier.dossier d
            set (status, last_event_at, procedure_code, procedure_version, field_code, limit_value, limit_unit,
                 received_at, due_given, due_computed, due_at, ended_at, outcome, clock_state, paused_since,
                 paused_days, supplements, flags, agency_support, agency_reception, agency_competent, channel,
                 applicant_kind, person_key, organisation_code, proofs, timeline, rating_offered, rating_told,
                 promises, extensions, extended_at, extension_late, watch_at, clock_revision)
              = (n.status, n.last_event_at, n.procedure_code, n.procedure_version, n.field_code, n.limit_value,
                 n.limit_unit, n.received_at, n.due_given, n.due_computed, n.due_at, n.ended_at, n.outcome,
                 n.clock_state, n.paused_since, n.paused_days, n.supplements, n.flags, n.agency_support,
                 n.agency_reception, n.agency_competent, n.channel, n.applicant_kind, n.person_key,
                 n.organisation_code, n.proofs, n.timeline, n.rating_offered, n.rating_told,
                 n.promises, n.extensions, n.extended_at, n.extension_late, n.watch_at, n.clock_revision)
            from jsonb_populate_recordset(null::dossier.dossier, $1) n
            where d.code = n.code
            """;

    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");
    private static final int TRIES = 4;

    private final Pool pool;

    /** What an append left: the new rows, and the dossiers they belong to. */
    record Appended(Set<Long> ids, Set<String> codes) {}

    DossierStore(Pool pool) {
        this.pool = pool;
    }

    /** One transaction; begun again when the database asks for it (deadlock, serialisation). */
    <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work)
                .onFailure(failure -> failure instanceof PgException e && TRY_AGAIN.contains(e.getSqlState()))
                .retry()
                .atMost(TRIES);
    }

    Uni<Appended> append(SqlConnection tx, EventRows rows) {
        return tx.preparedQuery(APPEND).execute(rows.tuple()).map(DossierStore::appended);
    }

    private static Appended appended(RowSet<Row> rows) {
        var appended = new Appended(new HashSet<>(), new HashSet<>());
        for (var row : rows) {
            appended.ids().add(row.getLong(0));
            appended.codes().add(row.getString(1));
        }
        return appended;
    }

    /** Makes the dossiers that are new and locks all of them, in order of code; what they keep, by code. */
    Uni<Map<String, Standing>> lock(SqlConnection tx, Set<String> codes) {
        var tuple = codes(codes);
        return tx.preparedQuery(OPEN)
                .execute(tuple)
                .chain(() -> tx.preparedQuery(LOCK).execute(tuple))
                .map(rows -> {
                    var standings = new HashMap<String, Standing>();
                    rows.forEach(row -> standings.put(row.getString("code"), DossierRows.standing(row)));
                    return standings;
                });
    }

    Uni<List<StoredEvent>> events(SqlConnection tx, Appended appended) {
        return tx.preparedQuery(EVENTS)
                .execute(codes(appended.codes()))
                .map(rows -> rows.stream()
                        .map(row -> DossierRows.event(row, appended.ids().contains(row.getLong("id"))))
                        .toList());
    }

    Uni<Void> save(SqlConnection tx, JsonArray dossiers) {
        return tx.preparedQuery(SAVE).execute(Tuple.of(dossiers)).replaceWithVoid();
    }

    private static Tuple codes(Set<String> codes) {
        return Tuple.tuple().addArrayOfString(codes.toArray(String[]::new));
    }
}
