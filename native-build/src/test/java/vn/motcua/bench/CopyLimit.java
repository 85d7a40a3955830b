package vn.motcua.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.postgresql.PGConnection;
import vn.motcua.local.LocalPostgres;

/**
 * The raw limit of taking events: COPY of the rows that the service has just written, in the same batches with a commit
 * each, on as many connections, into tables of the same shape with the same checks and indexes.
 */
final class CopyLimit {
    private static final String EVENT = "dossier.event";
    /** The rows of the events themselves. */
    static final List<String> EVENTS = List.of(EVENT);
    /** And all that is kept because of them in the end; what was written over on the way does not count. */
    static final List<String> EVERYTHING = List.of(
            EVENT,
            "dossier.event_key",
            "dossier.dossier",
            "dossier.stay",
            "notification.message",
            "satisfaction.ticket");

    private static final long SETTLED_WITHIN = 120_000;

    private final LocalPostgres postgres;
    private final Map<String, Long> before;

    /** How many rows each table had before the service began. */
    static Map<String, Long> counts(LocalPostgres postgres) throws SQLException {
        try (var connection = postgres.connectAsOwner()) {
            settle(connection);
            var counts = new HashMap<String, Long>();
            for (var table : EVERYTHING) {
                counts.put(table, count(connection, table));
            }
            return counts;
        }
    }

    /** @param before what {@link #counts} said before the service took the events */
    CopyLimit(LocalPostgres postgres, Map<String, Long> before) {
        this.postgres = postgres;
        this.before = before;
    }

    /** Stays are made behind the intake: until the last is there, they are too few, and take from what is measured. */
    private static void settle(Connection connection) throws SQLException {
        long end = System.currentTimeMillis() + SETTLED_WITHIN;
        while ((Boolean) value(connection, "select exists (select from dossier.stay_due)")) {
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException("stays are still waiting to be made");
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Rows of one table as COPY writes them, or a share of them. */
    private record Rows(String table, String columns, List<String> lines) {
        Rows share(int part, int parts) {
            return new Rows(table, columns, lines.subList(cut(part, parts), cut(part + 1, parts)));
        }

        private int cut(int part, int parts) {
            return (int) ((long) lines.size() * part / parts);
        }

        private String copy() {
            return "copy bench." + bare(table) + " (" + columns + ") from stdin";
        }

        Copy ready() {
            var text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
            return new Copy(copy(), text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Copy(String statement, byte[] text) {}

    /**
     * @param tables the events and perhaps others; of each the share of what it grew by that these events have
     * @param events how many events, the last ones
     * @return events per second
     */
    double run(List<String> tables, int events, int batch, int connections) throws SQLException {
        try (var connection = postgres.connectAsOwner()) {
            settle(connection);
            shape(connection, tables);
            var all = new ArrayList<Rows>();
            for (var table : tables) {
                all.add(rows(connection, table, events));
            }
            int commits = Math.max(1, events / batch);
            var batches = new ArrayList<List<Copy>>();
            for (int i = 0; i < commits; i++) {
                int part = i;
                batches.add(all.stream()
                        .map(rows -> rows.share(part, commits))
                        .filter(rows -> !rows.lines().isEmpty())
                        .map(Rows::ready)
                        .toList());
            }
            long start = System.nanoTime();
            copy(batches, connections);
            double seconds = (System.nanoTime() - start) / 1e9;
            for (var rows : all) {
                verify(connection, rows);
            }
            return all.getFirst().lines().size() / seconds;
        }
    }

    private static void shape(Connection connection, List<String> tables) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema if exists bench cascade");
            statement.execute("create schema bench");
            for (var table : tables) {
                boolean inMonths = table.equals(EVENT);
                statement.execute("create table bench." + bare(table) + " (like " + table + " including all)"
                        + (inMonths ? " partition by list (month)" : ""));
            }
            statement.execute("create table bench.event_rows partition of bench.event default");
        }
    }

    private Rows rows(Connection connection, String table, int events) throws SQLException {
        var columns = (String) value(connection, """
                select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
                from information_schema.columns
                where table_schema || '.' || table_name = '%s' and is_generated = 'NEVER'
                """.formatted(table));
        long wanted = events * grown(connection, table) / grown(connection, EVENT);
        // The rows that were written last: by number where it has one, else as they lie.
        var last = table.equals(EVENT) ? "id" : "ctid";
        var text = new ByteArrayOutputStream();
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select " + columns + " from " + table + " order by " + last + " desc limit " + wanted
                                    + ") to stdout",
                            text);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return new Rows(
                table, columns, text.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private long grown(Connection connection, String table) throws SQLException {
        return count(connection, table) - before.get(table);
    }

    private void copy(List<List<Copy>> batches, int connections) {
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var loops = new ArrayList<Callable<Void>>();
            for (int i = 0; i < connections; i++) {
                int first = i;
                loops.add(() -> {
                    try (var connection = postgres.connectAsOwner()) {
                        connection.setAutoCommit(false);
                        for (int b = first; b < batches.size(); b += connections) {
                            copy(connection, batches.get(b));
                        }
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(loops)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("COPY failed", e.getCause());
        }
    }

    private static void copy(Connection connection, List<Copy> batch) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var part : batch) {
            copy.copyIn(part.statement(), new ByteArrayInputStream(part.text()));
        }
        connection.commit();
    }

    private static void verify(Connection connection, Rows rows) throws SQLException {
        long copied = count(connection, "bench." + bare(rows.table()));
        if (copied != rows.lines().size()) {
            throw new IllegalStateException(
                    "copied " + copied + " of " + rows.lines().size() + " rows of " + rows.table());
        }
    }

    private static String bare(String table) {
        return table.substring(table.indexOf('.') + 1);
    }

    private static long count(Connection connection, String table) throws SQLException {
        return (Long) value(connection, "select count(*) from " + table);
    }

    private static Object value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getObject(1);
        }
    }
}
