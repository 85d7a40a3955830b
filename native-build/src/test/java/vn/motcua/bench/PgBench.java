package vn.motcua.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.local.LocalPostgres;

/** The raw limit: the same row by the same prepared statement, without any server in between. */
final class PgBench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");

    /** What one turn of pgbench gave. */
    record Result(double perSecond, double meanMillis) {}

    private PgBench() {}

    static Result run(LocalPostgres postgres, Path folder, Options options) throws IOException, InterruptedException {
        var script = Files.writeString(folder.resolve("lookup.sql"), """
                \\set n random(1, %d)
                select code, status, procedure_code, procedure_version, received_at, due_at, ended_at, clock_state, paused_since, agency_support, agency_reception, agency_competent, proofs, timeline from dossier.dossier where code = 'H99.01-251008-' || lpad(:n::text, 7, '0');
                """.formatted(options.dossiers()));
        var connections = Integer.toString(options.connections());
        var builder = new ProcessBuilder(List.of(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-f",
                        script.toString(),
                        "-c",
                        connections,
                        "-j",
                        "2",
                        "-T",
                        Long.toString(options.turn().toSeconds()),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(postgres.port()),
                        "-U",
                        LocalPostgres.APP,
                        LocalPostgres.DATABASE))
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", postgres.password());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed:\n" + output);
        }
        return new Result(number(RATE, output), number(LATENCY, output));
    }

    private static double number(Pattern pattern, String output) throws IOException {
        var match = pattern.matcher(output);
        if (!match.find()) {
            throw new IOException("pgbench told no " + pattern + ":\n" + output);
        }
        return Double.parseDouble(match.group(1));
    }
}
