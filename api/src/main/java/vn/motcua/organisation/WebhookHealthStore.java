package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;

/** SQL of the figures about all endpoints. */
@Singleton
class WebhookHealthStore {
    private static final String COUNTS = """
            select count(*) filter (where state = 'ACTIVE')::int as active,
                   count(*) filter (where state = 'PAUSED')::int as paused,
                   count(*) filter (where state = 'DISABLED')::int as disabled,
                   count(*) filter (where state = 'ACTIVE' and failures > 0)::int as failing,
                   (select count(*) from organisation.delivery) as waiting,
                   coalesce((select greatest(extract(epoch from now() - min(d.created_at)), 0)
                             from organisation.delivery d
                             join organisation.webhook w on w.id = d.webhook
                             where w.state = 'ACTIVE'), 0)::bigint as oldest,
                   (select count(*) from organisation.dead_letter) as dead
            from organisation.webhook
            """;

    private static final String ERRORS = """
            select last_error, count(*)::int as endpoints
            from organisation.webhook
            where last_error is not null and state <> 'PAUSED'
            group by last_error
            order by endpoints desc, last_error
            limit 50
            """;

    private final Pool pool;

    WebhookHealthStore(Pool pool) {
        this.pool = pool;
    }

    Uni<WebhookHealth> health() {
        return errors().chain(errors -> pool.preparedQuery(COUNTS)
                .execute()
                .map(rows -> health(rows.iterator().next(), errors)));
    }

    private Uni<List<WebhookHealth.Errors>> errors() {
        return pool.preparedQuery(ERRORS)
                .execute()
                .map(rows -> rows.stream()
                        .map(row -> new WebhookHealth.Errors(row.getString("last_error"), row.getInteger("endpoints")))
                        .toList());
    }

    private static WebhookHealth health(Row row, List<WebhookHealth.Errors> errors) {
        return new WebhookHealth(
                row.getInteger("active"),
                row.getInteger("paused"),
                row.getInteger("disabled"),
                row.getInteger("failing"),
                row.getLong("waiting"),
                row.getLong("oldest"),
                row.getLong("dead"),
                errors);
    }
}
