package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import vn.motcua.local.Folders;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * What remembered limits cost in memory: every dossier is looked up once with the right proof and once with a wrong one, and
 * what lives on is weighed. Limits per code stay as shipped; those of the one address that asks here are lifted.
 */
final class LookupMemory {
    private static final String UNLIMITED = "1000000000";
    private static final Map<String, String> SETTINGS = Map.of(
            "MOTCUA_DOSSIER_LOOKUP_PER_CODE", "10",
            "MOTCUA_DOSSIER_LOOKUP_PER_CODE_SUSTAINED", "30",
            "MOTCUA_DOSSIER_LOOKUP_OVERALL", UNLIMITED,
            "MOTCUA_DOSSIER_LOOKUP_REFUSE_AFTER", "PT0S");

    private LookupMemory() {}

    static void run(Options options) throws IOException, InterruptedException {
        var folder = Folders.temporary("motcua-bench");
        var mint = new TokenMint();
        var report = new StringBuilder("## Memory of look-ups, " + LocalDate.now()
                + "\n\n`./motcua bench lookup-memory --dossiers=" + options.dossiers() + " --connections="
                + options.connections() + "` on " + Report.machine() + "\n\n");
        report.append("| program | after | live heap MB | RSS MB |\n| --- | --- | --- | --- |\n");
        try (var postgres = LocalPostgres.durable(folder, LocalPostgres.freePort(), "bench-only")) {
            var servers = new Servers(postgres, mint);
            try (var now = servers.program("this build", SETTINGS)) {
                Servers.awaitReady(now);
                DossierTables.fill(postgres, mint, now, options.dossiers());
                weigh(now, options, report);
            }
            if (Options.before().isPresent()) {
                try (var before = servers.before(Options.before().get(), SETTINGS)) {
                    Servers.awaitReady(before);
                    weigh(before, options, report);
                }
            }
        }
        System.out.println(report);
    }

    private static void weigh(Server server, Options options, StringBuilder report)
            throws IOException, InterruptedException {
        askAll(server, Math.min(5_000, options.dossiers()), options.connections(), true);
        line(server, "the first 5,000", report);
        askAll(server, options.dossiers(), options.connections(), true);
        line(server, "each dossier once with the right proof", report);
        askAll(server, options.dossiers(), options.connections(), false);
        line(server, "and once with a wrong one", report);
    }

    private static void line(Server server, String after, StringBuilder report)
            throws IOException, InterruptedException {
        long resident = server.residentMegabytes();
        report.append("| %s | %s | %s | %d |%n".formatted(server.name(), after, liveHeap(server.pid()), resident));
    }

    private static void askAll(Server server, int dossiers, int connections, boolean right)
            throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var loops = new java.util.ArrayList<Callable<Void>>();
            for (int i = 0; i < connections; i++) {
                int first = i + 1;
                loops.add(() -> ask(server, first, dossiers, connections, right));
            }
            for (var done : threads.invokeAll(loops)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a connection failed under load", e.getCause());
        }
    }

    private static Void ask(Server server, int first, int dossiers, int step, boolean right) throws IOException {
        try (var connection = new HttpConnection(server.port())) {
            for (int number = first; number <= dossiers; number += step) {
                connection.lookUp(
                        right
                                ? DossierTables.question(number)
                                : DossierTables.question(
                                        DossierTables.code(number), "%04d".formatted((number + 5_000) % 10_000)));
                if (connection.status() != (right ? 200 : 404)) {
                    throw new IOException("answered " + connection.status());
                }
            }
        }
        return null;
    }

    /** What a full collection leaves, by the JDK's own count; a native executable tells nothing. */
    private static String liveHeap(long pid) throws IOException, InterruptedException {
        if (Options.executable().isPresent()) {
            return "";
        }
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(List.of(jcmd, Long.toString(pid), "GC.class_histogram")).start();
        var text = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return text.lines()
                .filter(line -> line.startsWith("Total"))
                .map(line -> line.strip().split("\\s+"))
                .map(total -> "%.1f".formatted(Long.parseLong(total[2]) / 1e6))
                .findFirst()
                .orElse("unknown");
    }
}
