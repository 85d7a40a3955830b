package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import vn.motcua.local.Folders;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * Look-ups among very many dossiers and among few: two PostgreSQL servers with equal settings, filled by {@link ScaleFill},
 * asked in turns through the same build of the service; then a day off more, and all open deadlines counted again. The steps
 * {@code fill}, {@code measure} and {@code recount} work on a folder that is kept; without a step all are done and it is deleted.
 */
final class ScaleBench {
    private static final String PASSWORD = "bench-only";
    private static final int FEW = 10_000;
    /** A memory that a server of this size would be given, and no log of what a crash of a measurement could lose. */
    private static final List<String> SETTINGS = List.of(
            "shared_buffers = '1GB'", "max_wal_size = '4GB'", "checkpoint_timeout = '30min'", "random_page_cost = 1.1");

    private static final List<String> WHILE_FILLING =
            List.of("wal_level = 'minimal'", "max_wal_senders = 0", "autovacuum = off");

    private final Map<String, String> given;
    private final int dossiers;
    private final int rounds;
    private final int connections;
    private final Duration turn;
    private final Duration warmUp;
    private final Path folder;

    private ScaleBench(Map<String, String> given, Path folder) {
        this.given = given;
        this.folder = folder;
        dossiers = number("dossiers", 10_000_000);
        rounds = number("rounds", 5);
        connections = number("connections", 4);
        turn = Duration.ofSeconds(number("seconds", 8));
        warmUp = Duration.ofSeconds(number("warm-up", 15));
    }

    private int number(String name, int otherwise) {
        return Integer.parseInt(given.getOrDefault(name, Integer.toString(otherwise)));
    }

    static void run(String... args) throws IOException, SQLException {
        var given = Arrays.stream(args)
                .filter(arg -> arg.startsWith("--") && arg.contains("="))
                .map(arg -> arg.substring(2).split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        var step = args.length > 1 && !args[1].startsWith("--") ? args[1] : "";
        var folder = given.containsKey("folder")
                ? Path.of(given.get("folder")).toAbsolutePath()
                : Folders.temporary("motcua-scale");
        var bench = new ScaleBench(given, folder);
        if (step.isEmpty() || step.equals("fill")) {
            bench.fill("few", FEW);
            bench.fill("many", bench.dossiers);
        }
        if (step.isEmpty() || step.equals("measure")) {
            bench.measure();
        }
        if (step.isEmpty() || step.equals("recount")) {
            bench.recount();
        }
    }

    private LocalPostgres postgres(String name) {
        return LocalPostgres.durable(folder.resolve(name), LocalPostgres.freePort(), PASSWORD);
    }

    private void fill(String name, int size) throws IOException, SQLException {
        try (var postgres = postgres(name)) {
            try (var service = new Servers(postgres, new TokenMint()).fastJar()) {
                Servers.awaitReady(service);
            }
            set(postgres, SETTINGS);
            set(postgres, WHILE_FILLING);
        }
        var now = Instant.now();
        try (var postgres = postgres(name)) {
            var filled = new ScaleFill(postgres, ScaleDossier.Years.until(now, size)).run();
            var text = "%s %,d dossiers with %,d events in %,.0f s: %.1f GB in the tables and indexes"
                    .formatted(
                            LocalDate.now(),
                            filled.dossiers(),
                            filled.events(),
                            filled.seconds(),
                            filled.bytes() / 1e9);
            Files.writeString(folder.resolve(name + ".txt"), now + "\n" + size + "\n" + text + "\n");
            System.out.println(text);
            set(postgres, List.of("wal_level = 'replica'", "autovacuum = on"));
        }
    }

    /** As the server's own administrator; taken up by its next start. */
    private static void set(LocalPostgres postgres, List<String> settings) throws SQLException {
        var login = new Properties();
        login.put("user", "postgres");
        login.put("password", postgres.password());
        try (var connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres", login)) {
            for (var setting : settings) {
                ScaleFill.execute(connection, "alter system set " + setting);
            }
        }
    }

    private ScaleDossier.Years years(String name) throws IOException {
        var lines = Files.readAllLines(folder.resolve(name + ".txt"));
        return ScaleDossier.Years.until(Instant.parse(lines.get(0)), Integer.parseInt(lines.get(1)));
    }

    private void measure() throws IOException, SQLException {
        var fewYears = years("few");
        var manyYears = years("many");
        try (var few = postgres("few");
                var many = postgres("many");
                var atFew = service(few, "few");
                var atMany = service(many, "many")) {
            var smaller = new Place(atFew, fewYears, 1);
            var larger = new Place(atMany, manyYears, 1);
            // A tenth of the years: what people ask for is young.
            var young = new Place(atMany, manyYears, 0.1);
            var places = List.of(smaller, larger, young);
            // Memory for files holds what a server in use would hold: the rows were read before.
            read(few);
            read(many);
            for (var place : places) {
                say("warming up " + place.server.name());
                place.drive(connections, warmUp);
            }
            for (int round = 1; round <= rounds; round++) {
                for (var place : places) {
                    place.turns.add(place.drive(connections, turn));
                }
            }
            System.out.println(report(smaller, larger, young));
        }
    }

    private void recount() throws IOException {
        var mint = new TokenMint();
        try (var many = postgres("many");
                var server = new Servers(many, mint).program("recount", Map.of("MOTCUA_FORECAST_ENABLED", "false"))) {
            Servers.awaitReady(server);
            System.out.println(new ScaleRecount(server, mint).run());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void read(LocalPostgres postgres) throws SQLException {
        long start = System.nanoTime();
        try (var connection = postgres.connectAsOwner()) {
            ScaleFill.number(connection, "select count(*) from dossier.dossier where paused_days + supplements < 0");
        }
        say("all dossiers read in %.0f s".formatted((System.nanoTime() - start) / 1e9));
    }

    private static Server service(LocalPostgres postgres, String name) {
        var server = new Servers(postgres, new TokenMint())
                .program(name, Map.of("MOTCUA_DOSSIER_WATCH_ENABLED", "false", "MOTCUA_FORECAST_ENABLED", "false"));
        Servers.awaitReady(server);
        return server;
    }

    /** Which dossiers are asked for: the last part of the years. */
    private static final class Place {
        private final Server server;
        private final ScaleDossier.Years years;
        private final int from;
        private final List<Load.Turn> turns = new ArrayList<>();

        Place(Server server, ScaleDossier.Years years, double part) {
            this.server = server;
            this.years = years;
            this.from = (int) (years.dossiers() * (1 - part));
        }

        Load.Turn drive(int connections, Duration time) {
            int span = years.dossiers() - from;
            return Load.drive(server, n -> years.dossier(from + n - 1).question(), span, connections, time);
        }
    }

    private String report(Place smaller, Place larger, Place young) throws IOException {
        var text = new StringBuilder(
                "## Look-ups among %,d dossiers, %s%n%n".formatted(larger.years.dossiers(), LocalDate.now()));
        text.append(
                "`./motcua bench scale --dossiers=%d --rounds=%d --seconds=%d --warm-up=%d --connections=%d`, %s, on %s%n%n"
                        .formatted(
                                larger.years.dossiers(),
                                rounds,
                                turn.toSeconds(),
                                warmUp.toSeconds(),
                                connections,
                                Options.executable().isPresent() ? "native" : "fast-jar",
                                Report.machine()));
        text.append("| asked for | look-ups/s | p50 ms | p99 ms | p50, ratio | p99, ratio |\n");
        text.append("| --- | --- | --- | --- | --- | --- |\n");
        row(text, "any of %,d".formatted(smaller.years.dossiers()), smaller, null);
        row(text, "any of %,d".formatted(larger.years.dossiers()), larger, smaller);
        row(text, "the youngest tenth of them", young, smaller);
        text.append("\nMedians of ").append(rounds).append(" rounds, ratios taken round by round.\n");
        for (var name : List.of("few", "many")) {
            text.append(Files.readAllLines(folder.resolve(name + ".txt")).get(2))
                    .append(".\n");
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String what, Place place, Place against) {
        text.append("| %s | %,.0f | %.2f | %.2f | %s | %s |%n"
                .formatted(
                        what,
                        Report.median(place.turns, Load.Turn::perSecond),
                        Report.median(place.turns, Load.Turn::p50) / 1e3,
                        Report.median(place.turns, Load.Turn::p99) / 1e3,
                        against == null ? "" : ratio(place, against, Load.Turn::p50),
                        against == null ? "" : ratio(place, against, Load.Turn::p99)));
    }

    private static String ratio(Place place, Place against, java.util.function.ToDoubleFunction<Load.Turn> value) {
        var ratios = new double[place.turns.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = value.applyAsDouble(place.turns.get(i)) / value.applyAsDouble(against.turns.get(i));
        }
        Arrays.sort(ratios);
        return "%.2f (%.2f to %.2f)".formatted(ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
    }

    private static void say(String text) {
        System.err.println(text);
    }
}
