package vn.motcua.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.motcua.local.Folders;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * Whether the time of a refused look-up tells what was wrong. Three kinds of refusal are asked for in random order on the same
 * connections; the service as shipped, and once more without waiting before a refusal, so that what the waiting hides is seen.
 */
final class LookupTiming {
    private static final int WARM_UP = 2_000;

    /** What is wrong with a look-up. */
    private enum Kind {
        WRONG_PROOF("known code, wrong proof") {
            @Override
            String question(int number, int dossiers) {
                return DossierTables.question(DossierTables.code(number), "%04d".formatted((number + 5_000) % 10_000));
            }
        },
        WRONG_CODE("unknown code") {
            @Override
            String question(int number, int dossiers) {
                return DossierTables.question(DossierTables.code(dossiers + number), "%04d".formatted(number % 10_000));
            }
        },
        MALFORMED("code that cannot be one") {
            @Override
            String question(int number, int dossiers) {
                var code = DossierTables.code(number).replace("-251008-", "-251308-");
                return DossierTables.question(code, "%04d".formatted(number % 10_000));
            }
        };

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        abstract String question(int number, int dossiers);
    }

    /** How busy the service is: connections that ask for refusals, and others that look dossiers up as fast as they can. */
    private record Level(int asking, int busy) {}

    private static final List<Level> SHIPPED = List.of(new Level(16, 0), new Level(32, 2), new Level(64, 8));
    private static final List<Level> AT_ONCE = List.of(new Level(1, 0), new Level(4, 2), new Level(16, 8));

    private final Options options;
    private final StringBuilder report = new StringBuilder();

    private LookupTiming(Options options) {
        this.options = options;
    }

    static void run(Options options) throws IOException, InterruptedException {
        new LookupTiming(options).run();
    }

    private void run() throws IOException, InterruptedException {
        var folder = Folders.temporary("motcua-bench");
        var mint = new TokenMint();
        head();
        try (var postgres = LocalPostgres.durable(folder, LocalPostgres.freePort(), "bench-only")) {
            var servers = new Servers(postgres, mint);
            try (var shipped = servers.program("as shipped", Map.of())) {
                Servers.awaitReady(shipped);
                DossierTables.fill(postgres, mint, shipped, options.dossiers());
                measure(shipped, SHIPPED);
            }
            try (var atOnce = servers.program(
                    "refusals answered at once", Map.of("MOTCUA_DOSSIER_LOOKUP_REFUSE_AFTER", "PT0S"))) {
                Servers.awaitReady(atOnce);
                measure(atOnce, AT_ONCE);
            }
        }
        System.out.println(report);
    }

    private void head() {
        report.append("## Time of refused look-ups, ").append(LocalDate.now());
        report.append("\n\n`./motcua bench lookup-timing --dossiers=").append(options.dossiers());
        report.append(" --samples=")
                .append(options.samples())
                .append("` on ")
                .append(Report.machine())
                .append("\n\n");
        report.append(
                "| service | connections | kind | n | p50 ms | p90 | p99 | KS distance to the first kind (p) | AUC |\n");
        report.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    }

    private void measure(Server server, List<Level> levels) {
        ask(server, new Level(8, 0), WARM_UP / Kind.values().length);
        for (var level : levels) {
            var taken = ask(server, level, options.samples());
            var first = new Samples(taken.get(0));
            for (var kind : Kind.values()) {
                row(server, level, kind.words, new Samples(taken.get(kind.ordinal())), first, kind.ordinal() == 0);
            }
            var odd = Samples.half(taken.get(0), 0);
            row(server, level, "control: half of the first kind", Samples.half(taken.get(0), 1), odd, false);
            System.err.println(server.name() + ", " + level + " done");
        }
    }

    private void row(Server server, Level level, String what, Samples times, Samples first, boolean isFirst) {
        report.append("| %s | %d + %d busy | %s | %,d | %.2f | %.2f | %.2f | %s | %s |%n"
                .formatted(
                        server.name(),
                        level.asking(),
                        level.busy(),
                        what,
                        times.size(),
                        times.quantile(0.5) / 1e6,
                        times.quantile(0.9) / 1e6,
                        times.quantile(0.99) / 1e6,
                        isFirst ? "" : "%.3f (%.2f)".formatted(first.distance(times), first.chance(times)),
                        isFirst ? "" : "%.3f".formatted(first.auc(times))));
    }

    /** Nanoseconds by kind, in the order they were taken. */
    private List<long[]> ask(Server server, Level level, int samples) {
        var stop = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(level.asking() + level.busy())) {
            for (int i = 0; i < level.busy(); i++) {
                threads.submit(() -> keepBusy(server, stop));
            }
            var asking = new ArrayList<Callable<List<long[]>>>();
            for (int i = 0; i < level.asking(); i++) {
                asking.add(() -> loop(server, samples / level.asking() + 1));
            }
            var parts = new ArrayList<List<long[]>>();
            for (var done : threads.invokeAll(asking)) {
                parts.add(done.get());
            }
            stop.set(true);
            return Arrays.stream(Kind.values())
                    .map(kind -> parts.stream()
                            .flatMapToLong(part -> Arrays.stream(part.get(kind.ordinal())))
                            .toArray())
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a connection failed under load", e.getCause());
        } finally {
            stop.set(true);
        }
    }

    private List<long[]> loop(Server server, int each) throws IOException {
        var random = ThreadLocalRandom.current();
        var kinds = new ArrayList<Kind>();
        for (int i = 0; i < each; i++) {
            kinds.addAll(List.of(Kind.values()));
        }
        java.util.Collections.shuffle(kinds, random);
        var taken = new long[Kind.values().length][each];
        var counts = new int[Kind.values().length];
        try (var connection = new HttpConnection(server.port())) {
            for (var kind : kinds) {
                var question = kind.question(random.nextInt(1, options.dossiers() + 1), options.dossiers());
                long before = System.nanoTime();
                connection.lookUp(question);
                taken[kind.ordinal()][counts[kind.ordinal()]++] = System.nanoTime() - before;
                if (connection.status() != 404) {
                    throw new IOException(kind.words + " answered " + connection.status());
                }
            }
        }
        return List.of(taken);
    }

    private Void keepBusy(Server server, AtomicBoolean stop) throws IOException {
        var random = ThreadLocalRandom.current();
        try (var connection = new HttpConnection(server.port())) {
            while (!stop.get()) {
                connection.lookUp(DossierTables.question(random.nextInt(1, options.dossiers() + 1)));
            }
        }
        return null;
    }
}
