package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** SQL of the watch over dates. */
@Singleton
class WatchStore {
    static final String CLAIM = "select " + OpenDossier.COLUMNS + """
            from dossier.dossier
            where watch_at < $1
            order by watch_at
            limit $2
            for update skip locked
            """;

    /** What was told already stays as it is and is not told again. */
    private static final String RECORD = """
            insert into dossier.deadline_event (dossier_code, kind, due_at, agency, procedure_code, at, told)
            select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::timestamptz[],
                                 $7::bool[])
            on conflict on constraint deadline_told_once do nothing
            returning dossier_code
            """;

    private static final String NEXT = """
            update dossier.dossier d
            set watch_at = n.watch_at
            from unnest($1::text[], $2::timestamptz[]) as n (code, watch_at)
            where d.code = n.code
            """;

    private final Pool pool;

    /** What one dossier was found to be at, and when to look at it again. */
    record Finding(OpenDossier dossier, WatchPlan.Kind reached, boolean told, OffsetDateTime next) {}

    WatchStore(Pool pool) {
        this.pool = pool;
    }

    <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }

    Uni<List<OpenDossier>> claim(SqlConnection tx, OffsetDateTime now, int most) {
        return tx.preparedQuery(CLAIM)
                .execute(Tuple.of(now, most))
                .map(rows -> rows.stream().map(OpenDossier::of).toList());
    }

    /** The dossiers for which it is new. */
    Uni<Set<String>> record(SqlConnection tx, List<Finding> findings, OffsetDateTime now) {
        var reached = findings.stream().filter(f -> f.reached() != null).toList();
        if (reached.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return tx.preparedQuery(RECORD)
                .execute(Tuple.tuple()
                        .addArrayOfString(texts(reached, f -> f.dossier().code()))
                        .addArrayOfString(texts(reached, f -> f.reached().name()))
                        .addArrayOfOffsetDateTime(
                                reached.stream().map(f -> f.dossier().dueAt()).toArray(OffsetDateTime[]::new))
                        .addArrayOfString(
                                texts(reached, f -> f.dossier().facts().agency()))
                        .addArrayOfString(
                                texts(reached, f -> f.dossier().facts().procedure()))
                        .addArrayOfOffsetDateTime(reached.stream().map(f -> now).toArray(OffsetDateTime[]::new))
                        .addArrayOfBoolean(reached.stream().map(Finding::told).toArray(Boolean[]::new)))
                .map(rows -> {
                    var fresh = new HashSet<String>();
                    rows.forEach(row -> fresh.add(row.getString("dossier_code")));
                    return fresh;
                });
    }

    Uni<Void> lookAgain(SqlConnection tx, List<Finding> findings) {
        return tx.preparedQuery(NEXT)
                .execute(Tuple.tuple()
                        .addArrayOfString(texts(findings, f -> f.dossier().code()))
                        .addArrayOfOffsetDateTime(
                                findings.stream().map(Finding::next).toArray(OffsetDateTime[]::new)))
                .replaceWithVoid();
    }

    private static String[] texts(List<Finding> findings, Function<Finding, String> text) {
        return findings.stream().map(text).toArray(String[]::new);
    }
}
