package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import vn.motcua.catalogue.Popularity;

/** Dossiers by procedure, from a sample where there are very many: the ranking needs the order of magnitude. */
@ApplicationScoped
class ProcedureCounts implements Popularity {
    private static final long SAMPLE = 200_000;

    /** -1 until the table was analysed for the first time; it is small then. */
    private static final String SIZE =
            "select greatest(reltuples, 0)::bigint as size from pg_class where oid = 'dossier.dossier'::regclass";

    private static final String COUNT = """
            select procedure_code, count(*) as dossiers
              from dossier.dossier tablesample system ($1)
             where procedure_code is not null
             group by procedure_code
            """;

    private final Pool pool;

    ProcedureCounts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<String, Long>> dossiersByProcedure() {
        return pool.query(SIZE)
                .execute()
                .map(rows -> rows.iterator().next().getLong("size"))
                .flatMap(size -> sampled(size <= SAMPLE ? 1 : (double) SAMPLE / size));
    }

    private Uni<Map<String, Long>> sampled(double share) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of((float) (share * 100)))
                .map(rows -> {
                    var counts = new HashMap<String, Long>();
                    rows.forEach(row ->
                            counts.put(row.getString("procedure_code"), Math.round(row.getLong("dossiers") / share)));
                    return counts;
                });
    }
}
