package vn.motcua.satisfaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import vn.motcua.openapi.LocalParts;

/** Somebody with the password of the database's owner, who switches the triggers off and on. Afterwards all is as it was. */
final class Tampering {
    private Tampering() {}

    interface Look {
        void look() throws Exception;
    }

    /** Runs the statements, looks, and puts every row of these tables back. */
    static void with(List<String> tables, List<String> statements, Look look) throws Exception {
        try (var connection = LocalParts.postgres().connectAsOwner()) {
            for (var table : tables) {
                run(
                        connection,
                        "create table satisfaction.%1$s_kept as select * from satisfaction.%1$s".formatted(table));
                run(connection, "alter table satisfaction.%s disable trigger user".formatted(table));
            }
            try {
                for (var statement : statements) {
                    run(connection, statement);
                }
                look.look();
            } finally {
                for (var table : tables) {
                    run(connection, "delete from satisfaction." + table);
                    run(
                            connection,
                            "insert into satisfaction.%1$s overriding system value select * from satisfaction.%1$s_kept"
                                    .formatted(table));
                    run(connection, "alter table satisfaction.%s enable trigger user".formatted(table));
                    run(connection, "drop table satisfaction.%s_kept".formatted(table));
                }
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Writes a leaf anew and every hash above it, as a careful forger does; the tree is whole again, and another one. */
    static List<String> rewrite(long index, String newLeaf) throws SQLException {
        var entries = new LedgerEntries(0, 0);
        var statements = new ArrayList<String>();
        for (var row :
                Database.rows("select index, leaf from satisfaction.ledger_leaf where ? <> '' order by index", "x")) {
            entries.add(new Leaf(
                    Leaf.Type.ATOM, Long.parseLong(row.getFirst()) == index ? newLeaf : row.getLast(), null, null));
        }
        statements.add("update satisfaction.ledger_leaf set leaf = '%s' where index = %d".formatted(newLeaf, index));
        var nodes = Ledger.grown(entries, new HashMap<>());
        for (var node = new LedgerTree.Node(0, index); nodes.containsKey(node); node = node.parent()) {
            statements.add("update satisfaction.ledger_node set hash = '\\x%s' where level = %d and index = %d"
                    .formatted(HexFormat.of().formatHex(nodes.get(node)), node.level(), node.index()));
        }
        return statements;
    }

    /** The root that the stored hashes make, after what was rewritten. */
    static byte[] root(long size) throws SQLException {
        var nodes = new HashMap<LedgerTree.Node, byte[]>();
        for (var row : Database.rows(
                "select level, index, encode(hash, 'hex') from satisfaction.ledger_node where ? <> ''", "x")) {
            nodes.put(
                    new LedgerTree.Node(Integer.parseInt(row.get(0)), Long.parseLong(row.get(1))),
                    HexFormat.of().parseHex(row.get(2)));
        }
        return LedgerTree.whole(size).hash(nodes::get);
    }

    static List<String> list(String... statements) {
        return Arrays.asList(statements);
    }
}
