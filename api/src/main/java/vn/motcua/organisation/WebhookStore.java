package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** SQL of endpoints. */
@Singleton
class WebhookStore {
    private static final String COLUMNS = """
            w.id, w.organisation, w.url, w.label, w.concurrency, w.state, w.secret, w.previous_secret, w.previous_until,
            w.created_at, w.failures, w.failing_since, w.last_error, w.last_success_at, w.disabled_at,
            w.stopped_at_position,
            (select count(*) from organisation.delivery d where d.webhook = w.id) as waiting,
            (select count(*) from organisation.dead_letter l where l.webhook = w.id) as dead_letters,
            (select epoch from organisation.feed_mark) as epoch
            """;

    private static final String ALL =
            "select " + COLUMNS + "from organisation.webhook w where w.organisation = $1 order by w.id limit 100";

    private static final String ONE =
            "select " + COLUMNS + "from organisation.webhook w where w.organisation = $1 and w.id = $2";

    private static final String CREATE = """
            insert into organisation.webhook (organisation, url, label, concurrency, state, secret)
            select $1, $2, $3, $4, $5, $6
            where (select count(*) from organisation.webhook where organisation = $1) < $7
            returning id
            """;

    /**
     * An endpoint that becomes active begins anew, and what waited for it as well: a message is not old because nobody sent it.
     * So does one at another address ($7); what is only written again goes on as it stands. One that stops remembers where the
     * feed stood.
     */
    private static final String CHANGE = """
            with resumed as (
                update organisation.delivery as d
                set created_at = now(), attempts = 0, next_attempt_at = now()
                from organisation.webhook as w
                where w.organisation = $1 and w.id = $2 and w.state = 'PAUSED' and $6 = 'ACTIVE' and d.webhook = w.id
            )
            update organisation.webhook
            set url = $3, label = $4, concurrency = $5, state = $6,
                failures = case when $6 = 'ACTIVE' and (state <> 'ACTIVE' or $7) then 0 else failures end,
                failing_since = case when $6 = 'ACTIVE' and (state <> 'ACTIVE' or $7) then null else failing_since end,
                not_before = case when $6 = 'ACTIVE' and (state <> 'ACTIVE' or $7) then now() else not_before end,
                disabled_at = case when $6 = 'ACTIVE' then null else disabled_at end,
                stopped_at_position = case
                    when $6 = 'PAUSED' and state = 'ACTIVE' then coalesce((select max(position + 0) from organisation.feed), 0)
                    else stopped_at_position end
            where organisation = $1 and id = $2
            """;

    private static final String DELETE = "delete from organisation.webhook where organisation = $1 and id = $2";

    private static final String ROTATE = """
            update organisation.webhook
            set previous_secret = secret, previous_until = now() + $4 * interval '1 millisecond', secret = $3
            where organisation = $1 and id = $2
            returning previous_until
            """;

    private static final String PINGED = """
            update organisation.webhook set pinged_at = now()
            where organisation = $1 and id = $2 and (pinged_at is null or pinged_at < now() - interval '2 seconds')
            """;

    private final Pool pool;

    /** An endpoint as it is stored: what is sealed stays so. */
    record Stored(
            UUID id,
            String organisation,
            byte[] url,
            String label,
            int concurrency,
            Webhook.State state,
            Keys keys,
            OffsetDateTime createdAt,
            int failures,
            OffsetDateTime failingSince,
            String lastError,
            OffsetDateTime lastSuccessAt,
            OffsetDateTime disabledAt,
            FeedCursor.Place stoppedAt,
            long waiting,
            long deadLetters) {}

    /** Sealed secrets; the former one until its time is over. */
    record Keys(byte[] secret, byte[] previous, OffsetDateTime previousUntil) {
        static Keys of(Row row) {
            var previous = row.getBuffer("previous_secret");
            return new Keys(
                    row.getBuffer("secret").getBytes(),
                    previous == null ? null : previous.getBytes(),
                    row.getOffsetDateTime("previous_until"));
        }
    }

    /** What is written of an endpoint. */
    record Written(byte[] url, String label, int concurrency, Webhook.State state) {}

    WebhookStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Stored>> all(String organisation) {
        return pool.preparedQuery(ALL)
                .execute(Tuple.of(organisation))
                .map(rows -> rows.stream().map(WebhookStore::stored).toList());
    }

    Uni<Optional<Stored>> one(String organisation, UUID id) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(organisation, id))
                .map(rows -> rows.stream().findFirst().map(WebhookStore::stored));
    }

    /** Empty when there are {@code most} already. */
    Uni<Optional<UUID>> create(SqlConnection tx, String organisation, Written webhook, byte[] secret, int most) {
        return tx.preparedQuery(CREATE)
                .execute(Tuple.of(organisation, Buffer.buffer(webhook.url()), webhook.label(), (short)
                                webhook.concurrency())
                        .addString(webhook.state().name())
                        .addValue(Buffer.buffer(secret))
                        .addInteger(most))
                .map(rows -> rows.stream().findFirst().map(row -> row.getUUID("id")));
    }

    Uni<Boolean> change(SqlConnection tx, String organisation, UUID id, Written webhook, boolean elsewhere) {
        return tx.preparedQuery(CHANGE)
                .execute(Tuple.of(organisation, id, Buffer.buffer(webhook.url()), webhook.label())
                        .addShort((short) webhook.concurrency())
                        .addString(webhook.state().name())
                        .addBoolean(elsewhere))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Boolean> delete(SqlConnection tx, String organisation, UUID id) {
        return tx.preparedQuery(DELETE).execute(Tuple.of(organisation, id)).map(rows -> rows.rowCount() == 1);
    }

    /** Until when the former secret is valid; empty when there is no such endpoint. */
    Uni<Optional<OffsetDateTime>> rotate(
            SqlConnection tx, String organisation, UUID id, byte[] secret, Duration overlap) {
        return tx.preparedQuery(ROTATE)
                .execute(Tuple.of(organisation, id, Buffer.buffer(secret), overlap.toMillis()))
                .map(rows -> rows.stream().findFirst().map(row -> row.getOffsetDateTime("previous_until")));
    }

    /** False when the last test was a moment ago. */
    Uni<Boolean> pinged(String organisation, UUID id) {
        return pool.preparedQuery(PINGED).execute(Tuple.of(organisation, id)).map(rows -> rows.rowCount() == 1);
    }

    private static Stored stored(Row row) {
        var stopped = row.getLong("stopped_at_position");
        return new Stored(
                row.getUUID("id"),
                row.getString("organisation"),
                row.getBuffer("url").getBytes(),
                row.getString("label"),
                row.getInteger("concurrency"),
                Webhook.State.valueOf(row.getString("state")),
                Keys.of(row),
                row.getOffsetDateTime("created_at"),
                row.getInteger("failures"),
                row.getOffsetDateTime("failing_since"),
                row.getString("last_error"),
                row.getOffsetDateTime("last_success_at"),
                row.getOffsetDateTime("disabled_at"),
                stopped == null ? null : new FeedCursor.Place(row.getUUID("epoch"), stopped),
                row.getLong("waiting"),
                row.getLong("dead_letters"));
    }
}
