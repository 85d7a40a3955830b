package vn.motcua.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a run of the search's measurement is told, as {@code --name=value}.
 *
 * @param records procedures in the catalogue; more than the file holds are grown from it
 * @param rate requests a second in the open loop
 * @param turn how long each server is measured in each way
 * @param warmUp how long each server is driven before
 * @param connections requests in flight at most
 */
record SearchOptions(int records, int rate, Duration turn, Duration warmUp, int connections) {
    static SearchOptions parse(String... args) {
        var given = Arrays.stream(args)
                .filter(arg -> arg.startsWith("--") && arg.contains("="))
                .map(arg -> arg.substring(2).split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.parseInt(pair[1])));
        var options = new SearchOptions(
                given.getOrDefault("records", 5_771),
                given.getOrDefault("rate", 200),
                Duration.ofSeconds(given.getOrDefault("seconds", 10)),
                Duration.ofSeconds(given.getOrDefault("warm-up", 15)),
                given.getOrDefault("connections", 16));
        if (options.records < 1 || options.records > 900_000 || options.rate < 1 || options.connections < 1) {
            throw new IllegalArgumentException("records 1 to 900,000, rate and connections at least 1");
        }
        return options;
    }

    String commandLine() {
        return "--records=" + records + " --rate=" + rate + " --seconds=" + turn.toSeconds() + " --warm-up="
                + warmUp.toSeconds() + " --connections=" + connections;
    }
}
