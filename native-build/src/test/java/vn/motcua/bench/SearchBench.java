package vn.motcua.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import vn.motcua.local.Folders;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * The search over HTTP: the service, PostgreSQL's full text with trigrams and MiniSearch behind Fastify, and plain Lucene, on
 * the same records with the same questions in the same order, one after the other. Each is driven in an open loop, for the
 * time that people wait, and in a closed one, for the most it can do. The others answer with codes and titles, the service
 * with whole summaries and the facets of all that it found.
 */
final class SearchBench {
    /** Releases published in between, fewer where each takes long. */
    private static final int RELEASES = 3;

    private static final int MANY_RECORDS = 20_000;

    private static final int READS = 2_000;

    private static final String SEARCH = "/v1/procedures";
    private static final String SUGGEST = "/v1/procedures/suggest";
    /** The promises at the 99th percentile, in seconds. */
    private static final Map<String, Double> PROMISED = Map.of(SEARCH, 0.01, SUGGEST, 0.005);

    /**
     * What one server reached.
     *
     * @param searchKept the share of searches that took the promised time at most in the service itself, NaN of a peer
     */
    private record Row(
            String name,
            SearchLoad.Turn search,
            double searchKept,
            SearchLoad.Turn suggest,
            double suggestKept,
            SearchLoad.Turn most,
            long megabytes) {}

    private record Kept(SearchLoad.Turn turn, double share) {}

    private final SearchOptions options;
    private final List<Row> rows = new ArrayList<>();
    /** Peers one of whose answers did not come in a minute: nothing of them is told as measured. */
    private final List<String> silent = new ArrayList<>();

    private SearchLoad searches;
    private SearchLoad suggestions;
    private SearchLoad.Turn whileRebuilding;
    private String reads;

    private SearchBench(SearchOptions options) {
        this.options = options;
    }

    static void run(SearchOptions options) throws IOException, InterruptedException {
        new SearchBench(options).run();
    }

    private void run() throws IOException, InterruptedException {
        var folder = Folders.temporary("motcua-search");
        var mint = new TokenMint();
        try (var postgres = LocalPostgres.durable(folder, LocalPostgres.freePort(), "bench-only")) {
            var servers = new Servers(postgres, mint);
            var catalogue = new SearchCatalogue(postgres);
            int records;
            var served = new ArrayList<Long>();
            try (var service = servers.roomyFastJar()) {
                Servers.awaitReady(service);
                records = catalogue.fill(service, mint, options.records());
                catalogue.awaitServed(service);
                var queries = catalogue.queries();
                searches = SearchLoad.of(SEARCH, queries, options.connections());
                suggestions = SearchLoad.of(SUGGEST, SearchCatalogue.beginnings(queries), options.connections());
                measure(service);
                for (int i = 0; i < (records > MANY_RECORDS ? 1 : RELEASES); i++) {
                    served.add(catalogue.republished(service));
                }
                whileRebuilding = whileRebuilding(service, catalogue);
                reads = SearchReads.roundTrips(postgres, service, catalogue.queries(), READS);
            }
            if (Options.executable().isPresent()) {
                measured(servers.executable(Options.executable().get()));
            }
            catalogue.fillPeers();
            if (Servers.atHand("node")) {
                measured(servers.fastifySearch("PostgreSQL full text + trigram, Fastify", "postgres"));
                measured(servers.fastifySearch("MiniSearch, Fastify", "minisearch"));
            }
            measured(servers.lucene());
            System.out.println(report(records, served));
        }
    }

    /** Searches go on while one more release is read and indexed. */
    private SearchLoad.Turn whileRebuilding(Server service, SearchCatalogue catalogue) {
        try (var publisher = Executors.newSingleThreadExecutor()) {
            var release = publisher.submit(() -> catalogue.republished(service));
            var turn = searches.open(service, options.rate(), options.turn());
            release.get();
            return turn;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("no release while searching", e);
        }
    }

    private void measured(Server peer) {
        try (peer) {
            Servers.awaitReady(peer);
            measure(peer);
        } catch (SearchLoad.NoAnswer e) {
            say("  " + peer.name() + ": no answer");
            silent.add(peer.name());
        }
    }

    private void measure(Server server) {
        say("warming up " + server.name());
        searches.closed(server, options.warmUp());
        suggestions.closed(server, options.warmUp().dividedBy(2));
        var search = atRate(server, searches, SEARCH);
        var suggest = atRate(server, suggestions, SUGGEST);
        var row = new Row(
                server.name(),
                search.turn(),
                search.share(),
                suggest.turn(),
                suggest.share(),
                searches.closed(server, options.turn()),
                server.residentMegabytes());
        rows.add(row);
        say("  " + line(row));
    }

    /** So many requests a second; what the client saw, and what the service says of itself. */
    private Kept atRate(Server server, SearchLoad load, String path) {
        var before = ServiceTimes.counted(server, path);
        var turn = load.open(server, options.rate(), options.turn());
        return new Kept(turn, ServiceTimes.share(before, ServiceTimes.counted(server, path), PROMISED.get(path)));
    }

    private String report(int records, List<Long> served) {
        var text = new StringBuilder("## Search, %,d records, %s%n%n".formatted(records, LocalDate.now()));
        text.append("`./motcua bench search ")
                .append(options.commandLine())
                .append("` on ")
                .append(Report.machine())
                .append(
                        "\n\n| server | search p50 ms | p99 ms | in the service within 10 ms | suggest p50 ms | p99 ms |"
                                + " in the service within 5 ms | most searches/s | p99 ms then |")
                .append(" RSS MB | Một Cửa does … as many |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
                .append(" --- | --- |\n");
        for (var row : rows) {
            var ratio = row == rows.getFirst()
                    ? ""
                    : "%.2f ×"
                            .formatted(rows.getFirst().most().perSecond()
                                    / row.most().perSecond());
            text.append(line(row)).append(' ').append(ratio).append(" |\n");
        }
        silent.forEach(name ->
                text.append("| ").append(name).append(" | an answer took more than 60 s | | | | | | | | | |\n"));
        text.append("\nFirst four columns: seen by the client at ")
                .append(options.rate())
                .append(
                        " requests a second, from the moment a request was due. A release after its commit was served within ")
                .append(String.join(", ", served.stream().map(Object::toString).toList()))
                .append(" ms. While one more was read and indexed, searches took p50 %.1f and p99 %.1f ms.%n"
                        .formatted(whileRebuilding.p50(), whileRebuilding.p99()))
                .append(reads)
                .append('\n');
        return text.toString();
    }

    private static String line(Row row) {
        return "| %s | %.1f | %.1f | %s | %.1f | %.1f | %s | %,.0f | %.1f | %d |"
                .formatted(
                        row.name,
                        row.search.p50(),
                        row.search.p99(),
                        percent(row.searchKept),
                        row.suggest.p50(),
                        row.suggest.p99(),
                        percent(row.suggestKept),
                        row.most.perSecond(),
                        row.most.p99(),
                        row.megabytes);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static void say(String text) {
        System.err.println(text);
    }
}
