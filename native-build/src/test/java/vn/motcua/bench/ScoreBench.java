package vn.motcua.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.motcua.local.Folders;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * The scoreboard of a province with all communes and factors over 24 months, with few ratings and with many: the same
 * service on two databases, by turns.
 */
final class ScoreBench {
    private static final int FEW = 10_000;
    private static final int ROUNDS = 5;
    private static final Duration TURN = Duration.ofSeconds(8);

    private ScoreBench() {}

    private record Turn(int answers, double p50, double p99, double max) {}

    /** A service on its own database. */
    private record Side(String name, Server server, List<Turn> turns) {}

    static void run(String... args) throws IOException, InterruptedException {
        int many = Arrays.stream(args)
                .filter(arg -> arg.startsWith("--ratings="))
                .mapToInt(arg -> Integer.parseInt(arg.substring("--ratings=".length())))
                .findFirst()
                .orElse(10_000_000);
        var folder = Folders.temporary("motcua-scores");
        try (var small = LocalPostgres.durable(folder.resolve("few"), LocalPostgres.freePort(), "bench-only");
                var large = LocalPostgres.durable(folder.resolve("many"), LocalPostgres.freePort(), "bench-only");
                var few = service(small, FEW);
                var lots = service(large, many);
                var http = HttpClient.newHttpClient()) {
            var sides = List.of(
                    new Side("%,d".formatted(FEW), few, new ArrayList<>()),
                    new Side("%,d".formatted(many), lots, new ArrayList<>()));
            for (var side : sides) {
                turn(http, side.server());
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (var side : sides) {
                    side.turns().add(turn(http, side.server()));
                }
            }
            print(many, sides, List.of(small, large));
        }
    }

    private static Server service(LocalPostgres postgres, int ratings) {
        var server = new Servers(postgres, new TokenMint()).program("service", Map.of());
        Servers.awaitReady(server);
        ScoreTables.fill(postgres, ratings);
        return server;
    }

    private static Turn turn(HttpClient http, Server server) throws IOException, InterruptedException {
        var to = YearMonth.now();
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/v1/satisfaction?agency=%s&groupBy=AGENCY&from=%s&to=%s"
                                .formatted(
                                        server.port(),
                                        ScoreTables.PROVINCE,
                                        to.minusMonths(ScoreTables.MONTHS - 1),
                                        to)))
                .build();
        var taken = new ArrayList<Long>();
        long end = System.nanoTime() + TURN.toNanos();
        for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            taken.add(System.nanoTime() - before);
            check(answer);
        }
        var sorted = taken.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Turn(
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    /** Every commune must be there with all six factors, or the time means nothing. */
    private static void check(HttpResponse<String> answer) {
        var body = answer.body();
        int intervals = body.split("\"interval\"", -1).length - 1;
        if (answer.statusCode() != 200 || intervals != (ScoreTables.COMMUNES + 1) * 6) {
            throw new IllegalStateException(
                    "answered " + answer.statusCode() + " with " + intervals + " figures: " + body.substring(0, 300));
        }
    }

    private static void print(int many, List<Side> sides, List<LocalPostgres> databases) {
        System.out.println(
                "## Scoreboard of a province, " + LocalDate.now() + "\n\n`./motcua bench scores --ratings=" + many
                        + "` on " + Report.machine()
                        + "\n\n| ratings | rows on the boards | answers | p50 ms | p99 ms | slowest ms |"
                        + "\n| --- | --- | --- | --- | --- | --- |");
        for (int i = 0; i < sides.size(); i++) {
            var turns = sides.get(i).turns();
            System.out.println("| %s | %,d | %,d | %.1f | %.1f | %.1f |"
                    .formatted(
                            sides.get(i).name(),
                            ScoreTables.count(databases.get(i), "board"),
                            turns.stream().mapToInt(Turn::answers).sum(),
                            Report.median(turns, Turn::p50),
                            Report.median(turns, Turn::p99),
                            turns.stream().mapToDouble(Turn::max).max().orElseThrow()));
        }
        System.out.println(
                "\nMany against few, medians over %d rounds taken by turns: p50 %.2f, p99 %.2f. One request at a time; %d communes, six factors, %d months."
                        .formatted(
                                ROUNDS,
                                ratio(sides, true),
                                ratio(sides, false),
                                ScoreTables.COMMUNES,
                                ScoreTables.MONTHS));
    }

    private static double ratio(List<Side> sides, boolean median) {
        var few = sides.getFirst().turns();
        var many = sides.getLast().turns();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < few.size(); round++) {
            ratios.add(
                    median
                            ? many.get(round).p50() / few.get(round).p50()
                            : many.get(round).p99() / few.get(round).p99());
        }
        return Report.median(ratios, ratio -> ratio);
    }
}
