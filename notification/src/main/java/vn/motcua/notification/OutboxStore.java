package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** SQL of the outbox: claim, complete, look at. Times are the database's, so replicas need not agree on the clock. */
@ApplicationScoped
class OutboxStore {
    /**
     * A push that this replica holds as long as it renews its lease.
     *
     * @param dispatcher the name that the lease ran under when it was claimed
     * @param device empty when the device is gone, another person's, or the person does not want this push any more
     * @param quiet how long the person's quiet hours last; zero when there are none now, or when it is urgent
     * @param waitedForMorning whether quiet hours held it up before
     * @param text what the lock screen says
     */
    record Claimed(
            long id,
            UUID claimId,
            UUID dispatcher,
            Lane lane,
            String tenant,
            UUID messageId,
            UUID personKey,
            Notice.Kind kind,
            String dossierCode,
            int attempts,
            Duration age,
            Optional<Target> device,
            Duration quiet,
            boolean waitedForMorning,
            PushText text) {}

    record Target(String installationId, String token, DeviceLocale locale) {
        @Override
        public String toString() {
            return "Target[" + installationId + "]";
        }
    }

    /** A claimed push and what happens to it. */
    record Result(Claimed claimed, DeliveryRule.Next next) {}

    /**
     * What a look at the outbox found.
     *
     * @param quantum most pushes that one tenant could get
     * @param sawAll whether the walk reached the last tenant
     */
    record Claim(List<Claimed> pushes, int quantum, String lastTenant, boolean sawAll) {
        /** Whether one more look may find more at once. */
        boolean mayBeMore() {
            return !sawAll
                    || pushes.stream()
                            .collect(Collectors.groupingBy(Claimed::tenant, Collectors.counting()))
                            .values()
                            .stream()
                            .anyMatch(got -> got >= quantum);
        }
    }

    /**
     * What completing did.
     *
     * @param pruned devices that were removed because FCM calls their token dead
     * @param followed whether a push waited for one of these to be done
     */
    record Completed(int pruned, boolean followed) {}

    /**
     * What one look may take.
     *
     * @param after the tenant that the last look ended with; the walk goes on behind it
     * @param tenants most tenants that are looked at
     * @param most most pushes altogether
     * @param cap most pushes that this replica holds for one tenant
     * @param held what it holds already, by tenant
     * @param activeWithin a phone that was heard of so lately is taken to be in its owner's hand
     */
    record Room(
            Lane lane,
            String after,
            int tenants,
            int most,
            int cap,
            Map<String, Integer> held,
            Duration activeWithin) {}

    // The walk finds the tenants that have something waiting, one index probe each; those with something due share the
    // room evenly, so a tenant with a hundred thousand rows gets no more than one with two. A push waits while an
    // earlier
    // one about the same dossier to the same device is not done, unless it is the more urgent one.
    // The lock on the own row keeps others from taking this replica for dead between the look and the claim.
    private static final String CLAIM = """
            with recursive me as materialized (
                select id from notification.dispatcher where id = $1 and alive_until > now() for key share
            ), walk (tenant, due, visited) as (
                (
                    select tenant, next_attempt_at <= now(), 1
                    from notification.outbox
                    where claim_id is null and lane = $3 and tenant > $4
                    order by tenant, next_attempt_at
                    limit 1
                )
                union all
                select next.tenant, next.due, walk.visited + 1
                from walk cross join lateral (
                    select tenant, next_attempt_at <= now() as due
                    from notification.outbox
                    where claim_id is null and lane = $3 and tenant > walk.tenant
                    order by tenant, next_attempt_at
                    limit 1
                ) as next
                where walk.visited < $5
            ), share as (
                select walk.tenant, least(greatest($6 / count(*) over (), 1), $7 - coalesce(held.pushes, 0)) as places
                from walk left join unnest($8::text[], $9::int[]) as held (tenant, pushes) on held.tenant = walk.tenant
                where walk.due
            ), chosen as (
                select due.id
                from share cross join lateral (
                    select id
                    from notification.outbox as candidate
                    where claim_id is null and lane = $3 and tenant = share.tenant and next_attempt_at <= now()
                        and not exists (
                            select from notification.outbox as earlier
                            where earlier.order_key = candidate.order_key and earlier.id < candidate.id
                                and earlier.lane <= candidate.lane)
                    order by next_attempt_at, id
                    limit greatest(share.places, 0)
                    for update skip locked
                ) as due
                limit $6
            ), claimed as (
                update notification.outbox
                set claim_id = $2, claimed_by = $1, claimed_at = now()
                where id in (select id from chosen) and exists (select from me)
                returning id, message_id, installation_id, attempts, created_at, tenant, last_error
            ), seen as (
                select max(tenant) as last_tenant, count(*) < $5 as saw_all,
                       greatest($6 / greatest(count(*) filter (where due), 1), 1)::int as quantum
                from walk
            )
            select seen.last_tenant, seen.saw_all, seen.quantum, claimed.id, claimed.message_id, claimed.attempts, claimed.tenant,
                   greatest((extract(epoch from now() - claimed.created_at) * 1000)::bigint, 0) as age,
                   message.person_key, message.kind, message.dossier_code,
                   device.installation_id, device.fcm_token, device.locale,
                   claimed.last_error is not distinct from 'QUIET_HOURS' as waited_for_morning, now() as now,
                   preference.quiet_from, preference.quiet_to, preference.zone,
                   preference.lock_screen = 'FULL'
                       and device.last_contact_at > now() - $10 * interval '1 second' as full_text,
                   message.template_version, message.variables, template.title, template.body, template.lock_screen
            from seen
            left join claimed on true
            left join notification.message on message.id = claimed.message_id
            left join notification.preference on preference.person_key = message.person_key
            left join notification.template
                on template.kind = message.kind and template.version = message.template_version
            left join notification.device
                on device.installation_id = claimed.installation_id and device.person_key = message.person_key
                    and notification.wants_push(preference, message.kind, claimed.tenant)
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
                    last_error = result.error, claim_id = null, claimed_by = null, claimed_at = null
                from result
                where outbox.id = result.id and outbox.claim_id = result.claim_id and result.outcome is null
            ), finished as (
                delete from notification.outbox using result
                where outbox.id = result.id and outbox.claim_id = result.claim_id and result.outcome is not null
                returning outbox.id, message_id, installation_id, order_key, outcome, result.attempts, error,
                    created_at, outbox.last_error as held_by
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
                       count(*) filter (
                           where held_by is distinct from 'QUIET_HOURS' and created_at > now() - interval '10 seconds'),
                       count(*) filter (where held_by = 'QUIET_HOURS')
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

    private static final String OLDEST = """
            select greatest((extract(epoch from now() - created_at) * 1000)::bigint, 0) as age
            from notification.outbox
            where last_error is distinct from 'QUIET_HOURS'
            order by id
            limit 1
            """;

    private final Pool pool;
    /** Of the day's figures, for this replica. */
    private final int shard = ThreadLocalRandom.current().nextInt(FunnelStore.SHARDS);

    OutboxStore(Pool pool) {
        this.pool = pool;
    }

    /** Claims for this dispatcher; nothing when its lease has lapsed. */
    Uni<Claim> claim(UUID dispatcher, Room room) {
        var claimId = TimeOrderedId.next();
        var held = room.held();
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.tuple()
                        .addUUID(dispatcher)
                        .addUUID(claimId)
                        .addInteger(room.lane().ordinal())
                        .addString(room.after())
                        .addInteger(room.tenants())
                        .addInteger(room.most())
                        .addInteger(room.cap())
                        .addArrayOfString(held.keySet().toArray(String[]::new))
                        .addArrayOfInteger(held.values().toArray(Integer[]::new))
                        .addLong(room.activeWithin().toSeconds()))
                .map(rows -> {
                    var seen = rows.iterator().next();
                    var pushes = StreamSupport.stream(rows.spliterator(), false)
                            .filter(row -> row.getLong("id") != null)
                            .map(row -> claimed(row, claimId, dispatcher, room.lane()))
                            .toList();
                    var last = seen.getString("last_tenant");
                    return new Claim(
                            pushes,
                            seen.getInteger("quantum"),
                            last == null ? room.after() : last,
                            seen.getBoolean("saw_all"));
                });
    }

    private static Claimed claimed(Row row, UUID claimId, UUID dispatcher, Lane lane) {
        var token = row.getString("fcm_token");
        return new Claimed(
                row.getLong("id"),
                claimId,
                dispatcher,
                lane,
                row.getString("tenant"),
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
                                DeviceLocale.valueOf(row.getString("locale")))),
                lane == Lane.URGENT ? Duration.ZERO : ClaimedWish.quiet(row),
                row.getBoolean("waited_for_morning"),
                ClaimedWish.text(row));
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
                                results.stream().map(OutboxStore::outcome).toArray(String[]::new))
                        .addArrayOfString(
                                results.stream().map(OutboxStore::error).toArray(String[]::new))
                        .addArrayOfInteger(
                                results.stream().map(OutboxStore::attempts).toArray(Integer[]::new))
                        .addArrayOfLong(results.stream().map(OutboxStore::wait).toArray(Long[]::new))
                        .addArrayOfString(
                                dead.stream().map(Target::installationId).toArray(String[]::new))
                        .addArrayOfString(dead.stream().map(Target::token).toArray(String[]::new))
                        .addInteger(shard))
                .map(rows -> rows.iterator().next())
                .map(row -> new Completed(row.getInteger("pruned"), row.getBoolean("followed")));
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
