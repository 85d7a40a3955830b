package vn.motcua.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

    private final LocalPostgres postgres;
    private final List<String> tables;

    CopyLimit(LocalPostgres postgres, List<String> tables) {
        this.postgres = postgres;
        this.tables = tables;
    }

    /** Rows of one table as COPY writes them, or a share of them. */
    private record Rows(String table, String columns, List<String> lines) {
        Rows share(int part, int parts) {
            return new Rows(table, columns, lines.subList(cut(part, parts), cut(part + 1, parts)));
        }

        private int cut(int part, int parts) {
            return (int) ((long) lines.size() * part / parts);
        }

        String copy() {
            return "copy bench." + bare(table) + " (" + columns + ") from stdin";
        }

        byte[] text() {
            return lines.isEmpty() ? new byte[0] : (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * @param events how many events, the last ones, and as many rows of each table as it has to them
     * @return events per second
     */
    double run(int events, int batch, int connections) throws SQLException {
        try (var connection = postgres.connectAsOwner()) {
            shape(connection);
            var all = new ArrayList<Rows>();
            for (var table : tables) {
                all.add(rows(connection, table, events));
            }
            int commits = Math.max(1, events / batch);
            var batches = new ArrayList<List<Rows>>();
            for (int i = 0; i < commits; i++) {
                int part = i;
                batches.add(all.stream().map(rows -> rows.share(part, commits)).toList());
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

    private void shape(Connection connection) throws SQLException {
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

    private static Rows rows(Connection connection, String table, int events) throws SQLException {
        var columns = (String) value(connection, """
                select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
                from information_schema.columns
                where table_schema || '.' || table_name = '%s' and is_generated = 'NEVER'
                """.formatted(table));
        boolean isEvent = table.equals(EVENT);
        long wanted = isEvent ? events : events * count(connection, table) / count(connection, EVENT);
        var text = new ByteArrayOutputStream();
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select " + columns + " from " + table + (isEvent ? " order by id desc" : "")
                                    + " limit " + wanted + ") to stdout",
                            text);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return new Rows(
                table, columns, text.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private void copy(List<List<Rows>> batches, int connections) {
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

    private static void copy(Connection connection, List<Rows> batch) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var rows : batch) {
            copy.copyIn(rows.copy(), new ByteArrayInputStream(rows.text()));
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
