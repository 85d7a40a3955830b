package vn.motcua.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.motcua.local.Home;

/**
 * What a run is told, as {@code --name=value}.
 *
 * @param dossiers how many dossiers the tables hold
 * @param rounds how often each server has its turn
 * @param turn how long a turn is
 * @param warmUp how long each server is driven before the first round
 * @param connections requests in flight
 * @param samples how many requests of each kind are timed
 */
record Options(int dossiers, int rounds, Duration turn, Duration warmUp, int connections, int samples) {
    static Options parse(String... args) {
        var given = numbers(args);
        var options = new Options(
                given.getOrDefault("dossiers", 100_000),
                given.getOrDefault("rounds", 5),
                Duration.ofSeconds(given.getOrDefault("seconds", 8)),
                Duration.ofSeconds(given.getOrDefault("warm-up", 15)),
                given.getOrDefault("connections", 16),
                given.getOrDefault("samples", 3_000));
        if (options.dossiers < 100 || options.dossiers > 9_000_000 || options.rounds < 1 || options.connections < 1) {
            throw new IllegalArgumentException("dossiers 100 to 9,000,000, rounds and connections at least 1");
        }
        return options;
    }

    static Map<String, Integer> numbers(String... args) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith("--") && arg.contains("="))
                .map(arg -> arg.substring(2).split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.parseInt(pair[1])));
    }

    String commandLine() {
        return "--dossiers=" + dossiers + " --rounds=" + rounds + " --seconds=" + turn.toSeconds() + " --warm-up="
                + warmUp.toSeconds() + " --connections=" + connections;
    }

    static Path fastJar() {
        return Home.checkout().resolve("api/target/quarkus-app/quarkus-run.jar");
    }

    /** The native executable: {@code -Dmotcua.executable=FILE}. */
    static Optional<Path> executable() {
        return Optional.ofNullable(System.getProperty("motcua.executable"))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .map(Path::toAbsolutePath);
    }

    /** An older build of the service, executable or quarkus-run.jar, to be measured beside this one: {@code MOTCUA_BEFORE}. */
    static Optional<Path> before() {
        return Optional.ofNullable(System.getenv("MOTCUA_BEFORE"))
                .filter(name -> !name.isBlank())
                .map(name -> Home.checkout().resolve(name));
    }
}
