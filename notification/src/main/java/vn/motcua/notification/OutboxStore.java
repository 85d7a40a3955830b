package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** SQL of the outbox: claim, complete, look at. Times are the database's, so replicas need not agree on the clock. */
@ApplicationScoped
class OutboxStore {
    /**
     * A push that this replica holds until its lease ends.
     *
     * @param device empty when the device is gone or another person's
     */
    record Claimed(
            long id,
            UUID claimId,
            UUID messageId,
            UUID personKey,
            Notice.Kind kind,
            String dossierCode,
            int attempts,
            Duration age,
            Optional<Target> device) {}

    record Target(String installationId, String token, DeviceLocale locale) {
        @Override
        public String toString() {
            return "Target[" + installationId + "]";
        }
    }

    /** A claimed push and what happens to it. */
    record Result(Claimed claimed, DeliveryRule.Next next) {}

    // Lapsed leases first: their pushes have waited longest.
    private static final String CLAIM = """
            with lapsed as (
                select id from notification.outbox
                where claim_id is not null and claimed_until <= now()
                order by claimed_until
                limit $1
                for update skip locked
            ), waiting as (
                select id from notification.outbox
                where claim_id is null and next_attempt_at <= now()
                order by next_attempt_at, id
                limit $1
                for update skip locked
            ), claimed as (
                update notification.outbox
                set claim_id = $2, claimed_until = now() + $3 * interval '1 millisecond'
                where id in (select id from lapsed union all select id from waiting limit $1)
                returning id, message_id, installation_id, attempts, created_at
            )
            select claimed.id, claimed.message_id, claimed.attempts,
                   (extract(epoch from now() - claimed.created_at) * 1000)::bigint as age,
                   message.person_key, message.kind, message.dossier_code,
                   device.installation_id, device.fcm_token, device.locale
            from claimed
            join notification.message on message.id = claimed.message_id
            left join notification.device
                on device.installation_id = claimed.installation_id and device.person_key = message.person_key
            """;

    // A row that another replica holds by now (the lease ran out) is left to that replica.
    private static final String COMPLETE = """
            with result as (
                select id, claim_id, outcome, error, attempts, wait
                from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::bigint[])
                    as result (id, claim_id, outcome, error, attempts, wait)
            ), again as (
                update notification.outbox
                set next_attempt_at = now() + result.wait * interval '1 millisecond', attempts = result.attempts,
                    last_error = result.error, claim_id = null, claimed_until = null
                from result
                where outbox.id = result.id and outbox.claim_id = result.claim_id and result.outcome is null
            ), finished as (
                delete from notification.outbox using result
                where outbox.id = result.id and outbox.claim_id = result.claim_id and result.outcome is not null
                returning message_id, installation_id, outcome, result.attempts, error
            ), recorded as (
                insert into notification.delivery (message_id, installation_id, outcome, attempts, last_error)
                select message_id, installation_id, outcome, attempts, error from finished
            )
            delete from notification.device
            using unnest($7::text[], $8::text[]) as dead (installation_id, fcm_token)
            where device.installation_id = dead.installation_id and device.fcm_token = dead.fcm_token
            """;

    private static final String OLDEST = """
            select (extract(epoch from now() - created_at) * 1000)::bigint as age
            from notification.outbox
            order by id
            limit 1
            """;

    private final Pool pool;

    OutboxStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Claimed>> claim(int most, Duration lease) {
        var claimId = TimeOrderedId.next();
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(most, claimId, lease.toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> claimed(row, claimId))
                        .toList());
    }

    private static Claimed claimed(Row row, UUID claimId) {
        var token = row.getString("fcm_token");
        return new Claimed(
                row.getLong("id"),
                claimId,
                row.getUUID("message_id"),
                row.getUUID("person_key"),
                Notice.Kind.valueOf(row.getString("kind")),
                row.getString("dossier_code"),
                row.getInteger("attempts"),
                Duration.ofMillis(row.getLong("age")),
                token == null
                        ? Optional.empty()
                        : Optional.of(new Target(
                                row.getString("installation_id"),
                                token,
                                DeviceLocale.valueOf(row.getString("locale")))));
    }

    /** Answers how many devices were pruned: only those that still have the token that FCM calls dead. */
    Uni<Integer> complete(List<Result> results) {
        var dead = results.stream().flatMap(r -> deadDevice(r).stream()).toList();
        return pool.preparedQuery(COMPLETE)
                .execute(Tuple.tuple()
                        .addArrayOfLong(
                                results.stream().map(r -> r.claimed().id()).toArray(Long[]::new))
                        .addArrayOfUUID(
                                results.stream().map(r -> r.claimed().claimId()).toArray(UUID[]::new))
                        .addArrayOfString(
                                results.stream().map(OutboxStore::outcome).toArray(String[]::new))
                        .addArrayOfString(
                                results.stream().map(OutboxStore::error).toArray(String[]::new))
                        .addArrayOfInteger(
                                results.stream().map(OutboxStore::attempts).toArray(Integer[]::new))
                        .addArrayOfLong(results.stream().map(OutboxStore::wait).toArray(Long[]::new))
                        .addArrayOfString(
                                dead.stream().map(Target::installationId).toArray(String[]::new))
                        .addArrayOfString(dead.stream().map(Target::token).toArray(String[]::new)))
                .map(rows -> rows.rowCount());
    }

    /** Age of the oldest push that is not sent; zero when there is none. */
    Uni<Duration> oldest() {
        return pool.preparedQuery(OLDEST).execute().map(rows -> {
            var row = rows.iterator();
            return row.hasNext() ? Duration.ofMillis(row.next().getLong("age")) : Duration.ZERO;
        });
    }

    private static Optional<Target> deadDevice(Result result) {
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
