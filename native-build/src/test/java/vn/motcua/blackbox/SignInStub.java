package vn.motcua.blackbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * An identity server with one user who never types a password: enough of OpenID Connect for the pages (discovery, code flow
 * with PKCE, refresh, {@code prompt=none}), and a session that a test can end. The real Keycloak is asked in
 * {@link SignInTest}.
 */
final class SignInStub implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> challenges = new ConcurrentHashMap<>();
    private volatile Supplier<String> token = () -> "";
    private volatile boolean session = true;
    private volatile int lifetime = 3600;
    private final AtomicInteger given = new AtomicInteger();

    SignInStub() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", this::discover);
        server.createContext("/auth", this::authorize);
        server.createContext("/token", this::redeem);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whoever signs in from now on gets such tokens. */
    void user(Supplier<String> tokens) {
        token = tokens;
        session = true;
        lifetime = 3600;
    }

    /** The session is over: no refresh, and no silent sign-in, until somebody signs in again. */
    void endSession() {
        session = false;
    }

    /** How often somebody was signed in so far, silently or not; renewed tokens are not counted. */
    int given() {
        return given.get();
    }

    /** Seconds that tokens are said to last from now on. */
    void tokensLast(int seconds) {
        lifetime = seconds;
    }

    private void discover(HttpExchange exchange) throws IOException {
        answer(exchange, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token"}
                """.formatted(issuer()));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = form(exchange.getRequestURI().getRawQuery());
        var back = asked.get("redirect_uri") + "?state=" + asked.get("state");
        if ("none".equals(asked.get("prompt")) && !session) {
            back += "&error=login_required";
        } else {
            session = true;
            var code = UUID.randomUUID().toString();
            challenges.put(code, asked.get("code_challenge"));
            back += "&code=" + code;
        }
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void redeem(HttpExchange exchange) throws IOException {
        var asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean isRenewal = "refresh_token".equals(asked.get("grant_type"));
        boolean good =
                isRenewal ? session : s256(asked.get("code_verifier")).equals(challenges.remove(asked.get("code")));
        if (good) {
            given.addAndGet(isRenewal ? 0 : 1);
            answer(exchange, 200, """
                    {"access_token":"%s","refresh_token":"again","expires_in":%d}
                    """.formatted(token.get(), lifetime));
        } else {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String s256(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Map<String, String> form(String text) {
        var values = new HashMap<String, String>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
