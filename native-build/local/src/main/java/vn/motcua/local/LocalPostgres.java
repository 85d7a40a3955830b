package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL server as a child of this process, on loopback. It comes with two roles: {@code motcua_owner}, who owns
 * the database {@code motcua} and migrates it, and {@code motcua_app}, as whom the service runs.
 */
public final class LocalPostgres implements AutoCloseable {
    public static final String DATABASE = "motcua";
    public static final String OWNER = "motcua_owner";
    public static final String APP = "motcua_app";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String WRONG_PASSWORD = "28P01";

    private final Path folder;
    private final ChildProcess server;
    private final int port;
    private final String password;
    private final boolean throwaway;

    private LocalPostgres(Path folder, ChildProcess server, int port, String password, boolean throwaway) {
        this.folder = folder;
        this.server = server;
        this.port = port;
        this.password = password;
        this.throwaway = throwaway;
    }

    /** A server for tests: new data in a temporary folder, no fsync, gone on close. */
    public static LocalPostgres throwaway() {
        try {
            var folder = Files.createTempDirectory("motcua-postgres");
            return start(folder, freePort(), "local-test-only", folder.resolve("postgres.log"), true)
                    .stoppedWithThisProcess();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server whose data survive: durable settings, data made on first use. */
    public static LocalPostgres durable(Path folder, int port, String password) {
        return supervised(folder, port, password, folder.resolve("postgres.log"))
                .stoppedWithThisProcess();
    }

    /** The same without a shutdown hook: the caller stops it. */
    static LocalPostgres supervised(Path folder, int port, String password, Path log) {
        return start(folder, port, password, log, false);
    }

    private LocalPostgres stoppedWithThisProcess() {
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "postgres-stop"));
        return this;
    }

    private static LocalPostgres start(Path folder, int port, String password, Path log, boolean throwaway) {
        try {
            Files.createDirectories(folder);
            var bin = PostgresBinaries.unpacked().resolve("bin");
            var data = folder.resolve("data");
            PostgresFolder.stopOrphan(data);
            if (!Files.exists(data)) {
                PostgresFolder.initialise(bin, folder, data, password);
            }
            var command = OrdinaryUser.runs(bin.resolve("postgres"), folder);
            command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
            command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
            command.addAll(List.of("-c", "max_connections=200", "-c", "timezone=Asia/Ho_Chi_Minh"));
            var durability = throwaway ? "off" : "on";
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                command.addAll(List.of("-c", setting + "=" + durability));
            }
            var server = ChildProcess.start("postgres", command, Map.of(), log, ChildProcess.Signal.INT);
            var postgres = new LocalPostgres(folder, server, port, password, throwaway);
            postgres.awaitReady();
            postgres.createRolesAndDatabase();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + folder, e);
        }
    }

    /** Each only where it is missing: a first start may have been cut short. */
    private void createRolesAndDatabase() {
        try (var connection = connect("postgres", "postgres");
                var sql = connection.createStatement()) {
            for (var role : List.of(OWNER, APP)) {
                if (isMissing(sql, "select from pg_roles where rolname = '" + role + "'")) {
                    sql.execute("create role " + role + " login password '" + password + "'");
                }
            }
            if (isMissing(sql, "select from pg_database where datname = '" + DATABASE + "'")) {
                sql.execute("create database " + DATABASE + " owner " + OWNER);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the roles and the database could not be created", e);
        }
    }

    private static boolean isMissing(Statement sql, String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            return !rows.next();
        }
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            if (!server.isAlive()) {
                throw new IOException("PostgreSQL ended at once:\n" + String.join("\n", server.lastLines(10)));
            }
            try (var connection = connect("postgres", "postgres")) {
                return;
            } catch (SQLException notYet) {
                if (WRONG_PASSWORD.equals(notYet.getSQLState())) {
                    server.stop();
                    throw new Trouble(
                            "Mật khẩu trong .motcua/secrets không khớp với dữ liệu trong " + folder
                                    + ". Hãy khôi phục tệp cũ, hoặc xóa thư mục này để bắt đầu lại.",
                            "The password in .motcua/secrets does not fit the data in " + folder
                                    + ". Restore the old file, or delete that folder to begin anew.",
                            notYet);
                }
                pause();
            }
        }
        throw new IOException("PostgreSQL was not ready in time, see " + server.log());
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

    ChildProcess process() {
        return server;
    }

    @Override
    public void close() {
        server.stop();
        if (throwaway) {
            Folders.delete(folder);
        }
    }

    /** A port on loopback that nobody listens on. */
    public static int freePort() {
        return Ports.any();
    }
}
