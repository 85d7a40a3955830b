package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** SQL that writes down what became of claimed pushes: gone from the outbox, or waiting for another attempt. */
@ApplicationScoped
class CompletionStore {
    /** A claimed push and what happens to it. */
    record Result(Claimed claimed, DeliveryRule.Next next) {}

    /**
     * What completing did.
     *
     * @param pruned devices that were removed because FCM calls their token dead
     * @param followed whether a push waited for one of these to be done
     */
    record Completed(int pruned, boolean followed) {}

    // A row that another replica holds by now (the lease ran out) is left to that replica.
    private static final String COMPLETE = """
            with result as (
                select id, claim_id, outcome, error, attempts, wait
                from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::bigint[])
                    as result (id, claim_id, outcome, error, attempts, wait)
            ), again as (
                update notification.outbox
                set next_attempt_at = now() + result.wait * interval '1 millisecond', attempts = result.attempts,
                    counts_from = counts_from
                        + case when result.error = 'QUIET_HOURS' then result.wait else 0 end * interval '1 millisecond',
                    last_error = result.error, claim_id = null, claimed_by = null, claimed_at = null
                from result
                where outbox.id = result.id and outbox.claim_id = result.claim_id and result.outcome is null
            ), finished as (
                delete from notification.outbox using result
                where outbox.id = result.id and outbox.claim_id = result.claim_id and result.outcome is not null
                returning outbox.id, message_id, installation_id, order_key, outcome, result.attempts, error,
                    created_at, counts_from > created_at as waited
            ), recorded as (
                insert into notification.delivery (message_id, installation_id, outcome, attempts, last_error)
                select message_id, installation_id, outcome, attempts, error from finished
                on conflict (message_id, installation_id) do update
                set outcome = excluded.outcome, attempts = excluded.attempts, last_error = excluded.last_error,
                    at = excluded.at, resent_at = null
            ), counted as (
                insert into notification.delivery_day
                    (day, shard, sent, pruned, dropped, expired, quick, waited_for_morning)
                select (created_at at time zone 'Asia/Ho_Chi_Minh')::date, $9::smallint,
                       count(*) filter (where outcome = 'SENT'), count(*) filter (where outcome = 'TOKEN_PRUNED'),
                       count(*) filter (where outcome = 'DROPPED'), count(*) filter (where outcome = 'EXPIRED'),
                       count(*) filter (where not waited and created_at > now() - interval '10 seconds'),
                       count(*) filter (where waited)
                from finished
                group by 1
                order by 1
                on conflict (day, shard) do update
                set sent = delivery_day.sent + excluded.sent, pruned = delivery_day.pruned + excluded.pruned,
                    dropped = delivery_day.dropped + excluded.dropped, expired = delivery_day.expired + excluded.expired,
                    quick = delivery_day.quick + excluded.quick,
                    waited_for_morning = delivery_day.waited_for_morning + excluded.waited_for_morning
            ), pruned as (
                delete from notification.device
                using unnest($7::text[], $8::text[]) as dead (installation_id, fcm_token)
                where device.installation_id = dead.installation_id and device.fcm_token = dead.fcm_token
                returning 1
            )
            select (select count(*)::int from pruned) as pruned,
                   exists (
                       select from finished
                       join notification.outbox as later
                           on later.order_key = finished.order_key and later.id > finished.id) as followed
            """;

    private final Pool pool;
    /** Of the day's figures, for this replica. */
    private final int shard = ThreadLocalRandom.current().nextInt(FunnelStore.SHARDS);

    CompletionStore(Pool pool) {
        this.pool = pool;
    }

    /** Prunes only devices that still have the token that FCM calls dead. */
    Uni<Completed> complete(List<Result> results) {
        var dead = results.stream().flatMap(r -> deadDevice(r).stream()).toList();
        return pool.preparedQuery(COMPLETE)
                .execute(Tuple.tuple()
                        .addArrayOfLong(
                                results.stream().map(r -> r.claimed().id()).toArray(Long[]::new))
                        .addArrayOfUUID(
                                results.stream().map(r -> r.claimed().claimId()).toArray(UUID[]::new))
                        .addArrayOfString(
                                results.stream().map(CompletionStore::outcome).toArray(String[]::new))
                        .addArrayOfString(
                                results.stream().map(CompletionStore::error).toArray(String[]::new))
                        .addArrayOfInteger(
                                results.stream().map(CompletionStore::attempts).toArray(Integer[]::new))
                        .addArrayOfLong(
                                results.stream().map(CompletionStore::wait).toArray(Long[]::new))
                        .addArrayOfString(dead.stream()
                                .map(Claimed.Target::installationId)
                                .toArray(String[]::new))
                        .addArrayOfString(
                                dead.stream().map(Claimed.Target::token).toArray(String[]::new))
                        .addInteger(shard))
                .map(rows -> rows.iterator().next())
                .map(row -> new Completed(row.getInteger("pruned"), row.getBoolean("followed")));
    }

    private static Optional<Claimed.Target> deadDevice(Result result) {
        return result.next() instanceof DeliveryRule.Next.Finished end
                        && end.outcome() == DeliveryRule.Outcome.TOKEN_PRUNED
                ? result.claimed().device()
                : Optional.empty();
    }

    private static String outcome(Result result) {
        return switch (result.next()) {
            case DeliveryRule.Next.Finished end -> end.outcome().name();
            case DeliveryRule.Next.Again _ -> null;
        };
    }

    private static String error(Result result) {
        return switch (result.next()) {
            case DeliveryRule.Next.Finished end -> end.error().orElse(null);
            case DeliveryRule.Next.Again again -> again.error().orElse(null);
        };
    }

    private static Integer attempts(Result result) {
        return switch (result.next()) {
            case DeliveryRule.Next.Finished _ -> result.claimed().attempts() + 1;
            case DeliveryRule.Next.Again again -> again.attempts();
        };
    }

    private static Long wait(Result result) {
        return switch (result.next()) {
            case DeliveryRule.Next.Finished _ -> 0L;
            case DeliveryRule.Next.Again again -> again.delay().toMillis();
        };
    }
}
