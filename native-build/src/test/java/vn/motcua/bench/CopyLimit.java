package vn.motcua.bench;

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
    private static final String COLUMNS = "id, month, source, event_id, dossier_code, status, occurred_at, "
            + "received_by_us_at, payload, person_key, proofs, sealed, content_hash, reason_code, component_ref, "
            + "reason_missing";

    private CopyLimit() {}

    /** @return rows per second */
    static double run(LocalPostgres postgres, int rows, int batch, int connections) throws SQLException {
        try (var connection = postgres.connectAsOwner()) {
            shape(connection);
            var batches = batches(lines(connection, rows), batch);
            int copied = batches.stream().mapToInt(Batch::rows).sum();
            long start = System.nanoTime();
            copy(postgres, batches, connections);
            double seconds = (System.nanoTime() - start) / 1e9;
            verify(connection, copied);
            return copied / seconds;
        }
    }

    private record Batch(int rows, byte[] text) {}

    private static void shape(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema if exists bench cascade");
            statement.execute("create schema bench");
            statement.execute("create table bench.event (like dossier.event including all) partition by list (month)");
            statement.execute("create table bench.event_rows partition of bench.event default");
        }
    }

    /** The last rows, as COPY writes them. */
    private static List<String> lines(Connection connection, int rows) throws SQLException {
        var text = new ByteArrayOutputStream();
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select " + COLUMNS + " from dossier.event order by id desc limit " + rows
                                    + ") to stdout",
                            text);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return text.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static List<Batch> batches(List<String> lines, int size) {
        var batches = new ArrayList<Batch>();
        for (int from = 0; from < lines.size(); from += size) {
            var part = lines.subList(from, Math.min(lines.size(), from + size));
            batches.add(new Batch(part.size(), (String.join("\n", part) + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        return batches;
    }

    private static void copy(LocalPostgres postgres, List<Batch> batches, int connections) {
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var parts = new ArrayList<Callable<Void>>();
            for (int i = 0; i < connections; i++) {
                int first = i;
                parts.add(() -> {
                    try (var connection = postgres.connectAsOwner()) {
                        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
                        for (int b = first; b < batches.size(); b += connections) {
                            copy.copyIn(
                                    "copy bench.event (" + COLUMNS + ") from stdin",
                                    new java.io.ByteArrayInputStream(
                                            batches.get(b).text()));
                        }
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(parts)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("COPY failed", e.getCause());
        }
    }

    private static void verify(Connection connection, int copied) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from bench.event")) {
            rows.next();
            if (rows.getInt(1) != copied) {
                throw new IllegalStateException("copied " + rows.getInt(1) + " of " + copied + " rows");
            }
        }
    }
}
