package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SQL that reads the ledger: heads, and leaves below them. */
@Singleton
class LedgerReads {
    private static final String HEADS = """
            select number, size, root, signed_at, key_id, signature
            from satisfaction.ledger_head
            where number < $1
            order by number desc
            limit $2
            """;

    private static final String LEAVES = """
            select leaf
            from satisfaction.ledger_leaf
            where index >= $1 and index < $2
            order by index
            limit $3
            """;

    private static final String OF_RATING = """
            select index, leaf
            from satisfaction.ledger_leaf
            where rating_id = $1 and index < $2
            order by index
            """;

    /** A batch, and what was decided of it when it was set aside. */
    private static final String OF_BATCH = """
            select index, leaf
            from satisfaction.ledger_leaf
            where (index = $1 or decides = $1) and index < $2
            order by index
            """;

    private final Pool pool;

    LedgerReads(Pool pool) {
        this.pool = pool;
    }

    /** A head with its place in the list of heads. */
    record Numbered(long number, TreeHead head) {}

    record Found(long index, String leaf) {}

    /** Heads before a number, the newest first. */
    Uni<List<Numbered>> heads(SqlClient client, long before, int limit) {
        return client.preparedQuery(HEADS).execute(Tuple.of(before, limit)).map(rows -> {
            var heads = new ArrayList<Numbered>();
            rows.forEach(row -> heads.add(new Numbered(row.getLong("number"), TreeHead.of(row))));
            return heads;
        });
    }

    Uni<Optional<TreeHead>> latest(SqlClient client) {
        return heads(client, Long.MAX_VALUE, 1)
                .map(heads -> heads.stream().map(Numbered::head).findFirst());
    }

    Uni<List<String>> leaves(long from, long size, int limit) {
        return pool.preparedQuery(LEAVES).execute(Tuple.of(from, size, limit)).map(rows -> {
            var leaves = new ArrayList<String>();
            rows.forEach(row -> leaves.add(row.getString("leaf")));
            return leaves;
        });
    }

    /** The leaves of a rating: when it was held, and when it was counted or rejected. */
    Uni<List<Found>> ofRating(byte[] id, long size) {
        return pool.preparedQuery(OF_RATING)
                .execute(Tuple.of(Buffer.buffer(id), size))
                .map(LedgerReads::found);
    }

    Uni<List<Found>> ofBatch(long batch, long size) {
        return pool.preparedQuery(OF_BATCH).execute(Tuple.of(batch, size)).map(LedgerReads::found);
    }

    private static List<Found> found(RowSet<Row> rows) {
        var found = new ArrayList<Found>();
        rows.forEach(row -> found.add(new Found(row.getLong("index"), row.getString("leaf"))));
        return found;
    }
}
