package vn.motcua.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import vn.motcua.local.Folders;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * Taking events: batches over HTTP, accepted, folded, told and committed, beside a raw COPY of the same event rows, and of all
 * rows that are kept because of them; and how long a single event takes while batches and look-ups go on.
 */
final class IntakeBench {
    private static final String PATH = "/v1/integration/dossier-events";
    /** A live feed tells people of every change; what happened long ago is kept and told to nobody. */
    private static final int[] DAYS_AGO = {1, 60};

    private final int rounds;
    private final Duration turn;
    private final Duration warmUp;
    private final int connections;
    private final int batch;
    private final List<Result> results = new ArrayList<>();
    private String token;
    private int province;

    /**
     * @param copy COPY of the event rows, events per second
     * @param copyOfAll COPY of all rows that are kept because of the events
     */
    private record Result(int daysAgo, double service, double copy, double copyOfAll, double cpuPerThousand) {
        double ratio() {
            return service / copy;
        }

        double ratioOfAll() {
            return service / copyOfAll;
        }
    }

    private record Sent(long events, double seconds, long[] latencies) {
        double perSecond() {
            return events / seconds;
        }
    }

    private IntakeBench(Map<String, Integer> given) {
        rounds = given.getOrDefault("rounds", 3);
        turn = Duration.ofSeconds(given.getOrDefault("seconds", 10));
        warmUp = Duration.ofSeconds(given.getOrDefault("warm-up", 20));
        connections = given.getOrDefault("connections", 4);
        batch = given.getOrDefault("batch", 1_000);
    }

    static void run(Map<String, Integer> given) throws IOException, SQLException {
        new IntakeBench(given).run();
    }

    private void run() throws IOException, SQLException {
        var folder = Folders.temporary("motcua-bench");
        var mint = new TokenMint();
        token = "Authorization: Bearer " + mint.token("bench-system", "one-stop-system", Map.of("agency", "H99"))
                + "\r\n";
        try (var postgres = LocalPostgres.durable(folder, LocalPostgres.freePort(), "bench-only")) {
            var servers = new Servers(postgres, mint);
            var program = Options.executable();
            try (var server = program.isPresent() ? servers.executable(program.get()) : servers.fastJar()) {
                Servers.awaitReady(server);
                say("warming up");
                send(server, warmUp, 1);
                for (int round = 1; round <= rounds; round++) {
                    for (int daysAgo : DAYS_AGO) {
                        results.add(round(postgres, server, daysAgo));
                    }
                }
                var alone = singles(server, turn, List.of());
                var mixed = mixed(server);
                report(server.name(), alone, mixed);
            }
        }
    }

    private Result round(LocalPostgres postgres, Server server, int daysAgo) throws SQLException {
        var limit = new CopyLimit(postgres, CopyLimit.counts(postgres));
        double cpu = server.cpuSeconds();
        var sent = send(server, turn, daysAgo);
        double used = (server.cpuSeconds() - cpu) * 1_000 / sent.events();
        int rows = (int) Math.min(sent.events(), 200_000) / batch * batch;
        double copied = limit.run(CopyLimit.EVENTS, rows, batch, connections);
        double copiedAll = limit.run(CopyLimit.EVERYTHING, rows, batch, connections);
        var result = new Result(daysAgo, sent.perSecond(), copied, copiedAll, used);
        say(
                "  %2d days ago: %,7.0f events/s, COPY %,7.0f, of all rows %,7.0f, ratios %.3f and %.3f, %.2f CPU s per 1,000"
                        .formatted(
                                daysAgo,
                                result.service(),
                                copied,
                                copiedAll,
                                result.ratio(),
                                result.ratioOfAll(),
                                used));
        return result;
    }

    /** Each connection is a province of its own and sends its next batch when the last one is answered. */
    private Sent send(Server server, Duration time, int daysAgo) {
        var loops = new ArrayList<Callable<Sent>>();
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < connections; i++) {
            var events = new IntakeEvents(province++, batch, daysAgo);
            loops.add(() -> batches(server.port(), events, end));
        }
        long start = System.nanoTime();
        long all = all(loops).stream().mapToLong(Sent::events).sum();
        return new Sent(all, (System.nanoTime() - start) / 1e9, new long[0]);
    }

    private Sent batches(int port, IntakeEvents events, long end) throws IOException {
        long accepted = 0;
        try (var http = new HttpConnection(port)) {
            while (System.nanoTime() < end) {
                var body = events.next();
                post(http, body, events.sizeOfLast());
                accepted += events.sizeOfLast();
            }
        }
        return new Sent(accepted, 0, new long[0]);
    }

    private void post(HttpConnection http, String body, int expected) throws IOException {
        var answer = new String(http.post(PATH, body, token), StandardCharsets.UTF_8);
        if (http.status() != 200 || !answer.contains("\"accepted\":" + expected + ",")) {
            throw new IOException(
                    "answered " + http.status() + " " + answer.substring(0, Math.min(300, answer.length())));
        }
    }

    private Sent mixed(Server server) {
        long end = System.nanoTime() + turn.toNanos();
        var batches = new IntakeEvents(province++, batch, 1);
        Callable<Sent> inBatches = () -> batches(server.port(), batches, end);
        Callable<Sent> lookUps = () -> lookUps(server.port(), end);
        return singles(server, turn, List.of(inBatches, lookUps, lookUps));
    }

    private Sent lookUps(int port, long end) throws IOException {
        long asked = 0;
        try (var http = new HttpConnection(port)) {
            for (; System.nanoTime() < end; asked++) {
                http.lookUp("{\"code\":\"H99.00-261008-0000001\",\"proof\":\"0001\"}");
            }
        }
        return new Sent(asked, 0, new long[0]);
    }

    /** Two connections send one event at a time, beside the others. */
    private Sent singles(Server server, Duration time, List<Callable<Sent>> others) {
        long end = System.nanoTime() + time.toNanos();
        var loops = new ArrayList<Callable<Sent>>(others);
        for (int i = 0; i < 2; i++) {
            var events = new IntakeEvents(province++, 1, 1);
            loops.add(() -> singles(server.port(), events, end));
        }
        var latencies = all(loops).stream()
                .flatMapToLong(sent -> Arrays.stream(sent.latencies()))
                .sorted()
                .toArray();
        return new Sent(latencies.length, time.toSeconds(), latencies);
    }

    private Sent singles(int port, IntakeEvents events, long end) throws IOException {
        var taken = new ArrayList<Long>();
        try (var http = new HttpConnection(port)) {
            while (System.nanoTime() < end) {
                long before = System.nanoTime();
                post(http, events.single(), 1);
                taken.add(System.nanoTime() - before);
            }
        }
        return new Sent(
                taken.size(), 0, taken.stream().mapToLong(Long::longValue).toArray());
    }

    private static <T> List<T> all(List<Callable<T>> loops) {
        try (var threads = Executors.newFixedThreadPool(loops.size())) {
            var results = new ArrayList<T>();
            for (var done : threads.invokeAll(loops)) {
                results.add(done.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a connection failed under load", e.getCause());
        }
    }

    private void report(String server, Sent alone, Sent mixed) {
        System.out.printf(
                "## Taking events, %s%n%n`./motcua bench intake --rounds=%d --seconds=%d --warm-up=%d --connections=%d"
                        + " --batch=%d`, %s, on %s%n%n",
                LocalDate.now(),
                rounds,
                turn.toSeconds(),
                warmUp.toSeconds(),
                connections,
                batch,
                server,
                Report.machine());
        System.out.println("| feed | events/s accepted | COPY of the event rows, events/s | ratio (spread) |"
                + " COPY of all rows kept, events/s | ratio (spread) | CPU s of the service per 1,000 |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (int daysAgo : DAYS_AGO) {
            var own = results.stream().filter(r -> r.daysAgo() == daysAgo).toList();
            System.out.printf(
                    "| %s | %,.0f | %,.0f | %s | %,.0f | %s | %.2f |%n",
                    daysAgo < 7 ? "live: every change is told" : "history: nobody is told",
                    Report.median(own, Result::service),
                    Report.median(own, Result::copy),
                    spread(own, Result::ratio),
                    Report.median(own, Result::copyOfAll),
                    spread(own, Result::ratioOfAll),
                    Report.median(own, Result::cpuPerThousand));
        }
        System.out.printf(
                "%n| single events, 2 connections | events/s | p50 ms | p99 ms |%n| --- | --- | --- | --- |%n");
        row("alone", alone);
        row("beside batches on one connection and look-ups on two", mixed);
    }

    private static String spread(List<Result> results, ToDoubleFunction<Result> ratio) {
        var ratios = results.stream().mapToDouble(ratio).sorted().toArray();
        return String.format(
                Locale.ROOT, "%.3f (%.3f to %.3f)", ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
    }

    private static void row(String name, Sent sent) {
        var l = sent.latencies();
        System.out.printf(
                "| %s | %,.0f | %.1f | %.1f |%n",
                name, sent.perSecond(), l[l.length / 2] / 1e6, l[(int) (l.length * 0.99)] / 1e6);
    }

    private static void say(String text) {
        System.err.println(text);
    }
}
