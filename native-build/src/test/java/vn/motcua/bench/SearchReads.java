package vn.motcua.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import vn.motcua.local.LocalPostgres;

/** Whether reads of unchanged data ask the database: its own count of transactions before and after many of them. */
final class SearchReads {
    private static final String TRANSACTIONS =
            "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()";
    /** Sessions tell the statistics what they did when they fall idle, at most once a second. */
    private static final long SETTLED = 2_500;

    private SearchReads() {}

    static String roundTrips(LocalPostgres postgres, Server service, List<String> queries, int reads) {
        try (var owner = postgres.connectAsOwner();
                var http = new HttpConnection(service.port())) {
            Thread.sleep(SETTLED);
            long idle = ScaleFill.number(owner, TRANSACTIONS);
            Thread.sleep(SETTLED);
            long before = ScaleFill.number(owner, TRANSACTIONS);
            long start = System.nanoTime();
            int unchanged = 0;
            for (int i = 0; i < reads; i++) {
                var path = "/v1/procedures?q="
                        + URLEncoder.encode(queries.get(i / 2 % queries.size()), StandardCharsets.UTF_8);
                http.get(path, i % 2 == 0 ? "" : "If-None-Match: " + http.etag() + "\r\n");
                unchanged += http.status() == 304 ? 1 : 0;
            }
            Thread.sleep(SETTLED);
            long after = ScaleFill.number(owner, TRANSACTIONS);
            double seconds = (System.nanoTime() - start) / 1e9;
            return "%,d reads, %,d of them answered 304, while the database counted %d transactions in %.1f s; without any read it counted %d in %.1f s."
                    .formatted(reads, unchanged, after - before, seconds, before - idle, SETTLED / 1e3);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
