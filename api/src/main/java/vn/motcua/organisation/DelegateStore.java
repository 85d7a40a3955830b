package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** SQL of delegations. */
@Singleton
class DelegateStore {
    private static final String FIND = """
            select id from organisation.delegate
            where organisation = $1 and (person_key = $2 or delegate_code = $3) and $4 = any(scopes)
              and revoked_at is null and expires_at > now()
            order by id
            limit 1
            """;

    private static final String GRANT = """
            insert into organisation.delegate (organisation, person_key, delegate_code, sealed, scopes, expires_at)
            values ($1, $2, $3, $4, $5, $6)
            returning id, sealed, scopes, granted_at, expires_at, revoked_at
            """;

    private static final String REVOKE = """
            update organisation.delegate set revoked_at = now()
            where organisation = $1 and id = $2 and revoked_at is null
            """;

    private static final String PAGE = """
            select id, sealed, scopes, granted_at, expires_at, revoked_at
            from organisation.delegate
            where organisation = $1 and id > $2
            order by id
            limit $3
            """;

    private final Pool pool;

    /** A delegation as it is stored; whom it is for is sealed. */
    record Stored(
            UUID id,
            byte[] sealed,
            List<Scope> scopes,
            OffsetDateTime grantedAt,
            OffsetDateTime expiresAt,
            OffsetDateTime revokedAt) {}

    DelegateStore(Pool pool) {
        this.pool = pool;
    }

    /** A delegation in force by which this person or this organisation may act. */
    Uni<Optional<UUID>> find(String organisation, UUID person, String firm, Scope scope) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(organisation, person, firm, scope.name()))
                .map(rows -> rows.stream().findFirst().map(row -> row.getUUID("id")));
    }

    Uni<Stored> grant(
            SqlConnection tx,
            String organisation,
            UUID person,
            String firm,
            byte[] sealed,
            Set<Scope> scopes,
            OffsetDateTime expiresAt) {
        return tx.preparedQuery(GRANT)
                .execute(Tuple.of(organisation, person, firm)
                        .addValue(Buffer.buffer(sealed))
                        .addArrayOfString(
                                scopes.stream().map(Scope::name).sorted().toArray(String[]::new))
                        .addOffsetDateTime(expiresAt))
                .map(rows -> row(rows.iterator().next()));
    }

    Uni<Boolean> revoke(SqlConnection tx, String organisation, UUID id) {
        return tx.preparedQuery(REVOKE).execute(Tuple.of(organisation, id)).map(rows -> rows.rowCount() == 1);
    }

    Uni<List<Stored>> page(String organisation, UUID after, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(organisation, after, limit))
                .map(rows -> rows.stream().map(DelegateStore::row).toList());
    }

    private static Stored row(Row row) {
        return new Stored(
                row.getUUID("id"),
                row.getBuffer("sealed").getBytes(),
                Arrays.stream(row.getArrayOfStrings("scopes"))
                        .map(Scope::valueOf)
                        .toList(),
                row.getOffsetDateTime("granted_at"),
                row.getOffsetDateTime("expires_at"),
                row.getOffsetDateTime("revoked_at"));
    }
}
