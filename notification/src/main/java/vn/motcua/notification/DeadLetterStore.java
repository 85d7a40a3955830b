package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import vn.motcua.openapi.Vietnam;

/** SQL of pushes that were given up. One whose device is gone is none: there is nobody to send it to. */
@ApplicationScoped
class DeadLetterStore {
    record Found(DeadLetter letter, DeadLetterPlace place) {}

    /** Most pushes that one call sends again, so that it stays short. */
    static final int MOST = 5_000;

    private static final String LIST = """
            select delivery.message_id, delivery.installation_id, delivery.outcome, delivery.last_error,
                   delivery.attempts, delivery.at, message.kind, message.created_at,
                   coalesce(message.agency, split_part(message.dossier_code, '-', 1)) as agency
            from notification.delivery
            join notification.message on message.id = delivery.message_id
            where outcome in ('DROPPED', 'EXPIRED') and last_error is distinct from 'NO_DEVICE' and resent_at is null
                and ($1::text is null or last_error = $1)
                and ($2::timestamptz is null
                    or (delivery.at, delivery.message_id, delivery.installation_id) < ($2, $3::uuid, $4::text))
            order by delivery.at desc, delivery.message_id desc, delivery.installation_id desc
            limit $5
            """;
    // Their age begins anew: what was too old once is not too old at once. What was urgent then is not so now. An
    // announcement that was stopped is not heard of again.
    private static final String RESEND = """
            with dead as (
                select message_id, installation_id
                from notification.delivery
                where outcome in ('DROPPED', 'EXPIRED') and last_error is distinct from 'NO_DEVICE' and resent_at is null
                    and (last_error = $1 or message_id = any ($2))
                order by at
                limit $3
                for update skip locked
            ), marked as (
                update notification.delivery set resent_at = now()
                from dead
                where delivery.message_id = dead.message_id and delivery.installation_id = dead.installation_id
            ), queued as (
                insert into notification.outbox (message_id, installation_id, lane, tenant, order_key)
                select message.id, device.installation_id,
                       case
                           when broadcast.paused_at is not null then 4
                           when message.broadcast_id is not null then 3
                           when message.kind = 'RATING_INVITATION' then 2
                           else 1
                       end,
                       coalesce(message.agency, split_part(message.dossier_code, '-', 1)),
                       hashtextextended(
                           device.installation_id || ' ' || coalesce(message.dossier_code, broadcast.subject), 0)
                from dead
                join notification.message on message.id = dead.message_id
                left join notification.broadcast on broadcast.id = message.broadcast_id
                join notification.device
                    on device.installation_id = dead.installation_id and device.person_key = message.person_key
                where broadcast.state is distinct from 'STOPPED'
                order by message.created_at, message.id
                on conflict do nothing
                returning 1
            )
            select (select count(*)::int from queued) as queued, (select count(*)::int from dead) as dead,
                   case when exists (select from queued) then pg_notify('notification_outbox', '') end
            """;

    private final Pool pool;

    DeadLetterStore(Pool pool) {
        this.pool = pool;
    }

    /** Newest first. */
    Uni<List<Found>> list(Optional<String> error, Optional<DeadLetterPlace> after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(
                        error.orElse(null),
                        after.map(DeadLetterPlace::endedAt).orElse(null),
                        after.map(DeadLetterPlace::messageId).orElse(null),
                        after.map(DeadLetterPlace::installationId).orElse(null),
                        limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeadLetterStore::found)
                        .toList());
    }

    Uni<Resent> resend(Resend which) {
        return pool.preparedQuery(RESEND)
                .execute(Tuple.tuple()
                        .addString(which.error())
                        .addArrayOfUUID(which.messageIds().toArray(UUID[]::new))
                        .addInteger(MOST))
                .map(rows -> rows.iterator().next())
                .map(row -> {
                    int queued = row.getInteger("queued");
                    int dead = row.getInteger("dead");
                    return new Resent(queued, dead - queued, dead == MOST);
                });
    }

    private static Found found(Row row) {
        var endedAt = row.getOffsetDateTime("at");
        var letter = new DeadLetter(
                row.getUUID("message_id"),
                Notice.Kind.valueOf(row.getString("kind")),
                row.getString("agency"),
                DeadLetter.Ending.valueOf(row.getString("outcome")),
                row.getString("last_error"),
                row.getInteger("attempts"),
                Vietnam.time(row.getOffsetDateTime("created_at")),
                Vietnam.time(endedAt));
        return new Found(letter, new DeadLetterPlace(endedAt, letter.messageId(), row.getString("installation_id")));
    }
}
