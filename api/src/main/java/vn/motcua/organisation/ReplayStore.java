package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** SQL of what is sent once more: from a place in the feed, or out of the dead letters. */
@Singleton
class ReplayStore {
    static final int MOST = 100_000;

    private static final String REPLAY = """
            with wanted as (
                select position, organisation, dossier_code
                from organisation.feed
                where organisation = $2 and position > $3 and dossier_code is not null
                order by position
                limit $4
            ), queued as (
                insert into organisation.delivery (webhook, position, organisation, dossier_code)
                select $1, position, organisation, dossier_code from wanted
                on conflict (webhook, position) do nothing
                returning position
            )
            select (select count(*) from queued)::int as queued, count(*)::int as wanted, max(position) as last
            from wanted
            """;

    private static final String DEAD_LETTERS = """
            select l.position, f.id, l.dossier_code, l.attempts, l.last_error, l.created_at, l.died_at
            from organisation.dead_letter l
            join organisation.feed f on f.organisation = l.organisation and f.position = l.position
            where l.webhook = $1 and l.position > $2
            order by l.position
            limit $3
            """;

    private static final String RESEND = """
            with raised as (
                delete from organisation.dead_letter l
                using organisation.feed f
                where l.webhook = $1 and f.organisation = l.organisation and f.position = l.position and f.id = $2
                returning l.webhook, l.position, l.organisation, l.dossier_code
            )
            insert into organisation.delivery (webhook, position, organisation, dossier_code)
            select webhook, position, organisation, dossier_code from raised
            on conflict (webhook, position) do nothing
            """;

    private static final String FIND = """
            select from organisation.dead_letter l
            join organisation.feed f on f.organisation = l.organisation and f.position = l.position
            where l.webhook = $1 and f.id = $2
            """;

    private final Pool pool;

    /** @param last the last position looked at, null when there was none */
    record Replayed(int queued, int wanted, Long last) {}

    /** A dead letter with its place in the list. */
    record Placed(long position, UndeliveredMessage letter) {}

    ReplayStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Replayed> replay(SqlConnection tx, UUID webhook, String organisation, long after) {
        return tx.preparedQuery(REPLAY)
                .execute(Tuple.of(webhook, organisation, after, MOST))
                .map(rows -> rows.iterator().next())
                .map(row -> new Replayed(row.getInteger("queued"), row.getInteger("wanted"), row.getLong("last")));
    }

    Uni<List<Placed>> deadLetters(UUID webhook, long after, int limit) {
        return pool.preparedQuery(DEAD_LETTERS)
                .execute(Tuple.of(webhook, after, limit))
                .map(rows -> rows.stream()
                        .map(row -> new Placed(
                                row.getLong("position"),
                                new UndeliveredMessage(
                                        row.getUUID("id"),
                                        row.getString("dossier_code"),
                                        row.getInteger("attempts"),
                                        row.getString("last_error"),
                                        row.getOffsetDateTime("created_at"),
                                        row.getOffsetDateTime("died_at"))))
                        .toList());
    }

    /** False when there is no such dead letter. */
    Uni<Boolean> resend(SqlConnection tx, UUID webhook, UUID entry) {
        return tx.preparedQuery(FIND)
                .execute(Tuple.of(webhook, entry))
                .chain(found -> tx.preparedQuery(RESEND)
                        .execute(Tuple.of(webhook, entry))
                        .replaceWith(found.size() == 1));
    }
}
