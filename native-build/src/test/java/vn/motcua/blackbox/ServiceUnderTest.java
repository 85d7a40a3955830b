package vn.motcua.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.motcua.local.CatalogueKey;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.ServiceProgram;
import vn.motcua.local.TokenMint;

/**
 * The packaged service as a child process on a real PostgreSQL: the fast-jar, or the native executable named by
 * {@code -Dmotcua.executable}. Its output goes to {@code target/service-NAME.log}.
 */
public final class ServiceUnderTest implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final Path log;
    private final Map<String, String> environment;
    private final LocalPostgres postgres;
    private final boolean ownDatabase;
    private final TokenMint mint = new TokenMint();
    private final int port = LocalPostgres.freePort();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Thread stopAtExit = new Thread(this::killProcess, "service-stop");
    private Process process;

    private ServiceUnderTest(String name, LocalPostgres postgres, boolean ownDatabase, Map<String, String> more) {
        log = Path.of("target").toAbsolutePath().resolve("service-" + name + ".log");
        this.postgres = postgres;
        this.ownDatabase = ownDatabase;
        environment = environment(more);
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    /** Starts PostgreSQL and the service, and waits until it is ready. {@code more} adds to its environment or overrides it. */
    public static ServiceUnderTest start(String name, Map<String, String> more) {
        return started(new ServiceUnderTest(name, LocalPostgres.throwaway(), true, more));
    }

    /** The same on a database that others use too; it stays when the service is closed. */
    public static ServiceUnderTest startOn(LocalPostgres postgres, String name, Map<String, String> more) {
        return started(new ServiceUnderTest(name, postgres, false, more));
    }

    private static ServiceUnderTest started(ServiceUnderTest service) {
        try {
            Files.createDirectories(service.log.getParent());
            Files.deleteIfExists(service.log);
            service.restart();
            return service;
        } catch (IOException e) {
            service.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private Map<String, String> environment(Map<String, String> more) {
        var all = new HashMap<String, String>();
        all.put("MOTCUA_DATABASE_URL", postgres.url());
        all.put("MOTCUA_DATABASE_USER", LocalPostgres.APP);
        all.put("MOTCUA_DATABASE_PASSWORD", postgres.password());
        all.put("MOTCUA_DATABASE_OWNER", LocalPostgres.OWNER);
        all.put("MOTCUA_DATABASE_OWNER_PASSWORD", postgres.password());
        all.put("MOTCUA_SECRET", "local-test-only-0123456789abcdef0123456789abcdef");
        all.put("MOTCUA_CATALOGUE_SIGNING_KEY", CatalogueKey.newPrivateKey());
        all.put("MOTCUA_SATISFACTION_LEDGER_SIGNING_KEY", CatalogueKey.newPrivateKey());
        // Nobody waits for the next full hour.
        all.put("MOTCUA_SATISFACTION_LEDGER_HEAD_EVERY", "1s");
        all.put("MOTCUA_PORT", Integer.toString(port));
        all.put("MOTCUA_OIDC_URL", "");
        all.put("QUARKUS_OIDC_AUTH_SERVER_URL", "");
        all.put("QUARKUS_OIDC_PUBLIC_KEY", mint.publicKey());
        // Tests do not wait for the days in which a rating can be changed.
        all.put("MOTCUA_SATISFACTION_REST_DAYS", "0");
        all.putAll(more);
        return all;
    }

    /** Whether the tests run against the native executable. */
    public static boolean isNative() {
        return !System.getProperty("motcua.executable", "").isBlank();
    }

    /** On the JVM without the second compiler and a collector's threads: what lives so short has nothing of them. */
    private static List<String> command() {
        return isNative()
                ? List.of(System.getProperty("motcua.executable"))
                : ServiceProgram.onTheJvm("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    /** Starts it again on the same port and database, after a {@link #kill9()} or in place of the running one. */
    public void restart() {
        killProcess();
        try {
            var builder = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the service could not be started", e);
        }
        awaitReady();
    }

    private void awaitReady() {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the service ended with " + process.exitValue() + ", see " + log);
            }
            if (isReady()) {
                return;
            }
        }
        throw new IllegalStateException("the service was not ready in " + START_LIMIT + ", see " + log);
    }

    private boolean isReady() {
        var request = HttpRequest.newBuilder(baseUri().resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200 || pause();
        } catch (IOException notYet) {
            return pause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the service started", e);
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(20);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the service started", e);
        }
    }

    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A token that this service accepts, with further claims ({@code personalId}, {@code agency}, {@code organisation}). */
    public String token(String role, Map<String, String> claims) {
        return mint.token("test-" + role, role, claims);
    }

    /** For tokens with another subject, audience or lifetime. */
    public TokenMint mint() {
        return mint;
    }

    /** For tests that look into the database. */
    public LocalPostgres postgres() {
        return postgres;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Where its output went. */
    public Path log() {
        return log;
    }

    /** Ends it as a power cut would: SIGKILL, nothing is flushed or closed. */
    public void kill9() {
        killProcess();
    }

    /** Ends it as an orchestrator does: SIGTERM, then SIGKILL after 30 seconds. */
    public void terminate() {
        try {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                killProcess();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            killProcess();
        }
    }

    private synchronized void killProcess() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            terminate();
        }
        http.close();
        if (ownDatabase) {
            postgres.close();
        }
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
    }
}
