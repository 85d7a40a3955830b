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
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** SQL that takes pushes out of the outbox. Times are the database's, so replicas need not agree on the clock. */
@ApplicationScoped
class ClaimStore {
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
    // The lock on the own row keeps others from taking this replica for dead between the look and the claim. The commit
    // is not waited for on the disk: a claim that a crash of the database loses is a push that is sent twice, not one
    // that is lost; completing waits.
    private static final String CLAIM = """
            with recursive me as materialized (
                select id, set_config('synchronous_commit', 'off', true)
                from notification.dispatcher where id = $1 and alive_until > now() for key share
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
                returning id, message_id, installation_id, attempts, created_at, counts_from, tenant
            ), seen as (
                select max(tenant) as last_tenant, count(*) < $5 as saw_all,
                       greatest($6 / greatest(count(*) filter (where due), 1), 1)::int as quantum
                from walk
            )
            select seen.last_tenant, seen.saw_all, seen.quantum, claimed.id, claimed.message_id, claimed.attempts, claimed.tenant,
                   greatest((extract(epoch from now() - claimed.counts_from) * 1000)::bigint, 0) as age,
                   message.person_key, message.kind,
                   coalesce(message.dossier_code, broadcast.subject) as about, message.dossier_code,
                   device.installation_id, device.fcm_token, device.locale,
                   claimed.counts_from > claimed.created_at as waited_for_morning, now() as now,
                   preference.quiet_from, preference.quiet_to, preference.zone,
                   preference.lock_screen = 'FULL'
                       and device.last_contact_at > now() - $10 * interval '1 second' as full_text,
                   message.template_version, coalesce(broadcast.variables, '{}') || message.variables as variables,
                   template.title, template.body, template.lock_screen
            from seen
            left join claimed on true
            left join notification.message on message.id = claimed.message_id
            left join notification.broadcast on broadcast.id = message.broadcast_id
            left join notification.preference on preference.person_key = message.person_key
            left join notification.template
                on template.kind = message.kind and template.version = message.template_version
            left join notification.device
                on device.installation_id = claimed.installation_id and device.person_key = message.person_key
                    and (preference.person_key is null
                        or notification.wants_push(preference, message.kind, claimed.tenant))
                    and broadcast.state is distinct from 'STOPPED'
            order by claimed.id
            """;

    private final Pool pool;

    ClaimStore(Pool pool) {
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
                row.getString("about"),
                row.getInteger("attempts"),
                Duration.ofMillis(row.getLong("age")),
                token == null
                        ? Optional.empty()
                        : Optional.of(new Claimed.Target(
                                row.getString("installation_id"),
                                token,
                                DeviceLocale.valueOf(row.getString("locale")))),
                lane == Lane.URGENT ? Duration.ZERO : ClaimedWish.quiet(row),
                row.getBoolean("waited_for_morning"),
                ClaimedWish.text(row));
    }
}
