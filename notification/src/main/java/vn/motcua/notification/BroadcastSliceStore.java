package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** SQL that tells the people of one slice: inbox entries, outbox rows and the progress in one transaction, or nothing. */
@ApplicationScoped
class BroadcastSliceStore {
    /** An announcement whose next slice is due, locked until the end of the transaction. */
    record Due(UUID id, Instant plannedAt, Duration interval, BroadcastHours hours, Instant now) {
        /** When this slice may go: now, or when its hours begin again. */
        Instant opens() {
            return hours.open(now);
        }

        /** When the next one goes. A short delay is made up for, a long one is not: people are not told in a heap. */
        Instant next() {
            var planned = plannedAt.plus(interval);
            var earliest = now.minus(CATCH_UP);
            return hours.open(planned.isBefore(earliest) ? earliest : planned);
        }
    }

    /** What a slice did. */
    record Released(int told, int queued) {}

    private static final Duration CATCH_UP = Duration.ofSeconds(2);

    private static final String DUE = """
            select id, next_slice_at, interval_millis, hours_from, hours_to, now() as now
            from notification.broadcast
            where state = 'RUNNING' and paused_at is null and next_slice_at <= now()
            order by next_slice_at
            limit 1
            for no key update skip locked
            """;
    private static final String WAIT = "update notification.broadcast set next_slice_at = $2 where id = $1";

    // Whoever stopped following meanwhile is not told. Order of the devices' pushes: as for all of one subject.
    private static final String RELEASE = """
            with broadcast as (
                select id, kind, template_version, subject, agency, audience, audience_code, released
                from notification.broadcast
                where id = $1
            ), gone as (
                delete from notification.broadcast_recipient as recipient
                using broadcast
                where recipient.broadcast_id = broadcast.id and recipient.slice = broadcast.released
                returning recipient.person_key
            ), told as (
                insert into notification.message
                    (id, person_key, kind, template_version, variables, agency, broadcast_id)
                select uuidv7(), gone.person_key, kind, template_version, '{}', agency, broadcast.id
                from gone cross join broadcast
                where audience <> 'FOLLOWERS' or exists (
                    select from notification.followed_procedure as followed
                    where followed.person_key = gone.person_key and procedure_code = audience_code)
                returning id, person_key
            ), queued as (
                insert into notification.outbox (message_id, installation_id, lane, tenant, order_key)
                select told.id, device.installation_id, 3, agency,
                       hashtextextended(device.installation_id || ' ' || subject, 0)
                from told
                cross join broadcast
                join notification.device on device.person_key = told.person_key
                left join notification.preference on preference.person_key = told.person_key
                where device.last_contact_at > now() - $3 * interval '1 second'
                    and notification.wants_push(preference, kind, agency)
                returning 1
            ), counted as (
                select (select count(*)::int from told) as told, (select count(*)::int from queued) as queued
            ), moved as (
                update notification.broadcast as b
                set released = b.released + 1, told = b.told + counted.told, queued = b.queued + counted.queued,
                    next_slice_at = $2, state = case when b.released + 1 >= b.slices then 'DONE' else b.state end,
                    ended_at = case when b.released + 1 >= b.slices then now() end
                from counted
                where b.id = $1
            )
            select told, queued, case when queued > 0 then pg_notify('notification_outbox', '') end as rung
            from counted
            """;

    // Only pushes that a living dispatcher could send now hold an announcement up.
    private static final String JAM = """
            select count(*)::int as waiting
            from (
                select from notification.outbox
                where lane = 3 and claim_id is null and next_attempt_at <= now()
                limit $1
            ) as waiting
            where exists (select from notification.dispatcher where alive_until > now())
            """;
    private static final String NEXT = """
            select (extract(epoch from min(next_slice_at) - now()) * 1000)::bigint as millis
            from notification.broadcast
            where state = 'RUNNING' and paused_at is null
            """;

    private final Pool pool;
    private final long staleAfter;

    BroadcastSliceStore(Pool pool, NotificationConfig config) {
        this.pool = pool;
        this.staleAfter = config.staleDevicesAfter().toSeconds();
    }

    <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }

    Uni<Optional<Due>> due(SqlConnection tx) {
        return tx.preparedQuery(DUE)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(BroadcastSliceStore::due)
                        .findFirst());
    }

    Uni<Void> waitUntil(SqlConnection tx, UUID id, Instant time) {
        return tx.preparedQuery(WAIT)
                .execute(Tuple.of(id, time.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<Released> release(SqlConnection tx, UUID id, Instant next) {
        return tx.preparedQuery(RELEASE)
                .execute(Tuple.of(id, next.atOffset(ZoneOffset.UTC), staleAfter))
                .map(rows -> rows.iterator().next())
                .map(row -> new Released(row.getInteger("told"), row.getInteger("queued")));
    }

    /** How many announced pushes could be sent at once and are not; not counted beyond {@code most}. */
    Uni<Integer> jam(int most) {
        return pool.preparedQuery(JAM)
                .execute(Tuple.of(most))
                .map(rows -> rows.iterator().next().getInteger("waiting"));
    }

    /** How long until the next slice, negative when it is due already; nothing when none is planned. */
    Uni<Optional<Duration>> untilNext() {
        return pool.preparedQuery(NEXT)
                .execute()
                .map(rows -> Optional.ofNullable(rows.iterator().next().getLong("millis"))
                        .map(Duration::ofMillis));
    }

    private static Due due(Row row) {
        return new Due(
                row.getUUID("id"),
                row.getOffsetDateTime("next_slice_at").toInstant(),
                Duration.ofMillis(row.getLong("interval_millis")),
                new BroadcastHours(row.getLocalTime("hours_from"), row.getLocalTime("hours_to")),
                row.getOffsetDateTime("now").toInstant());
    }
}
