package vn.motcua.local;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PfxOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A local server that speaks FCM HTTP v1 as Google's does, for those who have no Firebase project: it judges messages by
 * {@link FcmRules}, keeps what the phones would have received and shows it at {@code /}.
 *
 * <p>{@code POST /v1/projects/{project}/messages:send} is Google's; {@code GET /phones}, {@code DELETE /phones},
 * {@code POST /control} and the page are ours.
 */
public final class FcmServer implements AutoCloseable {
    private static final Pattern SEND = Pattern.compile("/v1/projects/([^/]+)/messages:send");
    private static final int MAX_BODY_BYTES = 1 << 20;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Clock clock = Clock.systemUTC();
    private final FcmRules rules = new FcmRules(clock);
    private final FcmPhones phones = new FcmPhones();
    private final HttpServer server;

    /** A message as it arrived at a phone; {@code message} is the {@code message} object of the request. */
    public record Received(String id, String token, Instant at, JsonObject message) {}

    private final boolean secure;
    private final Set<HttpVersion> versions = EnumSet.noneOf(HttpVersion.class);
    private volatile FcmAccount account;

    private FcmServer(int port, Optional<FcmTls> tls) {
        var options = new HttpServerOptions().setHost("127.0.0.1").setPort(port);
        secure = tls.isPresent();
        tls.ifPresent(with -> options.setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(
                        new PfxOptions().setPath(with.keys().toString()).setPassword(with.password())));
        server = vertx.createHttpServer(options).requestHandler(this::handle);
    }

    /** Starts on loopback; port 0 takes a free one. */
    public static FcmServer start(int port) {
        return start(port, Optional.empty());
    }

    /**
     * Starts with TLS and HTTP/2, as Google's server.
     *
     * @param folder where the certificate is written, as {@code fcm.pem}
     */
    public static FcmServer startSecure(int port, Path folder) {
        return start(port, Optional.of(FcmTls.make(folder)));
    }

    private static FcmServer start(int port, Optional<FcmTls> tls) {
        var fcm = new FcmServer(port, tls);
        try {
            fcm.server.listen().toCompletionStage().toCompletableFuture().join();
            return fcm;
        } catch (RuntimeException e) {
            fcm.close();
            throw new IllegalStateException("the FCM server could not listen on port " + port, e);
        }
    }

    /** {@code http://127.0.0.1:port} or {@code https:}, as {@code MOTCUA_FCM_ENDPOINT} takes it. */
    public String url() {
        return (secure ? "https" : "http") + "://127.0.0.1:" + port();
    }

    public int port() {
        return server.actualPort();
    }

    /** What this phone received, newest first. */
    public List<Received> received(String token) {
        return phones.of(token);
    }

    /** Whom to tell of every message that a phone receives, at once and on the server's thread. */
    public void onDelivery(Consumer<Received> listener) {
        phones.onDelivery(listener);
    }

    /** How many messages were delivered since the start, also those no longer kept. */
    public long delivered() {
        return phones.delivered();
    }

    /**
     * From now on only those who show a token that this account's key got are served. The token service listens on a port
     * of its own, without TLS, as Google's is another server, too.
     *
     * @return the text of the account's file, as Firebase's console gives it out
     */
    public String requireAccount() {
        var tokens = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(request -> request.body().onSuccess(form -> token(request, form)))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        account = new FcmAccount("http://127.0.0.1:" + tokens.actualPort() + "/token", clock);
        return account.file();
    }

    /** How long tokens are good that are given out from now on. */
    public void lifeOfTokens(Duration life) {
        account.lifeOfTokens(life);
    }

    /** The account's key is not good any more. */
    public void withdrawKey() {
        account.withdraw();
    }

    /** The token's app is gone: UNREGISTERED from now on. */
    public void retire(String token) {
        rules.retire(token);
    }

    /** Plays a scenario, which begins now: a JSON list as {@code POST /control} takes it under {@code script}. */
    public void play(String script) {
        rules.script(FcmScript.of(new JsonArray(script), clock.instant()));
    }

    /** In which versions of HTTP messages came. */
    public Set<HttpVersion> versions() {
        synchronized (versions) {
            return Set.copyOf(versions);
        }
    }

    /** How many messages a minute are accepted before 429. */
    public void quotaPerMinute(int messages) {
        rules.quotaPerMinute(messages);
    }

    /** While down, every message is answered with 503. */
    public void down(boolean isDown) {
        rules.down(isDown);
    }

    /** Whether every message is answered as if the sender's key had been withdrawn. */
    public void credentialsRefused(boolean areRefused) {
        rules.credentialsRefused(areRefused);
    }

    /** Added to every answer. */
    public void delay(Duration everyAnswer) {
        rules.delay(everyAnswer);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            try {
                route(request, body);
            } catch (DecodeException | ClassCastException | IllegalArgumentException malformed) {
                refuse(request, FcmVerdict.Refuse.invalid("Invalid JSON payload received."));
            }
        });
    }

    private void route(HttpServerRequest request, Buffer body) {
        var send = SEND.matcher(request.path());
        if (send.matches() && request.method().equals(HttpMethod.POST)) {
            send(request, send.group(1), body);
            return;
        }
        switch (request.method() + " " + request.path()) {
            case "GET /" ->
                request.response()
                        .putHeader("Content-Type", "text/html; charset=utf-8")
                        .end(FcmPage.of(phones.all()));
            case "GET /phones" -> json(request, 200, phones.asJson(request.getParam("token")));
            case "DELETE /phones" -> {
                phones.forget();
                request.response().setStatusCode(204).end();
            }
            case "POST /control" -> {
                FcmControl.apply(body.toJsonObject(), rules, clock);
                request.response().setStatusCode(204).end();
            }
            default -> json(request, 404, FcmError.NOT_FOUND.body("No such path: " + request.path()));
        }
    }

    private void send(HttpServerRequest request, String project, Buffer body) {
        synchronized (versions) {
            versions.add(request.version());
        }
        if (!isKnown(request.getHeader("Authorization"))) {
            refuse(request, FcmVerdict.Refuse.of(FcmError.UNAUTHENTICATED, Duration.ZERO));
            return;
        }
        var complaint = body.length() > MAX_BODY_BYTES
                ? Optional.of("Message too big")
                : FcmMessageCheck.complaint(body.toJsonObject());
        if (complaint.isPresent()) {
            refuse(request, FcmVerdict.Refuse.invalid(complaint.get()));
            return;
        }
        var message = body.toJsonObject().getJsonObject("message");
        boolean dryRun = body.toJsonObject().getBoolean("validate_only", false);
        switch (rules.judge(message.getString("token"))) {
            case FcmVerdict.Cut cut ->
                after(cut.delay(), () -> {
                    if (cut.delivered()) {
                        phones.deliver(message.getString("token"), message, clock.instant());
                    }
                    request.response().reset();
                });
            case FcmVerdict.Refuse refusal -> after(refusal.delay(), () -> refuse(request, refusal));
            case FcmVerdict.Deliver delivery ->
                after(delivery.delay(), () -> {
                    var id = dryRun
                            ? "fake_message_id"
                            : phones.deliver(message.getString("token"), message, clock.instant());
                    json(request, 200, new JsonObject().put("name", "projects/" + project + "/messages/" + id));
                });
        }
    }

    /** Without an account any bearer token will do. */
    private boolean isKnown(String authorization) {
        if (authorization == null || !authorization.matches("Bearer \\S+")) {
            return false;
        }
        return account == null || account.accepts(authorization.substring("Bearer ".length()));
    }

    private void token(HttpServerRequest request, Buffer form) {
        try {
            json(request, 200, account.token(form.toString()));
        } catch (FcmAccount.Refused | DecodeException refused) {
            var error = new JsonObject().put("error", "invalid_grant").put("error_description", refused.getMessage());
            json(request, 400, error);
        }
    }

    private void after(Duration delay, Runnable answer) {
        if (delay.isZero()) {
            answer.run();
        } else {
            vertx.setTimer(delay.toMillis(), timer -> answer.run());
        }
    }

    private static void refuse(HttpServerRequest request, FcmVerdict.Refuse refusal) {
        refusal.retryAfter()
                .ifPresent(wait -> request.response().putHeader("Retry-After", Long.toString(wait.toSeconds())));
        json(request, refusal.error().code(), refusal.error().body(refusal.text()));
    }

    private static void json(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=UTF-8")
                .end(body.toBuffer());
    }
}
