package vn.motcua.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import vn.motcua.local.Folders;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * The one-dossier look-up, {@code POST /v1/dossiers/lookup}: the service, a Spring Boot peer and a Fastify peer on one
 * PostgreSQL with the same rows, driven in turns, and the bare statement by pgbench as the limit.
 */
final class LookupBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COMPARED = 200;

    /** What the service says and no peer says. */
    private static final Set<String> OURS_ALONE = Set.of("nextStep", "forecast", "overdueBecause", "givenDueAt");

    private final Options options;
    private final List<Server> servers = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();

    private LookupBench(Options options) {
        this.options = options;
    }

    static void run(Options options) throws IOException, InterruptedException {
        new LookupBench(options).run();
    }

    private void run() throws IOException, InterruptedException {
        var folder = Folders.temporary("motcua-bench");
        var mint = new TokenMint();
        try (var postgres = LocalPostgres.durable(folder, LocalPostgres.freePort(), "bench-only")) {
            startServers(postgres, mint);
            compareAnswers();
            for (var server : servers) {
                say("warming up " + server.name());
                Load.drive(server, options.dossiers(), options.connections(), options.warmUp());
            }
            var turns = new LinkedHashMap<String, List<Load.Turn>>();
            var limit = new ArrayList<PgBench.Result>();
            for (int round = 1; round <= options.rounds(); round++) {
                say("round " + round + " of " + options.rounds());
                round(postgres, folder, turns, limit);
            }
            System.out.println(Report.lookup(options, turns, limit, absent));
        } finally {
            servers.forEach(Server::close);
        }
    }

    private void startServers(LocalPostgres postgres, TokenMint mint) throws IOException, InterruptedException {
        var all = new Servers(postgres, mint);
        say("starting the service; it makes the tables");
        start(all.fastJar());
        say("filling in " + options.dossiers() + " dossiers");
        DossierTables.fill(postgres, mint, servers.getFirst(), options.dossiers());
        if (Options.executable().isPresent()) {
            start(all.executable(Options.executable().get()));
        } else {
            absent.add("Một Cửa, native: no executable given (-Dmotcua.executable=FILE)");
        }
        if (Options.before().isPresent()) {
            start(all.before(Options.before().get()));
        }
        start(all.spring());
        if (Servers.atHand("node")) {
            start(all.fastify());
        } else {
            absent.add("Fastify + pg: Node not at hand");
        }
        if (!Servers.atHand("pgbench")) {
            absent.add("pgbench: not at hand");
        }
    }

    private void start(Server server) {
        servers.add(server);
        Servers.awaitReady(server);
    }

    private void round(
            LocalPostgres postgres, Path folder, Map<String, List<Load.Turn>> turns, List<PgBench.Result> limit)
            throws IOException, InterruptedException {
        for (var server : servers) {
            var turn = Load.drive(server, options.dossiers(), options.connections(), options.turn());
            turns.computeIfAbsent(server.name(), unseen -> new ArrayList<>()).add(turn);
            say("  %-26s %7.0f/s  p50 %5.1f ms  p99 %5.1f ms"
                    .formatted(server.name(), turn.perSecond(), turn.p50() / 1e3, turn.p99() / 1e3));
        }
        if (Servers.atHand("pgbench")) {
            var result = PgBench.run(postgres, folder, options);
            limit.add(result);
            say("  %-26s %7.0f/s  mean %4.1f ms".formatted("pgbench", result.perSecond(), result.meanMillis()));
        }
    }

    /** Every server says the same of the same dossiers, whatever the order of its fields. */
    private void compareAnswers() throws JsonProcessingException {
        var numbers =
                new Random(7).ints(COMPARED, 1, options.dossiers() + 1).boxed().toList();
        var ours = Load.answers(servers.getFirst(), numbers);
        for (var peer : servers.subList(1, servers.size())) {
            var theirs = Load.answers(peer, numbers);
            for (int i = 0; i < COMPARED; i++) {
                var expected = withoutNulls(JSON.readTree(ours.get(i)));
                var actual = withoutNulls(JSON.readTree(theirs.get(i)));
                if (!expected.equals(actual)) {
                    throw new IllegalStateException(
                            peer.name() + " answers otherwise:\n" + actual + "\nexpected:\n" + expected);
                }
            }
        }
        say("all " + servers.size() + " servers give equal answers to " + COMPARED
                + " look-ups, and 404 to a wrong proof");
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node.has("statusLabel") && node.has("occurredAt") && node instanceof ObjectNode step) {
            step.remove("text");
        }
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull() || OURS_ALONE.contains(field.getKey()));
        }
        node.forEach(LookupBench::withoutNulls);
        return node;
    }

    private static void say(String text) {
        System.err.println(text);
    }
}
