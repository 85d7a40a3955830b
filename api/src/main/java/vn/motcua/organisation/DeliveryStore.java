package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** SQL of deliveries: claim and complete. Times are the database's, so replicas need not agree on the clock. */
@Singleton
class DeliveryStore {
    private static final String FREE =
            "d.next_attempt_at <= now() and (d.claimed_until is null or d.claimed_until <= now())";

    /** Endpoints with something to deliver; locked, so that their order and their limit are one replica's business. */
    private static final String LOCK = """
            select w.id
            from organisation.webhook w
            where w.state = 'ACTIVE' and w.not_before <= now()
              and exists (select from organisation.delivery d where d.webhook = w.id and %s)
            order by w.failures, w.last_success_at nulls first
            limit $1
            for update skip locked
            """.formatted(FREE);

    /**
     * In the order of the feed; of each dossier only the first, and with one place only the first of all. A statement of its
     * own: it must see what the former holder of the lock has written.
     */
    private static final String CLAIM = """
            with endpoint as (
                select w.id, w.concurrency = 1 as strict,
                       case when w.failures >= $4 then 1 else w.concurrency end
                       - (select count(*) from organisation.delivery f where f.webhook = w.id and f.claimed_until > now())
                       as places
                from organisation.webhook w
                where w.id = any($1)
            ), chosen as (
                select d.webhook, d.position
                from endpoint e
                cross join lateral (
                    select d.webhook, d.position
                    from organisation.delivery d
                    where d.webhook = e.id and %s
                      and not exists (select from organisation.delivery b
                                      where b.webhook = d.webhook and b.dossier_code = d.dossier_code
                                        and b.position < d.position)
                      and (not e.strict
                           or d.position = (select min(m.position) from organisation.delivery m where m.webhook = e.id))
                    order by d.position
                    limit greatest(e.places, 0)
                ) d
                limit $5
            ), claimed as (
                update organisation.delivery d
                set claim_id = $2, claimed_until = now() + $3 * interval '1 millisecond'
                from chosen
                where d.webhook = chosen.webhook and d.position = chosen.position
                returning d.webhook, d.position, d.attempts, d.dossier_code,
                          (extract(epoch from now() - d.created_at) * 1000)::bigint as age
            )
            select c.webhook, c.position, c.attempts, c.dossier_code, c.age, w.organisation, w.url, w.secret,
                   w.previous_secret, w.previous_until, w.failures, f.id, f.kind, f.at, f.body::text as body
            from claimed c
            join organisation.webhook w on w.id = c.webhook
            join organisation.feed f on f.organisation = w.organisation and f.position = c.position
            """.formatted(FREE);

    /** Whoever had failed has recovered: what waits need not wait its time. */
    private static final String DELIVERED = """
            with done as (
                delete from organisation.delivery where webhook = $1 and position = $2 and claim_id = $3 returning webhook
            ), recovered as (
                update organisation.delivery set next_attempt_at = now()
                where webhook in (select d.webhook from done d join organisation.webhook w on w.id = d.webhook
                                  where w.failures >= $4)
                  and position <> $2 and claim_id is null and next_attempt_at > now()
            )
            update organisation.webhook
            set failures = 0, failing_since = null, not_before = now(), last_error = null, last_success_at = now()
            where id in (select webhook from done)
              and (failures > 0 or last_success_at is null or last_success_at < now() - interval '5 seconds')
            """;

    private static final String FAILED = """
            update organisation.webhook
            set failures = failures + 1, failing_since = coalesce(failing_since, now()), last_error = $5,
                not_before = greatest(not_before, now() + $6 * interval '1 millisecond')
            where id in (select webhook from counted)
            """;

    private static final String AGAIN = """
            with counted as (
                update organisation.delivery
                set attempts = attempts + 1, next_attempt_at = now() + $4 * interval '1 millisecond', claim_id = null,
                    claimed_until = null, last_error = $5
                where webhook = $1 and position = $2 and claim_id = $3
                returning webhook
            )
            """ + FAILED;

    private static final String DEAD = """
            with counted as (
                delete from organisation.delivery where webhook = $1 and position = $2 and claim_id = $3
                returning webhook, position, organisation, dossier_code, created_at, attempts
            ), kept as (
                insert into organisation.dead_letter
                    (webhook, position, organisation, dossier_code, created_at, attempts, last_error)
                select webhook, position, organisation, dossier_code, created_at, attempts + $4::int, $5 from counted
                on conflict (webhook, position) do nothing
            )
            """ + FAILED;

    /** It failed all the time, or a message was tried to its end and nothing else got through meanwhile. */
    private static final String HOPELESS = """
            ($2::bigint is null or failing_since <= now() - $2 * interval '1 millisecond'
             or coalesce(last_success_at, '-infinity') <= now() - $3::bigint * interval '1 millisecond')
            """;

    private static final String IS_HOPELESS =
            "select 1 as found from organisation.webhook where id = $1 and state = 'ACTIVE' and " + HOPELESS;

    /** Positions are compared under the feed's lock, so a replay from here misses nothing. */
    private static final String DISABLE = """
            update organisation.webhook
            set state = 'DISABLED', disabled_at = now(), last_error = $4,
                stopped_at_position = coalesce((select max(position + 0) from organisation.feed), 0)
            where id = $1 and state = 'ACTIVE' and %s
            returning organisation
            """.formatted(HOPELESS);

    private static final String BURY = """
            with open as (
                delete from organisation.delivery where webhook = $1
                returning webhook, position, organisation, dossier_code, created_at, attempts, last_error
            )
            insert into organisation.dead_letter
                (webhook, position, organisation, dossier_code, created_at, attempts, last_error)
            select webhook, position, organisation, dossier_code, created_at, attempts, last_error from open
            on conflict (webhook, position) do nothing
            """;

    private final Pool pool;
    private final FeedStore feed;

    /** A delivery that this replica holds until its lease ends. */
    record Claimed(
            UUID webhook,
            long position,
            UUID claim,
            int attempts,
            Duration age,
            int failures,
            byte[] url,
            WebhookStore.Keys keys,
            FeedStore.Stored entry) {}

    DeliveryStore(Pool pool, FeedStore feed) {
        this.pool = pool;
        this.feed = feed;
    }

    Uni<List<Claimed>> claim(int most, Duration lease) {
        var claim = UUID.randomUUID();
        return pool.withTransaction(tx -> tx.preparedQuery(LOCK)
                .execute(Tuple.of(most))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new))
                .chain(endpoints -> endpoints.length == 0
                        ? Uni.createFrom().item(List.<Claimed>of())
                        : tx.preparedQuery(CLAIM)
                                .execute(Tuple.tuple()
                                        .addArrayOfUUID(endpoints)
                                        .addUUID(claim)
                                        .addLong(lease.toMillis())
                                        .addInteger(RetryRule.RESTS_AFTER)
                                        .addInteger(most))
                                .map(rows -> rows.stream()
                                        .map(row -> claimed(row, claim))
                                        .toList())));
    }

    /** A row that another replica holds by now (the lease ran out) is left to that replica. */
    Uni<Void> complete(Claimed claimed, RetryRule.Next next, Duration disableAfter) {
        var hopeless = Tuple.of(claimed.webhook(), disableAfter.toMillis());
        return switch (next) {
            case RetryRule.Next.Done() ->
                pool.preparedQuery(DELIVERED)
                        .execute(of(claimed).addInteger(RetryRule.RESTS_AFTER))
                        .replaceWithVoid();
            case RetryRule.Next.Again(var delay, var rest, var error) ->
                failed(AGAIN, of(claimed).addLong(delay.toMillis()), rest, error)
                        .chain(() -> disableIf(hopeless.addLong(null), error));
            case RetryRule.Next.Dead(var rest, var error) ->
                failed(DEAD, of(claimed).addInteger(1), rest, error)
                        .chain(() -> disableIf(hopeless.addLong(claimed.age().toMillis()), error));
            case RetryRule.Next.Disable(var error) -> disable(Tuple.of(claimed.webhook(), null, null), error);
        };
    }

    private Uni<Void> failed(String sql, Tuple tuple, Duration rest, String error) {
        return pool.preparedQuery(sql)
                .execute(tuple.addString(error).addLong(rest.toMillis()))
                .replaceWithVoid();
    }

    private Uni<Void> disableIf(Tuple hopeless, String error) {
        return pool.preparedQuery(IS_HOPELESS)
                .execute(hopeless)
                .chain(found -> found.size() == 0 ? Uni.createFrom().voidItem() : disable(hopeless, error));
    }

    /** Stops an endpoint, keeps what waited for it as dead letters, and tells its firm by the feed. */
    private Uni<Void> disable(Tuple hopeless, String error) {
        var webhook = hopeless.getUUID(0);
        return pool.withTransaction(tx -> feed.lock(tx)
                .chain(() -> tx.preparedQuery(DISABLE).execute(hopeless.addString(error)))
                .chain(rows -> {
                    if (rows.rowCount() == 0) {
                        return Uni.createFrom().voidItem();
                    }
                    var told = new JsonObject()
                            .put("organisation", rows.iterator().next().getString("organisation"))
                            .put("kind", FeedEntry.Kind.WEBHOOK_DISABLED.name())
                            .put("body", new JsonObject().put("webhookId", webhook.toString()));
                    return tx.preparedQuery(BURY)
                            .execute(Tuple.of(webhook))
                            .chain(() -> feed.append(tx, new JsonArray().add(told)));
                }));
    }

    private static Tuple of(Claimed claimed) {
        return Tuple.of(claimed.webhook(), claimed.position(), claimed.claim());
    }

    private static Claimed claimed(Row row, UUID claim) {
        return new Claimed(
                row.getUUID("webhook"),
                row.getLong("position"),
                claim,
                row.getInteger("attempts"),
                Duration.ofMillis(row.getLong("age")),
                row.getInteger("failures"),
                row.getBuffer("url").getBytes(),
                WebhookStore.Keys.of(row),
                new FeedStore.Stored(
                        row.getLong("position"),
                        row.getUUID("id"),
                        FeedEntry.Kind.valueOf(row.getString("kind")),
                        row.getOffsetDateTime("at"),
                        row.getString("dossier_code"),
                        new JsonObject(row.getString("body"))));
    }
}
