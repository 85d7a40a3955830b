package vn.motcua.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import vn.motcua.local.Folders;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * Whether reports slow the phone: look-ups on one server in turns, alone and while four officers ask for the index and the
 * report of a whole year over all dossiers without a pause.
 */
final class ReportBench {
    private static final int OFFICERS = 4;
    private static final int POLL_MILLIS = 500;
    private static final List<String> QUESTIONS = List.of(
            "/v1/agencies/H99/report-drafts/II06A?period=2025&basis=CALENDAR&groupBy=UNIT_FIELD",
            "/v1/agencies/H99/service-quality?from=2025-01-01&to=2025-12-31");

    private final Options options;
    private final String authorization;
    private final Server server;

    private record Round(Load.Turn alone, Load.Turn beside, long[] reports) {}

    private ReportBench(Options options, String authorization, Server server) {
        this.options = options;
        this.authorization = authorization;
        this.server = server;
    }

    static void run(Options options) throws IOException, InterruptedException, SQLException {
        var folder = Folders.temporary("motcua-bench");
        var mint = new TokenMint();
        try (var postgres = LocalPostgres.durable(folder, LocalPostgres.freePort(), "bench-only");
                var server = new Servers(postgres, mint).fastJar()) {
            Servers.awaitReady(server);
            say("filling in " + options.dossiers() + " dossiers");
            DossierTables.fill(postgres, mint, server, options.dossiers());
            long start = System.nanoTime();
            awaitStays(postgres);
            double seconds = (System.nanoTime() - start) / 1e9;
            say("figures had taken in everything after %.1f s".formatted(seconds));
            var token = mint.token("bench-officer", "officer", Map.of("agency", "H99"));
            new ReportBench(options, "Authorization: Bearer " + token + "\r\n", server).measure(seconds);
        }
    }

    private static void awaitStays(LocalPostgres postgres) throws SQLException, InterruptedException {
        try (var owner = postgres.connectAsOwner();
                var sql = owner.createStatement()) {
            while (true) {
                try (var rows = sql.executeQuery("select count(*) from dossier.stay_due")) {
                    rows.next();
                    if (rows.getLong(1) == 0) {
                        break;
                    }
                }
                Thread.sleep(POLL_MILLIS);
            }
            sql.execute("vacuum analyze dossier.stay");
        }
    }

    private void measure(double seconds) throws IOException, InterruptedException {
        say("warming up");
        Load.drive(server, options.dossiers(), options.connections(), options.warmUp());
        try (var connection = new HttpConnection(server.port())) {
            QUESTIONS.forEach(question -> ask(connection, question));
        }
        var rounds = new ArrayList<Round>();
        for (int i = 0; i < options.rounds(); i++) {
            var round = round();
            rounds.add(round);
            say("  alone p99 %5.1f ms, %6.0f/s; beside reports p99 %5.1f ms, %6.0f/s; %d reports"
                    .formatted(
                            round.alone().p99() / 1e3,
                            round.alone().perSecond(),
                            round.beside().p99() / 1e3,
                            round.beside().perSecond(),
                            round.reports().length));
        }
        System.out.println(told(rounds, seconds));
    }

    private Round round() throws InterruptedException {
        var alone = Load.drive(server, options.dossiers(), options.connections(), options.turn());
        var stop = new AtomicBoolean();
        try (var officers = Executors.newFixedThreadPool(OFFICERS)) {
            var loops = new ArrayList<Callable<long[]>>();
            for (int i = 0; i < OFFICERS; i++) {
                loops.add(() -> officer(stop));
            }
            var running = loops.stream().map(officers::submit).toList();
            var beside = Load.drive(server, options.dossiers(), options.connections(), options.turn());
            stop.set(true);
            var taken = new ArrayList<long[]>();
            for (var loop : running) {
                taken.add(loop.get());
            }
            return new Round(
                    alone, beside, taken.stream().flatMapToLong(Arrays::stream).toArray());
        } catch (ExecutionException e) {
            throw new IllegalStateException("an officer's report failed", e.getCause());
        }
    }

    /** Asks until told to stop; how long each answer took, in nanoseconds. */
    private long[] officer(AtomicBoolean stop) throws IOException {
        var taken = new ArrayList<Long>();
        try (var connection = new HttpConnection(server.port())) {
            for (int i = 0; !stop.get(); i++) {
                long before = System.nanoTime();
                ask(connection, QUESTIONS.get(i % QUESTIONS.size()));
                taken.add(System.nanoTime() - before);
            }
        }
        return taken.stream().mapToLong(Long::longValue).toArray();
    }

    private void ask(HttpConnection connection, String question) {
        try {
            connection.get(question, authorization);
            if (connection.status() != 200) {
                throw new IllegalStateException(question + " answers " + connection.status());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String told(List<Round> rounds, double seconds) {
        var reports = rounds.stream()
                .flatMapToLong(round -> Arrays.stream(round.reports()))
                .toArray();
        var samples = new Samples(reports);
        var ratios = rounds.stream()
                .mapToDouble(round -> round.beside().p99() / round.alone().p99())
                .sorted()
                .toArray();
        return """
                ## Reports beside look-ups, %s

                `./motcua bench reports %s` on %s

                | look-ups | per second | p50 ms | p99 ms |
                | --- | --- | --- | --- |
                | alone | %,.0f | %.1f | %.1f |
                | beside %d officers who ask without a pause | %,.0f | %.1f | %.1f |

                p99 beside reports is %.2f times that alone (rounds: %.2f to %.2f). Each report reads all %,d dossiers of a year: p50 %.0f ms,
                p99 %.0f ms over %d reports in two connections. Figures took in the dossiers in %.1f s after they were filled in.
                Medians of %d rounds; in a round each has its turn of %d s.
                """.formatted(
                        LocalDate.now(),
                        options.commandLine(),
                        Report.machine(),
                        median(rounds, true, Load.Turn::perSecond),
                        median(rounds, true, Load.Turn::p50) / 1e3,
                        median(rounds, true, Load.Turn::p99) / 1e3,
                        OFFICERS,
                        median(rounds, false, Load.Turn::perSecond),
                        median(rounds, false, Load.Turn::p50) / 1e3,
                        median(rounds, false, Load.Turn::p99) / 1e3,
                        ratios[ratios.length / 2],
                        ratios[0],
                        ratios[ratios.length - 1],
                        options.dossiers(),
                        samples.quantile(0.5) / 1e6,
                        samples.quantile(0.99) / 1e6,
                        samples.size(),
                        seconds,
                        options.rounds(),
                        options.turn().toSeconds());
    }

    private static double median(List<Round> rounds, boolean alone, ToDoubleFunction<Load.Turn> value) {
        return Report.median(rounds, round -> value.applyAsDouble(alone ? round.alone() : round.beside()));
    }

    private static void say(String text) {
        System.err.println(text);
    }
}
