package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** SQL of leases: signs of life, and freeing what the dead and the stuck hold. Times are the database's. */
@ApplicationScoped
class LeaseStore {
    // By the way it hears whether FCM asked another replica to pause; a pause further ahead than any can be is ignored.
    private static final String RENEW = """
            insert into notification.dispatcher (id, alive_until)
            values ($1, now() + $2 * interval '1 millisecond')
            on conflict (id) do update set alive_until = excluded.alive_until
            returning coalesce((
                select (extract(epoch from paused_until - now()) * 1000)::bigint
                from notification.quota
                where project = $3 and paused_until between now() and now() + interval '1 hour 1 minute'), 0) as pause
            """;
    // A lease further ahead than any can be was written before the database's clock went back; it would hold for as
    // long. No index knows who claimed what, so the outbox is read only when somebody died.
    private static final String FREE_OF_THE_DEAD = """
            with dead as (
                delete from notification.dispatcher
                where id in (
                    select id from notification.dispatcher
                    where alive_until <= now() or alive_until > now() + 10 * $1 * interval '1 millisecond'
                    for update skip locked)
                returning id
            )
            update notification.outbox
            set claim_id = null, claimed_by = null, claimed_at = null
            where exists (select from dead) and claimed_by in (select id from dead)
            """;
    // Whatever the reason: held by a living dispatcher for too long, by one that is not known, or put off further than
    // any
    // rule puts off (the clock went back).
    private static final String FREE_THE_STUCK = """
            update notification.outbox
            set claim_id = null, claimed_by = null, claimed_at = null, next_attempt_at = least(next_attempt_at, now())
            where claim_id is not null
                    and (claimed_at < now() - $1 * interval '1 millisecond'
                        or claimed_at > now() + $1 * interval '1 millisecond'
                        or not exists (select from notification.dispatcher where id = claimed_by))
                or claim_id is null and next_attempt_at > now() + interval '25 hours'
            """;
    private static final String LEAVE = """
            with gone as (
                delete from notification.dispatcher where id = $1
            )
            update notification.outbox
            set claim_id = null, claimed_by = null, claimed_at = null
            where claimed_by = $1
            """;

    private final Pool pool;

    LeaseStore(Pool pool) {
        this.pool = pool;
    }

    /** Answers how long FCM asked all replicas to pause; zero when it did not. */
    Uni<Duration> renew(UUID dispatcher, Duration lease) {
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(dispatcher, lease.toMillis(), Quota.PROJECT))
                .map(rows -> Duration.ofMillis(rows.iterator().next().getLong("pause")));
    }

    /** Answers how many pushes came free. */
    Uni<Integer> freeOfTheDead(Duration lease) {
        return pool.preparedQuery(FREE_OF_THE_DEAD)
                .execute(Tuple.of(lease.toMillis()))
                .map(rows -> rows.rowCount());
    }

    /** Answers how many pushes were stuck. */
    Uni<Integer> freeTheStuck(Duration after) {
        return pool.preparedQuery(FREE_THE_STUCK)
                .execute(Tuple.of(after.toMillis()))
                .map(rows -> rows.rowCount());
    }

    /** Gives back at once what this dispatcher still holds. */
    Uni<Void> leave(UUID dispatcher) {
        return pool.preparedQuery(LEAVE).execute(Tuple.of(dispatcher)).replaceWithVoid();
    }
}
