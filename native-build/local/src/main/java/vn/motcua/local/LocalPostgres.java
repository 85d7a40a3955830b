package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL server as a child of this process, on loopback. It comes with two roles: {@code motcua_owner}, who owns
 * the database {@code motcua} and migrates it, and {@code motcua_app}, as whom the service runs.
 */
public final class LocalPostgres implements AutoCloseable {
    public static final String DATABASE = "motcua";
    public static final String OWNER = "motcua_owner";
    public static final String APP = "motcua_app";

    private final Path folder;
    private final Process server;
    private final int port;
    private final String password;
    private final boolean throwaway;

    private LocalPostgres(Path folder, Process server, int port, String password, boolean throwaway) {
        this.folder = folder;
        this.server = server;
        this.port = port;
        this.password = password;
        this.throwaway = throwaway;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "postgres-stop"));
    }

    /** A server for tests: new data in a temporary folder, no fsync, gone on close. */
    public static LocalPostgres throwaway() {
        try {
            var folder = Files.createTempDirectory("motcua-postgres");
            return start(folder, freePort(), "local-test-only", true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server whose data survive: durable settings, data made on first use. */
    public static LocalPostgres durable(Path folder, int port, String password) {
        return start(folder, port, password, false);
    }

    private static LocalPostgres start(Path folder, int port, String password, boolean throwaway) {
        try {
            var bin = PostgresBinaries.unpacked().resolve("bin");
            var data = folder.resolve("data");
            boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
            if (fresh) {
                initialise(bin, data, folder, password);
            }
            var log = folder.resolve("postgres.log").toFile();
            var command = asOrdinaryUser(bin.resolve("postgres").toString());
            command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
            command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
            command.addAll(List.of("-c", "max_connections=200", "-c", "timezone=Asia/Ho_Chi_Minh"));
            command.addAll(
                    throwaway
                            ? List.of("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")
                            : List.of("-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "full_page_writes=on"));
            var server = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            var postgres = new LocalPostgres(folder, server, port, password, throwaway);
            postgres.awaitReady(Duration.ofSeconds(60));
            if (fresh) {
                postgres.createRolesAndDatabase();
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + folder, e);
        }
    }

    private static void initialise(Path bin, Path data, Path folder, String password) throws IOException {
        Files.createDirectories(folder);
        var secret = Files.createTempFile(folder, "secret", null);
        try {
            Files.writeString(secret, password);
            var command = asOrdinaryUser(bin.resolve("initdb").toString());
            command.addAll(List.of("-D", data.toString(), "-U", "postgres", "-A", "scram-sha-256"));
            command.addAll(
                    List.of("--pwfile", secret.toString(), "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"));
            var log = folder.resolve("initdb.log").toFile();
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("initdb failed, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL made its data folder", e);
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    /** PostgreSQL refuses root; a user namespace makes root an ordinary user for this one process. */
    private static List<String> asOrdinaryUser(String program) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program);
        return command;
    }

    private void createRolesAndDatabase() {
        try (var connection = connect("postgres", "postgres");
                var sql = connection.createStatement()) {
            sql.execute("create role " + OWNER + " login password '" + password + "'");
            sql.execute("create role " + APP + " login password '" + password + "'");
            sql.execute("create database " + DATABASE + " owner " + OWNER);
        } catch (SQLException e) {
            throw new IllegalStateException("the roles and the database could not be created", e);
        }
    }

    private void awaitReady(Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            if (!server.isAlive()) {
                throw new IOException("PostgreSQL ended at once, see " + folder.resolve("postgres.log"));
            }
            try (var connection = connect("postgres", "postgres")) {
                return;
            } catch (SQLException notYet) {
                pause();
            }
        }
        throw new IOException("PostgreSQL was not ready in time, see " + folder.resolve("postgres.log"));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Connection connect(String database, String user) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    /** A connection as the owner, for tests that look into the database. */
    public Connection connectAsOwner() throws SQLException {
        return connect(DATABASE, OWNER);
    }

    /** {@code postgresql://127.0.0.1:port/motcua}, as {@code MOTCUA_DATABASE_URL} takes it. */
    public String url() {
        return "postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    public String password() {
        return password;
    }

    public long pid() {
        return server.pid();
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        stop();
        if (throwaway) {
            deleteFolder();
        }
    }

    /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
    private synchronized void stop() {
        if (!server.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .start()
                    .waitFor();
            if (!server.waitFor(30, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (IOException | InterruptedException e) {
            server.destroyForcibly();
        }
    }

    private void deleteFolder() {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
