package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.local.Home;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/** Starts the service and its peers on one database. */
final class Servers {
    private static final String HEAP = "-Xmx512m";
    /** For catalogues that grew to many times their size. */
    private static final String LARGE_HEAP = "-Xmx2g";

    private static final String UNLIMITED = "1000000000";

    private final LocalPostgres postgres;
    private final TokenMint mint;

    Servers(LocalPostgres postgres, TokenMint mint) {
        this.postgres = postgres;
        this.mint = mint;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    Server fastJar() {
        if (!Files.exists(Options.fastJar())) {
            throw new IllegalStateException("build the service first: mvn package -pl api -am -DskipTests");
        }
        return motcua("Một Cửa, fast-jar", command(Options.fastJar()), Map.of());
    }

    /** With memory for a catalogue of 100,000 records. */
    Server roomyFastJar() {
        return motcua(
                "Một Cửa, fast-jar",
                List.of(java(), LARGE_HEAP, "-jar", Options.fastJar().toString()),
                Map.of());
    }

    /** The native executable when one is given, else the fast-jar, under this name and with this environment. */
    Server program(String name, Map<String, String> more) {
        return motcua(name, command(Options.executable().orElse(Options.fastJar())), more);
    }

    Server executable(Path executable) {
        return motcua("Một Cửa, native", command(executable), Map.of());
    }

    /** An older build on the tables of this one: it must not compare them with its own migrations. */
    Server before(Path program) {
        return before(program, Map.of());
    }

    Server before(Path program, Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
        return motcua("Một Cửa, before", command(program), environment);
    }

    private static List<String> command(Path program) {
        return program.toString().endsWith(".jar")
                ? List.of(java(), HEAP, "-jar", program.toString())
                : List.of(program.toString());
    }

    /** As in production, but for the limits per code and address: one address asks for everything here. */
    private Server motcua(String name, List<String> command, Map<String, String> more) {
        int port = LocalPostgres.freePort();
        var environment = database();
        environment.put("MOTCUA_DATABASE_OWNER", LocalPostgres.OWNER);
        environment.put("MOTCUA_DATABASE_OWNER_PASSWORD", postgres.password());
        environment.put("MOTCUA_PORT", Integer.toString(port));
        environment.put("MOTCUA_OIDC_URL", "");
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", "");
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", mint.publicKey());
        for (var limit : List.of(
                "PER_CODE",
                "PER_CODE_SUSTAINED",
                "PER_ADDRESS",
                "PER_ADDRESS_SUSTAINED",
                "OVERALL",
                "OVERALL_SUSTAINED")) {
            environment.put("MOTCUA_DOSSIER_LOOKUP_" + limit, UNLIMITED);
        }
        environment.putAll(more);
        return Server.start(name, Home.checkout(), command, environment, port);
    }

    Server spring() throws IOException, InterruptedException {
        var folder = Home.checkout().resolve("native-build/peers/spring");
        var jar = folder.resolve("target/spring-peer.jar");
        built(folder);
        return peer("Spring Boot (JPA, JDBC)", folder, List.of(java(), HEAP, "-jar", jar.toString()));
    }

    Server fastify() throws IOException, InterruptedException {
        var folder = Home.checkout().resolve("native-build/peers/fastify");
        if (!Files.exists(folder.resolve("node_modules"))) {
            run(folder, "npm", "ci", "--no-audit", "--no-fund");
        }
        return peer("Fastify + pg", folder, List.of("node", "server.js"));
    }

    /** The search of procedures by MiniSearch or PostgreSQL. */
    Server fastifySearch(String name, String backend) throws IOException, InterruptedException {
        var folder = Home.checkout().resolve("native-build/peers/fastify");
        if (!Files.exists(folder.resolve("node_modules/minisearch"))) {
            run(folder, "npm", "ci", "--no-audit", "--no-fund");
        }
        return peer(
                name, folder, List.of("node", "--max-old-space-size=2048", "search.js"), Map.of("BACKEND", backend));
    }

    Server lucene() throws IOException, InterruptedException {
        var folder = Home.checkout().resolve("native-build/peers/lucene");
        built(folder);
        return peer(
                "Lucene, JDK HTTP server",
                folder,
                List.of(java(), LARGE_HEAP, "-cp", "target/*", "vn.motcua.peer.LucenePeer"),
                Map.of());
    }

    private Server peer(String name, Path folder, List<String> command) {
        return peer(name, folder, command, Map.of());
    }

    private Server peer(String name, Path folder, List<String> command, Map<String, String> more) {
        int port = LocalPostgres.freePort();
        var environment = database();
        environment.putAll(more);
        environment.put("PORT", Integer.toString(port));
        environment.put("NODE_ENV", "production");
        return Server.start(name, folder, command, environment, port);
    }

    private Map<String, String> database() {
        var environment = new HashMap<String, String>();
        environment.put("MOTCUA_DATABASE_URL", postgres.url());
        environment.put("MOTCUA_DATABASE_USER", LocalPostgres.APP);
        environment.put("MOTCUA_DATABASE_PASSWORD", postgres.password());
        environment.put("MOTCUA_SECRET", DossierTables.SECRET);
        return environment;
    }

    static void awaitReady(Server server) {
        server.awaitFirstAnswer("/q/health/ready", Duration.ofSeconds(180));
    }

    /** Whether a program of this name can be run. */
    static boolean atHand(String program) {
        var path = System.getenv().getOrDefault("PATH", "");
        return path.lines()
                .flatMap(line -> List.of(line.split(":")).stream())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Maven builds what has changed: an older peer would be measured against newer tables. */
    private static void built(Path folder) throws IOException, InterruptedException {
        run(folder, "mvn", "-B", "-q", "package", "-DskipTests");
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed in " + folder);
        }
    }
}
