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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Tokens of the demo users from a running Keycloak, reused while they are fresh: one costs about 0.4 s. */
final class KeycloakTokens {
    private static final Duration REUSE_UNTIL_LEFT = Duration.ofSeconds(60);

    private final String url;
    private final LocalSecrets secrets;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<List<String>, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String text, Instant reuseUntil) {}

    KeycloakTokens(String url, LocalSecrets secrets) {
        this.url = url;
        this.secrets = secrets;
    }

    /** Token of a demo user through one of the realm's clients: {@code motcua-app}, {@code other-app}, {@code short-lived}. */
    String passwordToken(String client, String user) {
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
    String clientToken(String client) {
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
    String otherRealmToken() {
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
        var request = HttpRequest.newBuilder(URI.create(url + "/realms/" + realm + "/protocol/openid-connect/token"))
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
}
