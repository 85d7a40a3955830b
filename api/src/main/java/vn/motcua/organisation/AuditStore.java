package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/** SQL of the audit: who did what for an organisation, in the transaction that did it. */
@Singleton
class AuditStore {
    private static final String WRITE = """
            insert into organisation.audit (organisation, actor, delegate, action, subject) values ($1, $2, $3, $4, $5)
            """;

    private static final String PAGE = """
            select id, at, actor, delegate, action, subject
            from organisation.audit
            where organisation = $1 and id < $2
            order by id desc
            limit $3
            """;

    private final Pool pool;

    /** An entry with its place in the list. */
    record Placed(long id, AuditEntry entry) {}

    AuditStore(Pool pool) {
        this.pool = pool;
    }

    /** @param subject what it was done to; never anything about a person */
    Uni<Void> write(SqlConnection tx, Acting who, AuditEntry.Action action, String subject) {
        return tx.preparedQuery(WRITE)
                .execute(Tuple.of(who.organisation(), who.actor(), who.delegate(), action.name(), subject))
                .replaceWithVoid();
    }

    /** Latest first. */
    Uni<List<Placed>> page(String organisation, long before, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(organisation, before, limit))
                .map(rows -> rows.stream()
                        .map(row -> new Placed(
                                row.getLong("id"),
                                new AuditEntry(
                                        row.getOffsetDateTime("at"),
                                        row.getString("actor"),
                                        row.getUUID("delegate"),
                                        AuditEntry.Action.valueOf(row.getString("action")),
                                        row.getString("subject"))))
                        .toList());
    }
}
