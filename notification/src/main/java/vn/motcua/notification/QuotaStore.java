package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** SQL of the project's quota: a token bucket that all replicas share. Times are the database's. */
@ApplicationScoped
class QuotaStore {
    /** Tokens to send with, or how long to wait before asking again. */
    record Grant(int tokens, Duration pause) {}

    /** Ten seconds of the quota may be used at once; FCM dislikes more than it dislikes an even stream. */
    static final int BURST_SECONDS = 10;
    /** The pace goes from nothing back to all of the quota in this time. */
    private static final int RECOVERY_SECONDS = 600;

    private static final String OPEN = """
            insert into notification.quota (project, tokens, refilled_at)
            values ($1, $2, now())
            on conflict do nothing
            """;
    // A refill in the future was written before the database's clock went back: it counts as now.
    private static final String TAKE = """
            with bucket as (
                select project, least($3::float8 * %1$d,
                                      tokens + $3 * pace * greatest(extract(epoch from now() - refilled_at), 0)) as tokens,
                       least(pace + greatest(extract(epoch from now() - refilled_at), 0) / %2$d, 1) as pace,
                       case when refilled_at between now() and now() + interval '5 seconds' then refilled_at
                            else now() end as refilled_at,
                       case when paused_until between now() and now() + interval '1 hour 1 minute'
                            then extract(epoch from paused_until - now()) else 0 end as pause
                from notification.quota
                where project = $1
                for update
            ), granted as (
                select case when pause > 0 then 0 else floor(least($2::float8, tokens)) end as granted from bucket
            )
            update notification.quota
            set tokens = bucket.tokens - granted.granted, refilled_at = bucket.refilled_at, pace = bucket.pace
            from bucket, granted
            where quota.project = bucket.project
            returning granted.granted::int as granted, ceil(greatest(bucket.pause, 0.1) * 1000)::bigint as wait
            """.formatted(BURST_SECONDS, RECOVERY_SECONDS);
    // Many pushes learn of the same 429 at once: the pace is halved once in ten seconds.
    private static final String SLOW_DOWN = """
            update notification.quota
            set tokens = 0,
                paused_until = greatest(paused_until, now() + $2 * interval '1 millisecond'),
                pace = case when slowed_at between now() - interval '10 seconds' and now() then pace
                            else greatest(pace / 2, 0.01) end,
                slowed_at = now()
            where project = $1
            """;

    private final Pool pool;

    QuotaStore(Pool pool) {
        this.pool = pool;
    }

    /** Begins with one second's worth. */
    Uni<Void> open(String project, double perSecond) {
        return pool.preparedQuery(OPEN).execute(Tuple.of(project, perSecond)).replaceWithVoid();
    }

    /** Takes up to so many tokens, less when there are less. */
    Uni<Grant> take(String project, int most, double perSecond) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(project, (double) most, perSecond))
                .map(rows -> rows.iterator().next())
                .map(row -> new Grant(row.getInteger("granted"), Duration.ofMillis(row.getLong("wait"))));
    }

    /** FCM said 429: nobody sends until then, and afterwards more slowly. */
    Uni<Void> slowDown(String project, Duration pause) {
        return pool.preparedQuery(SLOW_DOWN)
                .execute(Tuple.of(project, pause.toMillis()))
                .replaceWithVoid();
    }
}
