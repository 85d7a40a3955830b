package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** SQL that gathers the people of an announcement and cuts them into slices, in one statement for all of them. */
@ApplicationScoped
class BroadcastPlanStore {
    /** One at a time, whichever replica plans: the statement is long and writes a lot. */
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended('notification.broadcast.plan', 0)) as locked";

    private static final String NEXT = """
            select id, audience, audience_code
            from notification.broadcast
            where state = 'PLANNING'
            order by created_at
            limit 1
            """;
    // The inbox is the truth, so whoever reads only that is told, too.
    private static final String ALL = """
            select person_key from notification.device where $1::text is null
            union
            select person_key from notification.message
            union
            select person_key from notification.preference
            union
            select person_key from notification.followed_procedure
            """;
    private static final String PROVINCE = """
            select distinct person_key
            from notification.message
            where split_part(coalesce(agency, split_part(dossier_code, '-', 1)), '.', 1) = $1::text
                and dossier_code is not null
            """;
    private static final String FOLLOWERS = """
            select person_key from notification.followed_procedure where procedure_code = $1::text
            """;
    // In the order of random keys, so that no slice is one town.
    private static final String RECIPIENTS = """
            with person as (%s)
            insert into notification.broadcast_recipient (broadcast_id, slice, person_key)
            select $2, (row_number() over (order by person_key) - 1) / $3, person_key from person
            """;
    private static final String COUNT = "with person as (%s) select count(*)::int as people from person";
    // Nothing changes when it was stopped meanwhile: then all of this is rolled back.
    private static final String PLANNED = """
            update notification.broadcast
            set state = case when $2 = 0 then 'DONE' else 'RUNNING' end, recipients = $2, slices = ($2 + $3 - 1) / $3,
                interval_millis = greatest(
                    spread_seconds * 1000::bigint / greatest(($2 + $3 - 1) / $3, 1), $3 * 60000::bigint / $4),
                ended_at = case when $2 = 0 then now() end
            where id = $1 and state = 'PLANNING'
            """;

    private final Pool pool;
    private final BroadcastConfig config;

    BroadcastPlanStore(Pool pool, BroadcastConfig config) {
        this.pool = pool;
        this.config = config;
    }

    private record Waiting(UUID id, BroadcastInput.Audience audience) {}

    /** Plans the oldest one that waits for it. Whether there was one, and nobody else is at it. */
    Uni<Boolean> planNext() {
        return pool.withTransaction(tx -> tx.query(LOCK)
                .execute()
                .chain(locked -> locked.iterator().next().getBoolean("locked")
                        ? next(tx)
                        : Uni.createFrom().item(Optional.<Waiting>empty()))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : plan(tx, found.get()).replaceWith(true)));
    }

    /** How many people it would be. */
    Uni<Integer> count(BroadcastInput.Audience audience) {
        return pool.preparedQuery(COUNT.formatted(people(audience)))
                .execute(Tuple.of(audience.code()))
                .map(rows -> rows.iterator().next().getInteger("people"));
    }

    private static Uni<Optional<Waiting>> next(SqlConnection tx) {
        return tx.query(NEXT)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Waiting(
                                row.getUUID("id"),
                                new BroadcastInput.Audience(
                                        BroadcastInput.Audience.Kind.valueOf(row.getString("audience")),
                                        row.getString("audience_code"))))
                        .findFirst());
    }

    private Uni<Void> plan(SqlConnection tx, Waiting waiting) {
        return tx.preparedQuery(RECIPIENTS.formatted(people(waiting.audience())))
                .execute(Tuple.of(waiting.audience().code(), waiting.id(), config.slice()))
                .chain(people -> tx.preparedQuery(PLANNED)
                        .execute(Tuple.of(waiting.id(), people.rowCount(), config.slice(), config.perMinute())))
                .chain(planned -> planned.rowCount() == 1
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new StoppedMeanwhile()));
    }

    private static String people(BroadcastInput.Audience audience) {
        return switch (audience.kind()) {
            case ALL -> ALL;
            case PROVINCE -> PROVINCE;
            case FOLLOWERS -> FOLLOWERS;
        };
    }

    /** Rolls the plan back. */
    static final class StoppedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedMeanwhile() {
            super("the announcement was stopped while it was planned");
        }
    }
}
