package vn.motcua.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.PGConnection;
import vn.motcua.local.LocalPostgres;

/** Fills the ledger behind its first leaf, as mixings of ten would. */
final class LedgerTables {
    private static final int GROUP = 11;
    private static final int FLUSH = 20_000;

    private final Random random = new Random(6);
    private final ArrayDeque<byte[]> peaks = new ArrayDeque<>();
    private final MessageDigest sha = MessageDigest.getInstance("SHA-256");
    private final StringBuilder leaves = new StringBuilder();
    private final StringBuilder nodes = new StringBuilder();
    private long size;

    private LedgerTables() throws GeneralSecurityException {}

    static String receipt(long leaf) {
        return "receipt" + leaf;
    }

    /** An index at which {@link #fill} writes a rating. */
    static long rating(Random random, long size) {
        long leaf = 1 + random.nextLong(size - 1);
        return leaf % GROUP == 1 ? leaf + 1 < size ? leaf + 1 : leaf - 1 : leaf;
    }

    /** Until the tree has this size. */
    static void fill(LocalPostgres postgres, long size) {
        try (var connection = postgres.connectAsOwner()) {
            run(connection, "alter table satisfaction.ledger_leaf disable trigger user");
            new LedgerTables().fill(connection, size);
            run(connection, "alter table satisfaction.ledger_leaf enable trigger user");
            run(connection, "vacuum analyze satisfaction.ledger_leaf");
            run(connection, "vacuum analyze satisfaction.ledger_node");
        } catch (SQLException | IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the ledger cannot be filled: has it changed?", e);
        }
    }

    private void fill(Connection connection, long until) throws SQLException, IOException, GeneralSecurityException {
        try (var statement = connection.createStatement();
                var first = statement.executeQuery(
                        "select hash from satisfaction.ledger_node where level = 0 and index = 0")) {
            first.next();
            peaks.push(first.getBytes(1));
            size = 1;
        }
        long batch = 0;
        while (size < until) {
            var isBatch = size % GROUP == 1;
            batch = isBatch ? size : batch;
            add(isBatch ? batch(batch) : rating(batch), isBatch ? "BATCH" : "RATING", isBatch ? null : id(size));
            if (leaves.length() > FLUSH * 200) {
                flush(connection);
            }
        }
        flush(connection);
    }

    private static String batch(long batch) {
        return ("{\"type\":\"BATCH\",\"batch\":%d,\"questionnaire\":\"SHORT\",\"version\":1,\"agency\":\"H98.%03d\",\"n\":10}")
                .formatted(batch, batch % 98);
    }

    private String rating(long batch) {
        var commitment = new byte[32];
        random.nextBytes(commitment);
        return "{\"type\":\"RATING\",\"batch\":%d,\"id\":\"%s\",\"commitment\":\"%s\"}"
                .formatted(
                        batch,
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(
                                        ByteBuffer.allocate(16).putLong(8, size).array()),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(commitment));
    }

    private void add(String leaf, String type, byte[] id) {
        leaves.append(size).append('\t').append(type).append('\t').append(leaf).append('\t');
        leaves.append(id == null ? "\\N" : "\\\\x" + HexFormat.of().formatHex(id))
                .append('\n');
        sha.update((byte) 0);
        var hash = sha.digest(leaf.getBytes(StandardCharsets.UTF_8));
        node(0, size, hash);
        int level = 1;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = join(peaks.pop(), hash);
            node(level, size >> level, hash);
            level++;
        }
        peaks.push(hash);
        size++;
    }

    private void node(int level, long index, byte[] hash) {
        nodes.append(level)
                .append('\t')
                .append(index)
                .append("\t\\\\x")
                .append(HexFormat.of().formatHex(hash))
                .append('\n');
    }

    private byte[] join(byte[] left, byte[] right) {
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    private void flush(Connection connection) throws SQLException, IOException {
        copy(connection, "ledger_leaf (index, type, leaf, rating_id)", leaves);
        copy(connection, "ledger_node (level, index, hash)", nodes);
    }

    private static void copy(Connection connection, String into, StringBuilder text) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy satisfaction." + into + " from stdin",
                        new java.io.ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
        text.setLength(0);
    }

    /** What the service looks for when this receipt is sent. */
    private static byte[] id(long leaf) throws GeneralSecurityException {
        var secret = hmac(receipt(leaf).getBytes(StandardCharsets.UTF_8), "motcua-ledger/1");
        return Arrays.copyOf(hmac(secret, "id"), 16);
    }

    private static byte[] hmac(byte[] key, String message) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    }

    /** Milliseconds to read every leaf's hash and make the tree of them, without keeping it. */
    static double naive(LocalPostgres postgres) throws SQLException, GeneralSecurityException {
        long start = System.nanoTime();
        var tree = new LedgerTables();
        try (var connection = postgres.connectAsOwner()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(10_000);
                try (var rows = statement.executeQuery(
                        "select hash from satisfaction.ledger_node where level = 0 order by index")) {
                    while (rows.next()) {
                        tree.push(rows.getBytes(1));
                    }
                }
            }
        }
        tree.root();
        return (System.nanoTime() - start) / 1e6;
    }

    private void push(byte[] leaf) {
        var hash = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = join(peaks.pop(), hash);
        }
        peaks.push(hash);
        size++;
    }

    private byte[] root() {
        var hash = peaks.pop();
        while (!peaks.isEmpty()) {
            hash = join(peaks.pop(), hash);
        }
        return hash;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
