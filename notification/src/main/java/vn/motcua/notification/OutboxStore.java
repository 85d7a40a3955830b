package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** SQL that looks at the outbox as a whole. {@link ClaimStore} takes out of it, {@link CompletionStore} finishes. */
@ApplicationScoped
class OutboxStore {
    private static final String OLDEST = """
            select greatest((extract(epoch from now() - counts_from) * 1000)::bigint, 0) as age
            from notification.outbox
            where lane < 4
            order by counts_from
            limit 1
            """;

    private final Pool pool;

    OutboxStore(Pool pool) {
        this.pool = pool;
    }

    /** Age of the oldest push that is not sent and should be; zero when there is none. */
    Uni<Duration> oldest() {
        return pool.preparedQuery(OLDEST).execute().map(rows -> {
            var row = rows.iterator();
            return row.hasNext() ? Duration.ofMillis(row.next().getLong("age")) : Duration.ZERO;
        });
    }
}
