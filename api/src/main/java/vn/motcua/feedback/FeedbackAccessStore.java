package vn.motcua.feedback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;

/** SQL of the log of accesses. */
@Singleton
class FeedbackAccessStore {
    private static final String WRITE = """
            insert into feedback.access (code, agency, position, purpose, identity, account)
            values ($1, $2, $3, $4, $5, $6)
            """;

    private static final String PAGE = """
            select id, at, agency, position, purpose, identity
            from feedback.access
            where code = $1 and id < $2
            order by id desc
            limit $3
            """;

    private static final String FORGET = "select feedback.forget_old_accesses() as forgotten";

    private final Pool pool;

    /** A row of the log. */
    record Seen(
            long id, OffsetDateTime at, String agency, String position, FeedbackPurpose purpose, boolean identity) {}

    FeedbackAccessStore(Pool pool) {
        this.pool = pool;
    }

    /** In the transaction that reads the case. */
    Uni<Void> write(SqlConnection tx, FeedbackAccess access, boolean identity) {
        return tx.preparedQuery(WRITE)
                .execute(Tuple.of(
                        access.code(),
                        access.own().value(),
                        access.position(),
                        access.purpose().name(),
                        identity,
                        access.account()))
                .replaceWithVoid();
    }

    /** Latest first. */
    Uni<List<Seen>> page(String code, long before, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(code, before, limit))
                .map(rows -> rows.stream()
                        .map(row -> new Seen(
                                row.getLong("id"),
                                row.getOffsetDateTime("at"),
                                row.getString("agency"),
                                row.getString("position"),
                                FeedbackPurpose.valueOf(row.getString("purpose")),
                                row.getBoolean("identity")))
                        .toList());
    }

    Uni<Long> forgetOld() {
        return pool.preparedQuery(FORGET)
                .execute()
                .map(rows -> rows.iterator().next().getLong("forgotten"));
    }
}
