package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipInputStream;

/**
 * Keycloak's distribution from Maven, unpacked and built once in the cache, and the database file with our realms imported,
 * made once for each content of the realm files.
 */
final class KeycloakDistribution {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Path cache;
    private final Path home;
    private final Progress progress;

    private KeycloakDistribution(Path cache, Path home, Progress progress) {
        this.cache = cache;
        this.home = home;
        this.progress = progress;
    }

    /** Ready to run; the first time takes about a minute. */
    static KeycloakDistribution prepared(Progress progress) {
        var cache = Home.cache();
        var keycloak = new KeycloakDistribution(cache, cache.resolve("keycloak-" + version()), progress);
        keycloak.locked(keycloak::prepare);
        return keycloak;
    }

    /** The file of a Keycloak database that holds these realms; a copy of it is a ready database. */
    Path database(RealmFiles realms) {
        var made = cache.resolve("keycloak-" + version() + "-realm-" + realms.checksum() + ".mv.db");
        locked(() -> {
            if (!Files.exists(made)) {
                progress.during("Keycloak: importing the realm (once)", () -> {
                    importInto(made, realms);
                    return made;
                });
            }
        });
        return made;
    }

    /** Without kc.sh, which would stand between us and the server's process. The options are kc.sh's own. */
    List<String> command(String... arguments) {
        var command = new ArrayList<String>(List.of(Tools.java(), "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx512m"));
        for (var opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The option that names the database file, given without its ending. */
    static String databaseOption(Path file) {
        return "--db-url=jdbc:h2:file:" + file.toAbsolutePath() + ";NON_KEYWORDS=VALUE;TRACE_LEVEL_FILE=0";
    }

    private void prepare() throws IOException {
        var built = home.resolve("motcua-built");
        if (Files.exists(built)) {
            return;
        }
        if (!Files.exists(home)) {
            progress.during("Keycloak: unpacking " + version(), this::unpack);
        }
        progress.during("Keycloak: building for this machine (once, about a minute)", () -> {
            run("keycloak-build", Map.of(), "build", "--db=dev-file");
            return home;
        });
        Files.createFile(built);
    }

    private Path unpack() {
        var zip = Home.checkout().resolve("native-build/local/target/dist/keycloak-quarkus-dist-" + version() + ".zip");
        if (!Files.exists(zip)) {
            throw new Trouble(
                    "Chưa có bản phân phối Keycloak. Hãy chạy: mvn -pl native-build/local process-resources",
                    "Keycloak's distribution is missing. Run: mvn -pl native-build/local process-resources");
        }
        try {
            var partial = Files.createTempDirectory(cache, "keycloak-unpacking");
            unpack(zip, partial);
            Files.move(partial.resolve("keycloak-" + version()), home, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(partial);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be unpacked into " + home, e);
        }
    }

    private static void unpack(Path zip, Path target) throws IOException {
        try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("archive entry outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(entries, file);
                }
            }
        }
    }

    private void importInto(Path made, RealmFiles realms) {
        try {
            var folder = Files.createTempDirectory(cache, "keycloak-import");
            var database = folder.resolve("database");
            realms.writeTo(folder.resolve("realms"));
            run(
                    "keycloak-import",
                    Map.of(
                            "KC_BOOTSTRAP_ADMIN_USERNAME",
                            "admin",
                            "KC_BOOTSTRAP_ADMIN_PASSWORD",
                            realms.adminPassword()),
                    "import",
                    "--optimized",
                    "--dir=" + folder.resolve("realms"),
                    databaseOption(database));
            Files.move(folder.resolve("database.mv.db"), made, StandardCopyOption.ATOMIC_MOVE);
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the realm could not be imported", e);
        }
    }

    private void run(String name, Map<String, String> environment, String... arguments) {
        var log = Home.data().resolve("logs").resolve(name + ".log");
        var child = ChildProcess.start(name, command(arguments), environment, log, ChildProcess.Signal.TERM);
        if (!child.waitFor(LIMIT) || child.exitCode() != 0) {
            child.stop();
            throw new IllegalStateException(name + " failed:\n" + String.join("\n", child.lastLines(20)));
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void locked(Work work) {
        // A file lock keeps other processes out, the monitor other threads of this one.
        synchronized (KeycloakDistribution.class) {
            try {
                Files.createDirectories(cache);
                var lockFile = cache.resolve("keycloak.lock");
                try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var held = channel.lock()) {
                    work.run();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Keycloak could not be prepared in " + cache, e);
            }
        }
    }

    private static String version() {
        try (var in = KeycloakDistribution.class.getResourceAsStream("/keycloak.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
