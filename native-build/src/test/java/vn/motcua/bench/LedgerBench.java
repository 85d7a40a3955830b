package vn.motcua.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import vn.motcua.local.CatalogueKey;
import vn.motcua.local.Folders;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * Proofs of a small and of a large ledger, by turns, and what a service without stored hashes would have to do: read every
 * leaf's hash and make the tree again.
 */
final class LedgerBench {
    private static final long FEW = 10_000;
    private static final int ROUNDS = 5;
    private static final Duration TURN = Duration.ofSeconds(4);

    private LedgerBench() {}

    private record Turn(int answers, double p50, double p99) {}

    private record Side(long size, Server server, List<Turn> inclusion, List<Turn> consistency) {}

    static void run(String... args) throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        long many = Arrays.stream(args)
                .filter(arg -> arg.startsWith("--leaves="))
                .mapToLong(arg -> Long.parseLong(arg.substring("--leaves=".length())))
                .findFirst()
                .orElse(10_000_000);
        var folder = Folders.temporary("motcua-ledger");
        try (var small = LocalPostgres.durable(folder.resolve("few"), LocalPostgres.freePort(), "bench-only");
                var large = LocalPostgres.durable(folder.resolve("many"), LocalPostgres.freePort(), "bench-only");
                var few = service(small, FEW);
                var lots = service(large, many);
                var http = HttpClient.newHttpClient()) {
            var sides = List.of(
                    new Side(FEW, few, new ArrayList<>(), new ArrayList<>()),
                    new Side(many, lots, new ArrayList<>(), new ArrayList<>()));
            sides.forEach(side -> turn(http, side, true));
            for (int round = 0; round < ROUNDS; round++) {
                for (var side : sides) {
                    side.inclusion().add(turn(http, side, true));
                    side.consistency().add(turn(http, side, false));
                }
            }
            print(sides, LedgerTables.naive(small), LedgerTables.naive(large), many);
        }
    }

    /** A service whose ledger has this size and is signed. */
    private static Server service(LocalPostgres postgres, long size) throws IOException, InterruptedException {
        var server = new Servers(postgres, new TokenMint())
                .program(
                        "Một Cửa",
                        Map.of(
                                "MOTCUA_SATISFACTION_LEDGER_SIGNING_KEY",
                                CatalogueKey.newPrivateKey(),
                                "MOTCUA_SATISFACTION_LEDGER_HEAD_EVERY",
                                "1s"));
        Servers.awaitReady(server);
        try (var http = HttpClient.newHttpClient()) {
            awaitHead(http, server, 1);
            LedgerTables.fill(postgres, size);
            awaitHead(http, server, size);
        }
        return server;
    }

    private static void awaitHead(HttpClient http, Server server, long size) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(server, "head")).build();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!http.send(request, HttpResponse.BodyHandlers.ofString()).body().contains("\"size\":" + size + ",")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no head of " + size + " leaves was signed");
            }
            Thread.sleep(200);
        }
    }

    private static Turn turn(HttpClient http, Side side, boolean inclusion) {
        var random = new Random(7);
        LongFunction<HttpRequest> ask = inclusion ? leaf -> proof(side, leaf) : first -> consistency(side, first);
        var taken = new ArrayList<Long>();
        long end = System.nanoTime() + TURN.toNanos();
        try {
            for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
                var request = ask.apply(LedgerTables.rating(random, side.size()));
                before = System.nanoTime();
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                taken.add(System.nanoTime() - before);
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(
                            request.uri() + " answered " + answer.statusCode() + " " + answer.body());
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        var sorted = taken.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Turn(sorted.length, sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * 0.99)] / 1e6);
    }

    private static HttpRequest proof(Side side, long leaf) {
        return HttpRequest.newBuilder(uri(side.server(), "proof"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"receipt\":\"" + LedgerTables.receipt(leaf) + "\"}"))
                .build();
    }

    private static HttpRequest consistency(Side side, long first) {
        return HttpRequest.newBuilder(uri(side.server(), "consistency?first=" + first + "&second=" + side.size()))
                .build();
    }

    private static URI uri(Server server, String path) {
        return URI.create("http://localhost:" + server.port() + "/v1/satisfaction/ledger/" + path);
    }

    private static void print(List<Side> sides, double naiveFew, double naiveMany, long many) {
        System.out.println("## Proofs of the ledger, " + LocalDate.now() + "\n\n`./motcua bench ledger --leaves=" + many
                + "` on " + Report.machine()
                + "\n\n| leaves | inclusion p50 ms | p99 ms | consistency p50 ms | p99 ms | all hashes read and hashed, ms |"
                + "\n| --- | --- | --- | --- | --- | --- |");
        for (var side : sides) {
            System.out.println("| %,d | %.2f | %.2f | %.2f | %.2f | %.0f |"
                    .formatted(
                            side.size(),
                            Report.median(side.inclusion(), Turn::p50),
                            Report.median(side.inclusion(), Turn::p99),
                            Report.median(side.consistency(), Turn::p50),
                            Report.median(side.consistency(), Turn::p99),
                            side.size() == FEW ? naiveFew : naiveMany));
        }
        var few = sides.getFirst();
        var lots = sides.getLast();
        System.out.println(
                "\nInclusion at %,d leaves takes %.2f times what it takes at %,d; without stored hashes %.0f times what it takes with them."
                        .formatted(
                                many,
                                Report.median(lots.inclusion(), Turn::p50) / Report.median(few.inclusion(), Turn::p50),
                                FEW,
                                naiveMany / Report.median(lots.inclusion(), Turn::p50)));
    }
}
