package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Drops what nobody has to keep: devices that were silent for long, inbox entries that are old, and what became of their
 * pushes. In small steps that lock little; several replicas share the work.
 */
@ApplicationScoped
class Retention {
    static final int STEP = 1_000;

    private static final String DEVICES = """
            delete from notification.device
            where installation_id in (
                select installation_id from notification.device
                where last_contact_at < now() - $1 * interval '1 second'
                limit $2
                for update skip locked)
            """;
    // An entry that still waits to be pushed stays: its push would have nothing to lead to.
    private static final String MESSAGES = """
            with old as (
                select id from notification.message
                where created_at < now() - $1 * interval '1 second'
                    and not exists (select from notification.outbox where message_id = message.id)
                order by created_at
                limit $2
                for update skip locked
            ), deliveries as (
                delete from notification.delivery where message_id in (select id from old)
            )
            select id from old
            """;
    private static final String BROADCASTS = """
            delete from notification.broadcast
            where id in (
                select id from notification.broadcast
                where ended_at < now() - $1 * interval '1 second'
                    and not exists (select from notification.message where broadcast_id = broadcast.id)
                limit $2
                for update skip locked)
            """;
    private static final String DROP = "delete from notification.message where id = any ($1)";

    private final Pool pool;

    Retention(Pool pool) {
        this.pool = pool;
    }

    /** Answers how many went. */
    Uni<Integer> dropSilentDevices(Duration after) {
        return pool.preparedQuery(DEVICES)
                .execute(Tuple.of(after.toSeconds(), STEP))
                .map(rows -> rows.rowCount());
    }

    /** Announcements that stand in nobody's inbox any more; answers how many went. */
    Uni<Integer> dropOldBroadcasts(Duration after) {
        return pool.preparedQuery(BROADCASTS)
                .execute(Tuple.of(after.toSeconds(), STEP))
                .map(rows -> rows.rowCount());
    }

    /** One step; answers how many went. */
    Uni<Integer> dropOldMessages(Duration after) {
        return pool.withTransaction(tx -> tx.preparedQuery(MESSAGES)
                .execute(Tuple.of(after.toSeconds(), STEP))
                .map(rows -> {
                    var ids = new java.util.ArrayList<java.util.UUID>();
                    rows.forEach(row -> ids.add(row.getUUID("id")));
                    return ids.toArray(java.util.UUID[]::new);
                })
                .chain(ids -> tx.preparedQuery(DROP).execute(Tuple.tuple().addArrayOfUUID(ids)))
                .map(rows -> rows.rowCount()));
    }
}
