package vn.motcua.local;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A real Keycloak as a child of this process, on loopback, with the realms {@code motcua} and {@code other} (which the service
 * does not trust) and their demo users. Data survive in its folder.
 */
public final class LocalKeycloak implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration REUSE_UNTIL_LEFT = Duration.ofSeconds(60);

    private final ChildProcess server;
    private final int port;
    private final LocalSecrets secrets;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<List<String>, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String text, Instant reuseUntil) {}

    private LocalKeycloak(ChildProcess server, int port, LocalSecrets secrets) {
        this.server = server;
        this.port = port;
        this.secrets = secrets;
    }

    /** Starts and waits until it answers; it ends with this process at the latest. For tests. */
    public static LocalKeycloak start(Path folder, int port) {
        var keycloak = launch(folder, port, folder.resolve("keycloak.log"), Progress.silent());
        Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close, "keycloak-stop"));
        keycloak.awaitReady();
        return keycloak;
    }

    /** Starts without waiting and without a shutdown hook: the caller supervises it. */
    static LocalKeycloak launch(Path folder, int port, Path log, Progress progress) {
        var secrets = LocalSecrets.in(Home.data());
        var distribution = KeycloakDistribution.prepared(progress);
        var realms = new RealmFiles(secrets, DemoUsers.all());
        var database = folder.resolve("realm-" + realms.checksum());
        try {
            Files.createDirectories(folder);
            var file = folder.resolve(database.getFileName() + ".mv.db");
            if (!Files.exists(file)) {
                Files.copy(distribution.database(realms), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak's database could not be copied to " + folder, e);
        }
        // One fixed host name, so that every token names the same issuer however Keycloak was reached.
        var command = distribution.command(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://localhost:" + port,
                KeycloakDistribution.databaseOption(database));
        var server = ChildProcess.start("keycloak", command, Map.of(), log, ChildProcess.Signal.TERM);
        return new LocalKeycloak(server, port, secrets);
    }

    void awaitReady() {
        var configuration = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(10))
                .build();
        var end = Instant.now().plus(START_LIMIT);
        while (Instant.now().isBefore(end)) {
            if (!server.isAlive()) {
                throw new IllegalStateException("Keycloak ended:\n" + String.join("\n", server.lastLines(20)));
            }
            try {
                if (http.send(configuration, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                Thread.sleep(200);
            } catch (IOException notYet) {
                server.waitFor(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        throw new IllegalStateException("Keycloak was not ready in time, see " + server.log());
    }

    ChildProcess process() {
        return server;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** Issuer of the realm {@code motcua}, as {@code MOTCUA_OIDC_URL} takes it. */
    public String issuer() {
        return url() + "/realms/motcua";
    }

    /** Token of a demo user through one of the realm's clients: {@code motcua-app}, {@code other-app}, {@code short-lived}. */
    public String passwordToken(String client, String user) {
        return token(
                "motcua",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        client,
                        "username",
                        user,
                        "password",
                        secrets.password(LocalSecrets.DEMO)));
    }

    /** Token of a one-stop system, for instance {@code one-stop-h44}. */
    public String clientToken(String client) {
        return token(
                "motcua",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client,
                        "client_secret",
                        secrets.longSecret(LocalSecrets.CLIENT)));
    }

    /** Token of a realm that the service does not trust; role and audience are right. */
    public String otherRealmToken() {
        return token(
                "other",
                Map.of(
                        "grant_type", "password",
                        "client_id", "motcua-app",
                        "username", "citizen",
                        "password", secrets.password(LocalSecrets.DEMO)));
    }

    private String token(String realm, Map<String, String> form) {
        var key = List.of(realm, form.get("client_id"), form.getOrDefault("username", ""));
        return tokens.compute(key, (k, known) -> {
                    boolean fresh = known != null && Instant.now().isBefore(known.reuseUntil());
                    return fresh ? known : request(realm, form);
                })
                .text();
    }

    private Token request(String realm, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(url() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no token: " + answer.body());
            }
            var json = new JsonObject(answer.body());
            var lifetime = Duration.ofSeconds(json.getInteger("expires_in"));
            return new Token(
                    json.getString("access_token"), Instant.now().plus(lifetime).minus(REUSE_UNTIL_LEFT));
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
