package vn.motcua.organisation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

/** A page of the feed reads a few blocks of the database, however long the history. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FeedCostTest {
    private static final int HISTORY = 60_000;
    private static final int MOST_BLOCKS = 40;
    private static final Pattern BLOCKS = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    private record Cost(long blocks, String plan) {}

    @Test
    void aPageCostsTheSameAfterALongHistory() throws SQLException {
        var firm = new Firm().code();
        var others = new Firm().code();
        try (var connection = LocalParts.postgres().connectAsOwner()) {
            fill(connection, others, HISTORY);
            fill(connection, firm, HISTORY);
            analyse(connection);
            var first = pageAfter(connection, firm, -1);
            var last = pageAfter(connection, firm, positionBeforeLast(connection, firm));
            delete(connection, firm, others);
            // Three levels of an index, the rows of the page, and where all feeds end; the table has thousands of
            // blocks.
            assertTrue(first.blocks() <= MOST_BLOCKS, first.plan());
            assertTrue(last.blocks() <= MOST_BLOCKS, "at the end: " + last.plan());
        }
    }

    private static void fill(Connection connection, String firm, int entries) throws SQLException {
        try (var sql = connection.prepareStatement("""
                insert into organisation.feed (organisation, kind, dossier_code, body)
                select ?, 'DOSSIER_CHANGED', 'H44.07-261103-' || (10000 + n % 500), '{"status": "RECEIVED"}'
                from generate_series(1, ?) n
                """)) {
            sql.setString(1, firm);
            sql.setInt(2, entries);
            sql.executeUpdate();
        }
    }

    private static void analyse(Connection connection) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute("vacuum analyze organisation.feed");
        }
    }

    private static Cost pageAfter(Connection connection, String firm, long position) throws SQLException {
        var page = FeedStore.READ
                .replace("$1", "'" + firm + "'")
                .replace("$2", position + "::bigint")
                .replace("$3", "101");
        try (var sql = connection.createStatement()) {
            sql.execute(
                    "explain (analyze, buffers, costs off, timing off) " + page); // the first one reads the catalogue
            try (var rows = sql.executeQuery("explain (analyze, buffers, costs off, timing off) " + page)) {
                var plan = new StringBuilder();
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
                var blocks = BLOCKS.matcher(plan);
                assertTrue(blocks.find(), "the plan tells nothing of blocks");
                return new Cost(
                        Long.parseLong(blocks.group(1))
                                + (blocks.group(2) == null ? 0 : Long.parseLong(blocks.group(2))),
                        plan.toString());
            }
        }
    }

    private static long positionBeforeLast(Connection connection, String firm) throws SQLException {
        try (var sql = connection.prepareStatement(
                "select max(position) - 150 from organisation.feed where organisation = ?")) {
            sql.setString(1, firm);
            try (var rows = sql.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void delete(Connection connection, String... firms) throws SQLException {
        try (var sql = connection.prepareStatement("delete from organisation.feed where organisation = any(?)")) {
            sql.setArray(1, connection.createArrayOf("text", firms));
            sql.executeUpdate();
        }
    }
}
