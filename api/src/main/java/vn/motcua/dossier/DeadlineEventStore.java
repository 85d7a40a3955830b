package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;

/** SQL that reads what was told about dates. */
@Singleton
class DeadlineEventStore {
    private static final String OF_AGENCY = "(e.agency = $1 or e.agency like $1 || '.%')";
    private static final String STILL_OPEN = "d.clock_state = 'RUNNING' and d.due_at = e.due_at";

    private static final String PAGE = """
            select e.id, e.dossier_code, e.kind, e.due_at, e.at, e.agency, e.procedure_code,
                   coalesce(%s, false) as open
            from dossier.deadline_event e
            left join dossier.dossier d on d.code = e.dossier_code
            where %s and e.id < $2 and ($3::text is null or e.kind = $3)
            order by e.id desc
            limit $4
            """.formatted(STILL_OPEN, OF_AGENCY);

    private static final String COUNTS = """
            select count(distinct e.dossier_code) filter (where e.due_at >= $2) as due_soon,
                   count(distinct e.dossier_code) filter (where e.due_at < $2) as overdue
            from dossier.deadline_event e
            join dossier.dossier d on d.code = e.dossier_code and %s
            where %s and e.at > $2 - interval '1 year'
            """.formatted(STILL_OPEN, OF_AGENCY);

    private final Pool pool;

    /** A row of the list; {@code id} is its place. */
    record Stored(
            long id,
            String dossierCode,
            WatchPlan.Kind kind,
            OffsetDateTime dueAt,
            OffsetDateTime at,
            String agency,
            String procedure,
            boolean open) {}

    DeadlineEventStore(Pool pool) {
        this.pool = pool;
    }

    /** Newest first, of the agency and the units below it. */
    Uni<List<Stored>> page(String agency, long before, WatchPlan.Kind kind, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(agency, before, kind == null ? null : kind.name(), limit))
                .map(rows -> rows.stream().map(DeadlineEventStore::stored).toList());
    }

    Uni<DeadlineEventPage.Counts> counts(String agency, OffsetDateTime now) {
        return pool.preparedQuery(COUNTS).execute(Tuple.of(agency, now)).map(rows -> {
            var row = rows.iterator().next();
            return new DeadlineEventPage.Counts(row.getInteger("due_soon"), row.getInteger("overdue"));
        });
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.getLong("id"),
                row.getString("dossier_code"),
                WatchPlan.Kind.valueOf(row.getString("kind")),
                row.getOffsetDateTime("due_at"),
                row.getOffsetDateTime("at"),
                row.getString("agency"),
                row.getString("procedure_code"),
                row.getBoolean("open"));
    }
}
