package vn.motcua.dossier;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** SQL that writes events and folded dossiers: a handful of statements a batch, whatever its size. */
@Singleton
class DossierStore {
    /**
     * Keys and events in one round. Ordered, so that two batches that share events wait for each other instead of
     * deadlocking.
     */
    private static final String APPEND = """
            with sent as (
                select *
                from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::int4[], $7::int2[], $8::timestamptz[],
                            $9::text[], $10::uuid[], $11::bytea[], $12::bytea[], $13::bytea[], $14::text[], $15::text[],
                            $16::bool[])
                     as e (key, content, event_id, dossier_code, month, status, occurred_at, payload, person_key, proofs,
                           sealed, content_hash, reason_code, component_ref, reason_missing)
            ), fresh as (
                insert into dossier.event_key (id, content)
                select key, content from sent order by key
                on conflict do nothing
                returning id
            )
            insert into dossier.event (source, event_id, dossier_code, month, status, occurred_at, payload, person_key,
                                       proofs, sealed, content_hash, reason_code, component_ref, reason_missing)
            select $1, event_id, dossier_code, month, status, occurred_at, payload::jsonb, person_key,
                   proofs, sealed, content_hash, reason_code, component_ref, reason_missing
            from sent
            join fresh on fresh.id = sent.key
            order by dossier_code, occurred_at, event_id
            on conflict do nothing
            returning id, dossier_code, event_id
            """;

    private static final String KEYS = "select id, content from dossier.event_key where id = any($1)";

    private static final String LOCK = """
            select code, status, procedure_code, procedure_version, field_code, limit_value, limit_unit, received_at,
                   ended_at, parent_code, has_children, rating_offered, rating_told
            from dossier.dossier
            where code = any($1)
            order by code
            for update
            """;

    private static final String EVENTS = """
            select id, dossier_code, source, status, occurred_at, payload, person_key, proofs, content_hash,
                   reason_missing
            from dossier.event
            where dossier_code = any($1) and month = any($2)
            """;

    private static final String SAID = """
            select dossier_code, status, occurred_at, payload ->> 'dueAt' as due
            from dossier.event
            where dossier_code = any($1) and month = any($2) and source = $3
            order by dossier_code, occurred_at, status, content_hash
            """;

    /** A family has a handful of parts. */
    private static final String CHILDREN = """
            select parent_code, code, status, last_event_at, received_at, due_at, paused_since, ended_at, outcome,
                   agency_competent, person_key
            from dossier.dossier
            where parent_code = any($1)
            order by parent_code, code
            """;

    private static final String COLUMNS = """
            status, last_event_at, procedure_code, procedure_version, field_code, limit_value, limit_unit,
            received_at, due_given, due_computed, due_at, ended_at, outcome, clock_state, paused_since,
            paused_days, supplements, flags, agency_support, agency_reception, agency_competent, channel,
            applicant_kind, person_key, organisation_code, proofs, timeline, rating_offered, rating_told, feeds,
            fact_sources, parent_code, has_children, promises, extensions, extended_at, extension_late, watch_at,
            clock_revision, forgotten_at
            """;

    /** Nothing is written for a dossier that another batch made meanwhile: it has to be folded with that batch's events. */
    private static final String OPEN =
            "insert into dossier.dossier (code, " + COLUMNS + ") select code, " + COLUMNS + """
            from jsonb_populate_recordset(null::dossier.dossier, $1)
            order by code
            on conflict do nothing
            returning code
            """;

    private static final String SAVE = "update dossier.dossier d set (" + COLUMNS + ") = (n."
            + COLUMNS.strip().replaceAll(",\\s+", ", n.") + """
            )
            from jsonb_populate_recordset(null::dossier.dossier, $1) n
            where d.code = n.code
            """;

    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");
    private static final int TRIES = 4;

    private final Pool pool;

    /** What an append left: the new rows, the dossiers they belong to, and the ids under which they were sent. */
    record Appended(Set<Long> ids, Set<String> codes, Set<String> eventIds) {}

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
        var appended = new Appended(new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (var row : rows) {
            appended.ids().add(row.getLong(0));
            appended.codes().add(row.getString(1));
            appended.eventIds().add(row.getString(2));
        }
        return appended;
    }

    /** What these ids were used for, as far as they were used. */
    Uni<Map<UUID, UUID>> contents(SqlConnection tx, Collection<UUID> keys) {
        return tx.preparedQuery(KEYS)
                .execute(Tuple.tuple().addArrayOfUUID(keys.toArray(UUID[]::new)))
                .map(rows -> {
                    var contents = new HashMap<UUID, UUID>();
                    rows.forEach(row -> contents.put(row.getUUID(0), row.getUUID(1)));
                    return contents;
                });
    }

    /** Locks the dossiers that exist, in order of code; what they keep, by code. */
    Uni<Map<String, Standing>> lock(SqlConnection tx, Set<String> codes) {
        return tx.preparedQuery(LOCK).execute(codes(codes)).map(rows -> {
            var standings = new HashMap<String, Standing>();
            rows.forEach(row -> standings.put(row.getString("code"), DossierRows.standing(row)));
            return standings;
        });
    }

    Uni<List<StoredEvent>> events(SqlConnection tx, Set<String> codes, Set<Long> fresh) {
        return tx.preparedQuery(EVENTS)
                .execute(codes(codes).addArrayOfInteger(EventMonth.of(codes)))
                .map(rows -> rows.stream()
                        .map(row -> DossierRows.event(row, fresh.contains(row.getLong("id"))))
                        .toList());
    }

    /** What one system said of these dossiers, by code; a code of which it said nothing is missing. */
    Uni<Map<String, SourceHistory>> said(String source, Set<String> codes) {
        return pool.preparedQuery(SAID)
                .execute(codes(codes).addArrayOfInteger(EventMonth.of(codes)).addString(source))
                .map(rows -> rows.stream()
                        .collect(groupingBy(
                                row -> row.getString("dossier_code"),
                                collectingAndThen(mapping(SourceHistory.Said::read, toList()), SourceHistory::new))));
    }

    /** The parts of these dossiers. */
    Uni<List<Child>> children(SqlConnection tx, Set<String> parents) {
        return tx.preparedQuery(CHILDREN)
                .execute(codes(parents))
                .map(rows -> rows.stream().map(Child::of).toList());
    }

    /** The codes that were new and are written now. */
    Uni<Set<String>> open(SqlConnection tx, JsonArray dossiers) {
        return tx.preparedQuery(OPEN).execute(Tuple.of(dossiers)).map(rows -> {
            var opened = new HashSet<String>();
            rows.forEach(row -> opened.add(row.getString(0)));
            return opened;
        });
    }

    Uni<Void> save(SqlConnection tx, JsonArray dossiers) {
        return tx.preparedQuery(SAVE).execute(Tuple.of(dossiers)).replaceWithVoid();
    }

    private static Tuple codes(Set<String> codes) {
        return Tuple.tuple().addArrayOfString(codes.toArray(String[]::new));
    }
}
