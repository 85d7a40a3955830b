package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;

/** SQL of the access log. */
@Singleton
class AccessStore {
    private static final String WRITE = """
            insert into dossier.access (dossier_code, role, agency, position, purpose, account)
            values ($1, $2, $3, $4, $5, $6)
            """;

    /** What officers and systems read, one by one, and look-ups by proof, by day; latest first. */
    private static final String PAGE = """
            select at, id, role, agency, position, purpose, networks
            from (
                select at, id, role, agency, position, purpose, null::int as networks
                from dossier.access
                where dossier_code = $1 and (at, id) < ($2, $3)
                union all
                select day::timestamp at time zone 'Asia/Ho_Chi_Minh', 0, 'PROOF_HOLDER', null, null, 'LOOK_UP', count(*)::int
                from dossier.proof_lookup
                where dossier_code = $1 and (day::timestamp at time zone 'Asia/Ho_Chi_Minh', 0::int8) < ($2, $3)
                group by day
            ) as seen
            order by at desc, id desc
            limit $4
            """;

    private static final String FORGET = "select dossier.forget_old_accesses() as forgotten";

    private final Pool pool;

    /** A row of the log with its place. */
    record Seen(long id, OffsetDateTime at, Access access, Integer networks) {}

    AccessStore(Pool pool) {
        this.pool = pool;
    }

    /** In the transaction that reads the dossier. */
    Uni<Void> write(SqlClient tx, Access access) {
        return tx.preparedQuery(WRITE)
                .execute(Tuple.of(
                        access.dossierCode(),
                        access.role().name(),
                        access.agency(),
                        access.position(),
                        access.purpose().name(),
                        access.account()))
                .replaceWithVoid();
    }

    Uni<List<Seen>> page(String code, OffsetDateTime before, long beforeId, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(code, before, beforeId, limit))
                .map(rows -> rows.stream().map(row -> seen(code, row)).toList());
    }

    /** Deletes what is older than the retention rule, which the database holds; tells how much. */
    Uni<Long> forgetOld() {
        return pool.preparedQuery(FORGET)
                .execute()
                .map(rows -> rows.iterator().next().getLong("forgotten"));
    }

    private static Seen seen(String code, Row row) {
        return new Seen(
                row.getLong("id"),
                row.getOffsetDateTime("at"),
                new Access(
                        code,
                        AccessRole.valueOf(row.getString("role")),
                        row.getString("agency"),
                        row.getString("position"),
                        AccessPurpose.valueOf(row.getString("purpose")),
                        ""),
                row.getInteger("networks"));
    }
}
