package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** SQL that appends to the ledger. One transaction appends at a time; the lock ends with it. */
@Singleton
class LedgerStore {
    /** Any number that no other lock of the database has; the mixing takes its own one first. */
    private static final String LOCK = "select pg_advisory_xact_lock(6060843)";

    private static final String STATE = """
            select
                coalesce((select max(index) + 1 from satisfaction.ledger_leaf), 0) as size,
                coalesce((select max(id) from satisfaction.atom), 0) as atoms
            """;

    private static final String BEFORE = """
            select
                (select count(*) from satisfaction.rating where batch is null) as ratings,
                coalesce((
                    select sum(w.level1 + w.level2 + w.level3 + w.level4 + w.level5)
                    from satisfaction.waiting w
                    join satisfaction.item i
                        on i.questionnaire = w.questionnaire and i.version = w.version and i.code = w.item
                    where i.factor = 'OVERALL'), 0)::bigint as waiting
            """;

    private static final String LEAVES = """
            insert into satisfaction.ledger_leaf (index, type, leaf, rating_id, decides)
            select $1 + l.place - 1, l.type, l.leaf, l.rating_id, l.decides
            from unnest($2::text[], $3::text[], $4::bytea[], $5::bigint[])
                with ordinality as l (type, leaf, rating_id, decides, place)
            order by l.place
            """;

    private static final String NODES = """
            insert into satisfaction.ledger_node (level, index, hash)
            select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
            """;

    private static final String SALTS = """
            insert into satisfaction.ledger_batch (batch, salt) select * from unnest($1::bigint[], $2::bytea[])
            """;

    private static final String FIND_NODES = """
            select n.level, n.index, n.hash
            from unnest($1::smallint[], $2::bigint[]) as w (level, index)
            join satisfaction.ledger_node n on n.level = w.level and n.index = w.index
            """;

    /** What stood before the ledger began. */
    record Before(long ratings, long waiting) {}

    /** Waits until nobody else appends, then tells how much there is. */
    Uni<LedgerEntries> open(SqlConnection transaction) {
        return transaction
                .query(LOCK)
                .execute()
                .chain(() -> transaction.query(STATE).execute())
                .map(rows -> {
                    var row = rows.iterator().next();
                    return new LedgerEntries(row.getLong("size"), row.getLong("atoms"));
                });
    }

    Uni<Before> before(SqlConnection transaction) {
        return transaction.query(BEFORE).execute().map(rows -> {
            var row = rows.iterator().next();
            return new Before(row.getLong("ratings"), row.getLong("waiting"));
        });
    }

    Uni<Void> insert(SqlConnection transaction, LedgerEntries entries, Map<LedgerTree.Node, byte[]> nodes) {
        return insertLeaves(transaction, entries)
                .chain(() -> insertNodes(transaction, nodes))
                .chain(() -> insertSalts(transaction, entries.salts()));
    }

    private static Uni<Void> insertLeaves(SqlConnection transaction, LedgerEntries entries) {
        var leaves = entries.leaves();
        return transaction
                .preparedQuery(LEAVES)
                .execute(Tuple.tuple()
                        .addLong(entries.size())
                        .addValue(
                                leaves.stream().map(leaf -> leaf.type().name()).toArray(String[]::new))
                        .addValue(leaves.stream().map(Leaf::text).toArray(String[]::new))
                        .addValue(leaves.stream()
                                .map(leaf -> leaf.id() == null ? null : Buffer.buffer(leaf.id()))
                                .toArray(Buffer[]::new))
                        .addValue(leaves.stream().map(Leaf::decides).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Void> insertNodes(SqlConnection transaction, Map<LedgerTree.Node, byte[]> nodes) {
        return transaction
                .preparedQuery(NODES)
                .execute(places(nodes.keySet())
                        .addValue(nodes.values().stream().map(Buffer::buffer).toArray(Buffer[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Void> insertSalts(SqlConnection transaction, List<LedgerEntries.Salt> salts) {
        return salts.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(SALTS)
                        .execute(Tuple.tuple()
                                .addValue(salts.stream()
                                        .map(LedgerEntries.Salt::batch)
                                        .toArray(Long[]::new))
                                .addValue(salts.stream()
                                        .map(salt -> Buffer.buffer(salt.salt()))
                                        .toArray(Buffer[]::new)))
                        .replaceWithVoid();
    }

    /** Hashes of complete subtrees, each by its primary key. */
    Uni<Map<LedgerTree.Node, byte[]>> nodes(SqlClient client, Collection<LedgerTree.Node> wanted) {
        return client.preparedQuery(FIND_NODES).execute(places(wanted)).map(rows -> {
            var nodes = new HashMap<LedgerTree.Node, byte[]>();
            rows.forEach(row -> nodes.put(node(row), row.getBuffer("hash").getBytes()));
            return nodes;
        });
    }

    static LedgerTree.Node node(Row row) {
        return new LedgerTree.Node(row.getShort("level"), row.getLong("index"));
    }

    private static Tuple places(Collection<LedgerTree.Node> nodes) {
        return Tuple.tuple()
                .addValue(nodes.stream().map(node -> (short) node.level()).toArray(Short[]::new))
                .addValue(nodes.stream().map(LedgerTree.Node::index).toArray(Long[]::new));
    }
}
