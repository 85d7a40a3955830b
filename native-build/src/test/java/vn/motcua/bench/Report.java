package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Tables for RESULTS.md: medians over the rounds, ratios taken round by round, and on what machine. */
final class Report {
    private Report() {}

    static String lookup(
            Options options, Map<String, List<Load.Turn>> turns, List<PgBench.Result> limit, List<String> absent) {
        var text = new StringBuilder("## One-dossier look-up, " + LocalDate.now() + "\n\n");
        text.append("`./motcua bench lookup ")
                .append(options.commandLine())
                .append("` on ")
                .append(machine())
                .append("\n\n");
        text.append(
                "| server | look-ups/s | p50 ms | p99 ms | CPU s per 1,000 | RSS MB | Một Cửa is … as fast (spread) |\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        var ours = turns.values().iterator().next();
        turns.forEach((name, theirs) -> text.append("| %s | %,.0f | %.1f | %.1f | %.2f | %.0f | %s |%n"
                .formatted(
                        name,
                        median(theirs, Load.Turn::perSecond),
                        median(theirs, Load.Turn::p50) / 1e3,
                        median(theirs, Load.Turn::p99) / 1e3,
                        median(theirs, Load.Turn::cpuPerThousand),
                        median(theirs, turn -> turn.residentMegabytes()),
                        theirs == ours ? "" : ratio(ours, rates(theirs, Load.Turn::perSecond)))));
        if (!limit.isEmpty()) {
            text.append("| pgbench, prepared (the limit) | %,.0f | mean %.1f | | | | %s |%n"
                    .formatted(
                            median(limit, PgBench.Result::perSecond),
                            median(limit, PgBench.Result::meanMillis),
                            ratio(ours, rates(limit, PgBench.Result::perSecond))));
        }
        absent.forEach(line -> text.append("\nNot measured: ").append(line).append('\n'));
        text.append("\nMedians of ").append(options.rounds()).append(" rounds; in a round each has its turn of ");
        text.append(options.turn().toSeconds()).append(" s. Ratios are of the fast-jar and taken round by round.\n");
        return text.toString();
    }

    /** Cores, memory, JDK, and how busy the machine is with other things. */
    static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + fact("/proc/meminfo", "MemTotal") / (1 << 20)
                + " GiB, " + System.getProperty("os.name") + ", JDK " + Runtime.version() + ", load average at the end "
                + load();
    }

    private static long fact(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static <T> double[] rates(List<T> turns, ToDoubleFunction<T> value) {
        return turns.stream().mapToDouble(value).toArray();
    }

    private static String ratio(List<Load.Turn> ours, double[] theirs) {
        var ratios = IntStream.range(0, theirs.length)
                .mapToDouble(round -> ours.get(round).perSecond() / theirs[round])
                .sorted()
                .toArray();
        return "%.2f × (%.2f to %.2f)".formatted(ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
    }

    static <T> double median(List<T> values, ToDoubleFunction<T> value) {
        var sorted = values.stream().mapToDouble(value).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
