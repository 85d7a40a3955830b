package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import vn.motcua.openapi.PersonKey;

/** SQL of the funnel: what phones report, and the days' figures. */
@ApplicationScoped
class FunnelStore {
    /** Rows that a day is spread over; writers of different shards do not wait for each other. */
    static final int SHARDS = 16;

    // Counted only for a push of this person to this installation, and once. What was opened has arrived.
    private static final String REPORT = """
            with reported as (
                select distinct id, installation, event
                from unnest($2::uuid[], $3::text[], $4::text[]) as report (id, installation, event)
            ), happened as (
                select id, installation, event from reported
                union
                select id, installation, 'RECEIVED' from reported where event = 'OPENED'
            ), fresh as (
                insert into notification.receipt (message_id, installation_id, event)
                select message.id, happened.installation, happened.event
                from happened
                join notification.message on message.id = happened.id and message.person_key = $1
                where exists (
                        select from notification.delivery
                        where message_id = happened.id and installation_id = happened.installation)
                    or exists (
                        select from notification.outbox
                        where message_id = happened.id and installation_id = happened.installation)
                order by 1, 2, 3
                on conflict do nothing
                returning message_id, event
            ), counted as (
                insert into notification.delivery_day (day, shard, received, opened)
                select (message.created_at at time zone 'Asia/Ho_Chi_Minh')::date, $5::smallint,
                       count(*) filter (where event = 'RECEIVED'), count(*) filter (where event = 'OPENED')
                from fresh join notification.message on message.id = fresh.message_id
                group by 1
                order by 1
                on conflict (day, shard) do update
                set received = delivery_day.received + excluded.received, opened = delivery_day.opened + excluded.opened
            )
            select count(*)::int as counted from fresh
            """;
    private static final String OLDEST = """
            insert into notification.delivery_day (day, shard, oldest_unsent_seconds)
            values ((now() at time zone 'Asia/Ho_Chi_Minh')::date, $1, $2)
            on conflict (day, shard) do update
            set oldest_unsent_seconds = greatest(delivery_day.oldest_unsent_seconds, excluded.oldest_unsent_seconds)
            """;
    private static final String STATUS = """
            with waiting as (
                select (created_at at time zone 'Asia/Ho_Chi_Minh')::date as day, count(*) as pushes,
                       count(*) filter (where counts_from > created_at) as quiet,
                       greatest(max(now() - counts_from) filter (where lane < 4), interval '0') as oldest
                from notification.outbox
                group by 1
            ), ended as (
                select day, sum(sent) as sent, sum(sent + pruned + dropped + expired) as pushes, sum(quick) as quick,
                       sum(waited_for_morning) as quiet, sum(received) as received, sum(opened) as opened,
                       max(oldest_unsent_seconds) as oldest
                from notification.delivery_day
                where day > (now() at time zone 'Asia/Ho_Chi_Minh')::date - 31
                group by day
            )
            select coalesce(ended.day, waiting.day) as day,
                   (coalesce(ended.pushes, 0) + coalesce(waiting.pushes, 0))::bigint as accepted,
                   coalesce(ended.sent, 0)::bigint as sent,
                   coalesce(ended.received, 0)::bigint as received,
                   coalesce(ended.opened, 0)::bigint as opened,
                   round(coalesce(ended.quick, 0)
                         / nullif(coalesce(ended.pushes, 0) + coalesce(waiting.pushes, 0)
                                  - coalesce(ended.quiet, 0) - coalesce(waiting.quiet, 0), 0), 4)::float8 as quick,
                   greatest(coalesce(ended.oldest, 0),
                            extract(epoch from coalesce(waiting.oldest, interval '0'))::bigint)::bigint as oldest,
                   coalesce((select sum(pushes) from waiting), 0)::bigint as all_waiting,
                   coalesce((select extract(epoch from max(oldest)) from waiting), 0)::bigint as oldest_now
            from ended full join waiting on waiting.day = ended.day
            order by 1 desc
            """;

    private final Pool pool;

    FunnelStore(Pool pool) {
        this.pool = pool;
    }

    /** Answers how many were new. */
    Uni<Integer> report(PersonKey person, List<Receipts.Receipt> receipts) {
        return pool.preparedQuery(REPORT)
                .execute(Tuple.tuple()
                        .addUUID(person.value())
                        .addArrayOfUUID(receipts.stream()
                                .map(Receipts.Receipt::notificationId)
                                .toArray(UUID[]::new))
                        .addArrayOfString(receipts.stream()
                                .map(Receipts.Receipt::installationId)
                                .toArray(String[]::new))
                        .addArrayOfString(
                                receipts.stream().map(r -> r.event().name()).toArray(String[]::new))
                        .addInteger(ThreadLocalRandom.current().nextInt(SHARDS)))
                .map(rows -> rows.iterator().next().getInteger("counted"));
    }

    /** Keeps the worst age of the day. */
    Uni<Void> oldest(int shard, Duration age) {
        return pool.preparedQuery(OLDEST)
                .execute(Tuple.of((short) shard, age.toSeconds()))
                .replaceWithVoid();
    }

    Uni<DeliveryStatus> status() {
        return pool.preparedQuery(STATUS).execute().map(rows -> {
            var all = StreamSupport.stream(rows.spliterator(), false).toList();
            if (all.isEmpty()) {
                return new DeliveryStatus(0, 0, List.of());
            }
            return new DeliveryStatus(
                    all.getFirst().getLong("all_waiting"),
                    all.getFirst().getLong("oldest_now"),
                    all.stream()
                            .map(FunnelStore::day)
                            .filter(d -> d.accepted() > 0)
                            .toList());
        });
    }

    private static DeliveryStatus.Day day(Row row) {
        return new DeliveryStatus.Day(
                row.getLocalDate("day"),
                row.getLong("accepted"),
                row.getLong("sent"),
                row.getLong("received"),
                row.getLong("opened"),
                row.getDouble("quick"),
                row.getLong("oldest"));
    }
}
