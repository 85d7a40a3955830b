package vn.motcua.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import vn.motcua.local.LocalPostgres;

/**
 * Fills the tables that the service made: dossiers in one COPY, events month by month into their partitions, then the keys
 * by which events are known. Checks and the indexes of a partition are kept while copying; other indexes are made again
 * after, as a restore does.
 */
final class ScaleFill {
    private static final int BUFFER = 1 << 20;

    private final LocalPostgres postgres;
    private final ScaleDossier.Years years;

    /** What was written. */
    record Filled(long dossiers, long events, double seconds, long bytes) {}

    ScaleFill(LocalPostgres postgres, ScaleDossier.Years years) {
        this.postgres = postgres;
        this.years = years;
    }

    Filled run() throws SQLException, IOException {
        long start = System.nanoTime();
        try (var connection = postgres.connectAsOwner()) {
            execute(connection, "set maintenance_work_mem = '768MB'", "set synchronous_commit = off");
            long revision = number(connection, "select coalesce(max(id), 0) from calendar.revision");
            dossiers(connection, revision);
            say("dossiers", start);
            long events = events(connection, revision);
            say("events", start);
            keys(connection, revision);
            say("keys of events", start);
            execute(
                    connection,
                    "select setval('dossier.event_number', " + (events + 1) + ")",
                    "vacuum (analyze) dossier.dossier",
                    "analyze dossier.event");
            say("statistics", start);
            return new Filled(
                    years.dossiers(),
                    events,
                    (System.nanoTime() - start) / 1e9,
                    number(connection, "select pg_database_size(current_database())"));
        }
    }

    private void dossiers(Connection connection, long revision) throws SQLException, IOException {
        connection.setAutoCommit(false);
        var indexes = withoutIndexes(connection);
        execute(connection, "alter table dossier.dossier disable trigger user", "truncate dossier.dossier");
        var rows = new ScaleRows(revision);
        try (var copy = new Copy(connection, "dossier.dossier", ScaleRows.DOSSIER)) {
            for (int number = 0; number < years.dossiers(); number++) {
                copy.write(rows.dossier(years.dossier(number)));
            }
        }
        execute(connection, "alter table dossier.dossier enable trigger user");
        execute(connection, indexes.toArray(String[]::new));
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Drops all but the primary key; what makes them again. */
    private static List<String> withoutIndexes(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        var makeAgain = new ArrayList<String>();
        try (var sql = connection.createStatement();
                var found = sql.executeQuery("""
                        select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
                          from pg_index
                         where indrelid = 'dossier.dossier'::regclass and not indisprimary
                        """)) {
            while (found.next()) {
                names.add(found.getString("name"));
                makeAgain.add(found.getString("definition"));
            }
        }
        for (var name : names) {
            execute(connection, "drop index " + name);
        }
        return makeAgain;
    }

    private long events(Connection connection, long revision) throws SQLException, IOException {
        var rows = new ScaleRows(revision);
        long id = 0;
        int number = 0;
        while (number < years.dossiers()) {
            int month = years.dossier(number).month();
            execute(connection, "select dossier.add_event_month(" + month + ")");
            connection.setAutoCommit(false);
            execute(connection, "truncate dossier.event_" + month);
            try (var copy = new Copy(connection, "dossier.event_" + month, ScaleRows.EVENT)) {
                for (var d = years.dossier(number); d.month() == month; d = years.dossier(number)) {
                    for (int place = 0; place < d.steps().size(); place++) {
                        copy.write(rows.event(d, place, ++id));
                    }
                    if (++number == years.dossiers()) {
                        break;
                    }
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            System.err.printf("  events of %d: %,d so far%n", month, id);
        }
        return id;
    }

    private void keys(Connection connection, long revision) throws SQLException, IOException {
        connection.setAutoCommit(false);
        execute(
                connection,
                "alter table dossier.event_key drop constraint event_key_pkey",
                "truncate dossier.event_key");
        var rows = new ScaleRows(revision);
        try (var copy = new Copy(connection, "dossier.event_key", ScaleRows.KEY)) {
            for (int number = 0; number < years.dossiers(); number++) {
                var d = years.dossier(number);
                for (int place = 0; place < d.steps().size(); place++) {
                    copy.write(rows.key(d, place));
                }
            }
        }
        execute(connection, "alter table dossier.event_key add primary key (id)");
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** A running COPY, fed in large pieces. Frozen: the table was emptied in the same transaction. */
    private static final class Copy implements AutoCloseable {
        private final org.postgresql.copy.CopyIn copy;
        private final byte[] buffer = new byte[BUFFER];
        private int filled;

        Copy(Connection connection, String table, String columns) throws SQLException {
            copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + columns + ") from stdin with (freeze)");
        }

        void write(byte[] row) throws SQLException {
            if (filled + row.length > BUFFER) {
                flush();
            }
            System.arraycopy(row, 0, buffer, filled, row.length);
            filled += row.length;
        }

        private void flush() throws SQLException {
            copy.writeToCopy(buffer, 0, filled);
            filled = 0;
        }

        @Override
        public void close() throws SQLException {
            if (copy.isActive()) {
                flush();
                copy.endCopy();
            }
        }
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (var sql = connection.createStatement()) {
            for (var statement : statements) {
                sql.execute(statement);
            }
        }
    }

    static long number(Connection connection, String query) throws SQLException {
        try (var sql = connection.createStatement();
                var row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void say(String what, long start) {
        System.err.printf("%s done after %,.0f s%n", what, (System.nanoTime() - start) / 1e9);
    }
}
