package vn.motcua.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.local.Folders;
import vn.motcua.local.Home;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * Forecasts: how often their dates hold in simulated years, and what a night's learning costs: the packaged service on a
 * PostgreSQL with synthetic dossiers, beside the bare reading of the same rows by one sequential scan.
 */
final class ForecastBench {
    /** About four in five received in the last two years, a fifth of a percent still open, every tenth with a wait. */
    private static final String FILL = """
            insert into dossier.dossier (code, status, procedure_code, field_code, limit_value, limit_unit, received_at,
                                         ended_at, outcome, clock_state, paused_days, agency_competent, timeline)
            select 'H99.02-250101-' || lpad(i::text, 7, '0'),
                   case when open then 4 else 10 end,
                   '9.' || lpad(procedure::text, 6, '0'),
                   'F' || procedure % 40,
                   1 + procedure % 20,
                   'WORKING_DAY',
                   received,
                   case when not open then received + days * interval '1 day' end,
                   case when not open then 'RETURNED' end,
                   case when open then 'RUNNING' else 'ENDED' end,
                   case when i % 10 = 0 then 2 else 0 end,
                   'H' || lpad((agency % 34)::text, 2, '0') || '.' || agency,
                   case when i % 10 = 0 then jsonb_build_array(
                        jsonb_build_object('status', 2, 'at', to_char(received, 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"')),
                        jsonb_build_object('status', 5, 'at',
                            to_char(received + interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"')),
                        jsonb_build_object('status', 4, 'at',
                            to_char(received + interval '49 hours', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"')))
                   else '[]' end
              from (select i, received, agency, procedure, days,
                           received + days * interval '1 day' > now() as open
                      from (select i,
                                   now() - random() * interval '900 days' as received,
                                   floor(power(random(), 3) * 11000)::int as agency,
                                   floor(power(random(), 3) * 2000)::int as procedure,
                                   floor(-ln(1 - random()) * 9)::int as days
                              from generate_series(?, ?) as i) as drawn) as judged
            """;

    private static final String SCAN = """
            select sum(length(procedure_code)), max(received_at), max(ended_at), sum(limit_value), sum(length(agency_competent))
              from dossier.dossier
            """;

    private static final int BATCH = 100_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private ForecastBench() {}

    static void run(String[] args) throws IOException, InterruptedException {
        var given = Arrays.stream(args)
                .filter(arg -> arg.startsWith("--") && arg.contains("="))
                .map(arg -> arg.substring(2).split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.parseInt(pair[1])));
        int simulated = given.getOrDefault("simulated", 30_000);
        int seeds = given.getOrDefault("seeds", 3);
        int dossiers = given.getOrDefault("dossiers", 1_000_000);
        System.out.println("## Forecasts, " + LocalDate.now() + "\n\n`./motcua bench forecast --simulated=" + simulated
                + " --seeds=" + seeds + " --dossiers=" + dossiers + "` on " + Report.machine() + "\n");
        if (seeds > 0) {
            calibration(simulated, seeds);
        }
        if (dossiers > 0) {
            night(dossiers);
        }
    }

    /** A program of its own, because it sits in the package of the forecasts: it is compiled first, then started. */
    private static void calibration(int simulated, int seeds) throws IOException, InterruptedException {
        var home = Home.checkout();
        var classes = Folders.temporary("motcua-calibration").toString();
        var path = String.join(
                System.getProperty("path.separator"),
                classes,
                home.resolve("api/target/classes").toString(),
                home.resolve("openapi/target/classes").toString(),
                home.resolve("api/target/quarkus-app/lib/main/*").toString(),
                home.resolve("native-build/local/target/classes").toString());
        var source = home.resolve("native-build/src/test/java/vn/motcua/forecast/CalibrationTable.java");
        var javac = Servers.java().replaceAll("java$", "javac");
        command(javac, "-nowarn", "-cp", path, "-d", classes, source.toString());
        command(
                Servers.java(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                path,
                "vn.motcua.forecast.CalibrationTable",
                String.valueOf(simulated),
                String.valueOf(seeds));
    }

    private static void command(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("failed: " + String.join(" ", command));
        }
    }

    private static void night(int dossiers) throws IOException, InterruptedException {
        var folder = Folders.temporary("motcua-forecast");
        var mint = new TokenMint();
        try (var postgres = LocalPostgres.durable(folder, LocalPostgres.freePort(), "bench-only");
                var service = new Servers(postgres, mint).fastJar()) {
            Servers.awaitReady(service);
            fill(postgres, dossiers);
            double scan = scan(postgres);
            var token = mint.token("bench-admin", "admin", Map.of());
            var start = Instant.now();
            try (var http = new HttpConnection(service.port())) {
                http.post("/v1/admin/forecast/refresh", "", "Authorization: Bearer " + token + "\r\n");
                if (http.status() != 202) {
                    throw new IllegalStateException("the refresh was not begun: " + http.status());
                }
            }
            double seconds = learnt(postgres, start);
            System.out.printf(
                    Locale.ROOT,
                    "%nA night's learning from %,d dossiers in PostgreSQL: %.1f s (%.1f µs each), %.0f times one sequential scan of "
                            + "the same rows (%.1f s); model of %,d bytes; service at %d MB afterwards.%n",
                    dossiers,
                    seconds,
                    seconds * 1e6 / dossiers,
                    seconds / scan,
                    scan,
                    bytes(postgres),
                    service.residentMegabytes());
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be filled or read: have they changed?", e);
        }
    }

    private static void fill(LocalPostgres postgres, int dossiers) throws SQLException {
        try (var connection = postgres.connectAsOwner();
                var fill = connection.prepareStatement(FILL);
                var statement = connection.createStatement()) {
            for (int from = 1; from <= dossiers; from += BATCH) {
                fill.setInt(1, from);
                fill.setInt(2, Math.min(dossiers, from + BATCH - 1));
                fill.executeUpdate();
            }
            statement.execute("vacuum analyze dossier.dossier");
        }
    }

    /** The better of two, so that both find the rows in memory as far as they fit. */
    private static double scan(LocalPostgres postgres) throws SQLException {
        double best = Double.MAX_VALUE;
        try (var connection = postgres.connectAsOwner();
                var statement = connection.createStatement()) {
            for (int i = 0; i < 2; i++) {
                long start = System.nanoTime();
                statement.executeQuery(SCAN).close();
                best = Math.min(best, (System.nanoTime() - start) / 1e9);
            }
        }
        return best;
    }

    private static double learnt(LocalPostgres postgres, Instant start) throws SQLException, InterruptedException {
        try (var connection = postgres.connectAsOwner();
                var statement = connection.createStatement()) {
            while (Duration.between(start, Instant.now()).compareTo(LONGEST) < 0) {
                try (var rows = statement.executeQuery("select count(*) from forecast.model where spells > 0")) {
                    rows.next();
                    if (rows.getInt(1) > 0) {
                        return Duration.between(start, Instant.now()).toMillis() / 1e3;
                    }
                }
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("no model after " + LONGEST);
    }

    private static long bytes(LocalPostgres postgres) throws SQLException {
        try (var connection = postgres.connectAsOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select length(body) from forecast.model order by version desc limit 1")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
