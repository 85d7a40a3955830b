package vn.motcua.organisation;

import io.netty.channel.ConnectTimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;

/**
 * Calls the servers of firms, which may be anything: slow, silent, endless, or somebody else's. The name is looked up once for
 * each call, its addresses are judged, and the connection goes to the address that was judged, with the name in Host and TLS: a
 * name that changes its address in between (DNS rebinding) gains nothing. Redirects are not followed, bodies not read.
 */
final class WebhookClient implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final int LARGEST_HEADERS = 16 << 10;
    private static final int KEPT_SECONDS = 30;
    private static final int CONNECTIONS = 8;
    /** Look-ups at a time: the system's resolver blocks, and a slow name server must not hold up the others. */
    private static final int LOOKUPS = 16;

    private final Vertx vertx;
    private final HttpClient http;
    private final TargetRule rule;
    private final NameResolver names;
    private final Duration timeout;
    private final long answerBytes;
    private final ExecutorService lookups;

    /** A message, signed. */
    record Message(URI url, String id, long timestamp, String signatures, String body) {}

    WebhookClient(
            Vertx vertx,
            TargetRule rule,
            NameResolver names,
            Duration timeout,
            long answerBytes,
            UnaryOperator<HttpClientOptions> more) {
        this.vertx = vertx;
        this.rule = rule;
        this.names = names;
        this.timeout = timeout;
        this.answerBytes = answerBytes;
        this.http = vertx.createHttpClient(more.apply(new HttpClientOptions()
                .setConnectTimeout((int) CONNECT_LIMIT.toMillis())
                .setMaxHeaderSize(LARGEST_HEADERS)
                .setKeepAliveTimeout(KEPT_SECONDS)
                .setMaxPoolSize(CONNECTIONS)
                .setMaxRedirects(0)
                .setVerifyHost(true)));
        this.lookups = Executors.newFixedThreadPool(
                LOOKUPS, Thread.ofPlatform().name("webhook-names-", 0).daemon().factory());
    }

    /** Never fails: whatever goes wrong is an attempt that failed. */
    Uni<Attempt> send(Message message) {
        if (rule.fault(message.url().toString()).isPresent()) {
            return Uni.createFrom().item(Attempt.Failed.of("TARGET_NOT_ALLOWED")); // the rules have changed since
        }
        var open = new AtomicReference<HttpClientRequest>();
        return Uni.createFrom()
                .completionStage(() -> lookUp(message.url().getHost()))
                .chain(addresses -> rule.choose(addresses)
                        .map(address -> Uni.createFrom()
                                .completionStage(
                                        () -> exchange(message, address, open).toCompletionStage()))
                        .orElseGet(() -> Uni.createFrom().item(Attempt.Failed.of("TARGET_NOT_ALLOWED"))))
                .ifNoItem()
                .after(timeout)
                .recoverWithItem(() -> {
                    cut(open.get());
                    return Attempt.Failed.of("TIMEOUT");
                })
                .onFailure()
                .recoverWithItem(failure -> Attempt.Failed.of(reason(failure)));
    }

    /** Brackets belong to the way an IPv6 address is written in a URL. */
    private CompletableFuture<InetAddress[]> lookUp(String host) {
        var name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return names.resolve(name);
                    } catch (UnknownHostException unknown) {
                        throw new NoSuchHost(unknown);
                    }
                },
                lookups);
    }

    private Future<Attempt> exchange(Message message, InetAddress address, AtomicReference<HttpClientRequest> open) {
        var url = message.url();
        int port = TargetRule.port(url);
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl("https".equalsIgnoreCase(url.getScheme()))
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setFollowRedirects(false)
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "motcua-webhook/1")
                .putHeader("webhook-id", message.id())
                .putHeader("webhook-timestamp", Long.toString(message.timestamp()))
                .putHeader("webhook-signature", message.signatures());
        return http.request(options)
                .compose(request -> {
                    open.set(request);
                    return request.send(Buffer.buffer(message.body()));
                })
                .map(this::judged);
    }

    /** The head decides. The body is thrown away as it comes, up to a bound in bytes and time, to keep the connection. */
    private Attempt judged(HttpClientResponse response) {
        long[] read = {0};
        long timer = vertx.setTimer(timeout.toMillis(), late -> cut(response.request()));
        response.handler(part -> {
            read[0] += part.length();
            if (read[0] > answerBytes) {
                cut(response.request());
            }
        });
        response.endHandler(end -> vertx.cancelTimer(timer));
        response.exceptionHandler(broken -> vertx.cancelTimer(timer));
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Attempt.Delivered(status);
        }
        return status == 410
                ? new Attempt.Unwanted()
                : new Attempt.Failed(status / 100 == 3 ? "REDIRECT" : "STATUS_" + status, wait(response));
    }

    private static Optional<Duration> wait(HttpClientResponse response) {
        var header = response.getHeader("retry-after");
        return header != null && header.matches("\\d{1,6}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(header)))
                : Optional.empty();
    }

    private static void cut(HttpClientRequest request) {
        if (request != null) {
            request.reset();
        }
    }

    private static String reason(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case NoSuchHost _ -> {
                    return "NO_SUCH_HOST";
                }
                case ConnectTimeoutException _ -> {
                    return "TIMEOUT";
                }
                case ConnectException _ -> {
                    return "CONNECTION_REFUSED";
                }
                case SSLException _ -> {
                    return "TLS";
                }
                default -> {}
            }
        }
        return "CONNECTION_LOST";
    }

    @Override
    public void close() {
        lookups.shutdownNow();
        http.close();
    }

    private static final class NoSuchHost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchHost(UnknownHostException cause) {
            super(cause);
        }
    }
}
