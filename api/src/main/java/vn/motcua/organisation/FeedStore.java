package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** SQL of the feed. Whoever appends holds its lock until the end of the transaction (a trigger sees to it). */
@Singleton
class FeedStore {
    static final String CHANNEL = "organisation_feed";

    private static final String LOCK_KEY = "hashtextextended('organisation.feed', 0)";

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(" + LOCK_KEY + ") as mine";

    private static final String LOCK = "select pg_advisory_xact_lock(" + LOCK_KEY + ")";

    /** A replica that falls silent in the middle loses its transaction, and with it the lock. */
    private static final String NOT_FOR_LONG = "set local idle_in_transaction_session_timeout = '15s'";

    private static final String APPEND = """
            with appended as (
                insert into organisation.feed (organisation, kind, dossier_code, body)
                select e.entry ->> 'organisation', e.entry ->> 'kind', e.entry ->> 'dossierCode', e.entry -> 'body'
                from jsonb_array_elements($1::text::jsonb) with ordinality as e (entry, place)
                order by e.place
                returning position, organisation, kind, dossier_code
            ), delivered as (
                insert into organisation.delivery (webhook, position, organisation, dossier_code)
                select w.id, a.position, a.organisation, a.dossier_code
                from appended a
                join organisation.webhook w on w.organisation = a.organisation and w.state = 'ACTIVE'
                where a.dossier_code is not null
            )
            select pg_notify('%s', organisation) from (select distinct organisation from appended) as told
            """.formatted(CHANNEL);

    /** One snapshot: what the feed still holds is judged together with what is read of it. */
    static final String READ = """
            select m.epoch, m.purged, coalesce((select max(position + 0) from organisation.feed), m.purged) as latest,
                   f.position, f.id, f.kind, f.at, f.dossier_code, f.body::text as body
            from organisation.feed_mark m
            left join lateral (
                select position, id, kind, at, dossier_code, body
                from organisation.feed
                where organisation = $1 and position > coalesce($2, m.purged)
                order by position
                limit $3
            ) f on true
            order by f.position
            """;

    private static final String PURGE = """
            with oldest as (
                select position, at from organisation.feed order by position + 0 limit 5000
            ), gone as (
                delete from organisation.feed
                where position + 0 <= (select max(position) from oldest where at < now() - $1 * interval '1 millisecond')
                returning position
            )
            update organisation.feed_mark set purged = greatest(purged, (select max(position) from gone))
            where exists (select from gone)
            """;

    private static final String PURGE_DELIVERIES =
            "delete from organisation.delivery where position <= (select purged from organisation.feed_mark)";

    private static final String PURGE_DEAD_LETTERS =
            "delete from organisation.dead_letter where position <= (select purged from organisation.feed_mark)";

    private final Pool pool;

    /** An entry as it is stored. */
    record Stored(
            long position, UUID id, FeedEntry.Kind kind, OffsetDateTime at, String dossierCode, JsonObject body) {}

    /** Entries with the state of the feed at the same moment. */
    record Read(UUID epoch, long purged, long latest, List<Stored> entries) {}

    FeedStore(Pool pool) {
        this.pool = pool;
    }

    /** Whether this transaction is the one that puts changes in order; another one is at it otherwise. */
    Uni<Boolean> tryLock(SqlConnection tx) {
        return tx.query(NOT_FOR_LONG)
                .execute()
                .chain(() -> tx.query(TRY_LOCK).execute())
                .map(rows -> rows.iterator().next().getBoolean("mine"));
    }

    /** Waits until nobody appends: what is decided behind it holds for every later entry. */
    Uni<Void> lock(SqlConnection tx) {
        return tx.query(LOCK).execute().replaceWithVoid();
    }

    /** @param entries objects with organisation, kind, dossierCode and body, in their order */
    Uni<Void> append(SqlConnection tx, JsonArray entries) {
        return tx.preparedQuery(APPEND).execute(Tuple.of(entries.encode())).replaceWithVoid();
    }

    /** @param after null: from the oldest that is kept */
    Uni<Read> read(String organisation, Long after, int limit) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(organisation, after, limit))
                .map(FeedStore::read);
    }

    /** Deletes some of the entries older than this; whether there may be more. */
    Uni<Boolean> purge(Duration kept) {
        return pool.withTransaction(tx -> tx.preparedQuery(PURGE)
                .execute(Tuple.of(kept.toMillis()))
                .chain(purged -> purged.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : tx.query(PURGE_DELIVERIES)
                                .execute()
                                .chain(() -> tx.query(PURGE_DEAD_LETTERS).execute())
                                .replaceWith(true)));
    }

    private static Read read(RowSet<Row> rows) {
        var first = rows.iterator().next();
        var entries = rows.stream()
                .filter(row -> row.getLong("position") != null)
                .map(row -> new Stored(
                        row.getLong("position"),
                        row.getUUID("id"),
                        FeedEntry.Kind.valueOf(row.getString("kind")),
                        row.getOffsetDateTime("at"),
                        row.getString("dossier_code"),
                        new JsonObject(row.getString("body"))))
                .toList();
        return new Read(first.getUUID("epoch"), first.getLong("purged"), first.getLong("latest"), entries);
    }
}
