package vn.motcua.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JksOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookClientTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final TargetRule LOOPBACK = new TargetRule(List.of("127.0.0.0/8"), true, Set.of(0));
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void eachMannerOfAServerHasItsWord() {
        try (var receiver = new Receiver()) {
            var client = client(LOOPBACK, InetAddress::getAllByName);
            assertEquals(new Attempt.Delivered(204), send(client, receiver.url()));
            assertEquals(
                    Attempt.Failed.of("STATUS_500"),
                    send(client, receiver.behave(Receiver.Manner.ERROR).url()));
            assertEquals(
                    new Attempt.Unwanted(),
                    send(client, receiver.behave(Receiver.Manner.GONE).url()));
            assertEquals(
                    Attempt.Failed.of("CONNECTION_LOST"),
                    send(client, receiver.behave(Receiver.Manner.CUT).url()));
            long before = System.nanoTime();
            assertEquals(
                    Attempt.Failed.of("TIMEOUT"),
                    send(client, receiver.behave(Receiver.Manner.SILENT).url()));
            assertTrue(System.nanoTime() - before < 2 * TIMEOUT.toNanos());
            client.close();
        }
    }

    @Test
    void aRedirectIsAFailureAndIsNotFollowed() {
        try (var receiver = new Receiver().behave(Receiver.Manner.REDIRECT)) {
            var client = client(LOOPBACK, InetAddress::getAllByName);
            assertEquals(Attempt.Failed.of("REDIRECT"), send(client, receiver.url()));
            Receiver.pause(100);
            assertEquals(
                    List.of("/hooks?key=k1"),
                    receiver.received().stream().map(Receiver.Received::path).toList());
            client.close();
        }
    }

    @Test
    void anEndlessAnswerIsCutAndCountsByItsHead() {
        try (var receiver = new Receiver().behave(Receiver.Manner.ENDLESS)) {
            var client = client(LOOPBACK, InetAddress::getAllByName);
            long before = System.nanoTime();
            assertEquals(new Attempt.Delivered(200), send(client, receiver.url()));
            assertTrue(System.nanoTime() - before < TIMEOUT.toNanos());
            receiver.behave(Receiver.Manner.OK);
            assertEquals(new Attempt.Delivered(204), send(client, receiver.url()));
            client.close();
        }
    }

    @Test
    void aNameThatChangesItsAddressIsCalledWhereItWasJudged() {
        try (var receiver = new Receiver()) {
            var looks = new AtomicInteger();
            var client = client(LOOPBACK, host ->
                    new InetAddress[] {InetAddress.getByName(looks.incrementAndGet() == 1 ? "127.0.0.1" : "10.0.0.1")});
            var url = "http://rebind.example:" + receiver.port() + "/hooks";
            assertEquals(new Attempt.Delivered(204), send(client, url));
            assertEquals(1, looks.get());
            assertEquals(
                    "rebind.example:" + receiver.port(),
                    receiver.received().getFirst().header("host"));
            // The connection of before is still open; the address is judged all the same.
            assertEquals(Attempt.Failed.of("TARGET_NOT_ALLOWED"), send(client, url));
            assertEquals(1, receiver.received().size());
            client.close();
        }
    }

    @Test
    void nothingIsSentToAnAddressThatIsNotAllowed() {
        try (var receiver = new Receiver()) {
            var strict = client(new TargetRule(List.of(), true, Set.of(0)), InetAddress::getAllByName);
            for (var host : new String[] {"127.0.0.1", "localhost", "2130706433", "[::1]", "[::ffff:127.0.0.1]"}) {
                var url = "http://" + host + ":" + receiver.port() + "/";
                assertEquals(Attempt.Failed.of("TARGET_NOT_ALLOWED"), send(strict, url), host);
            }
            assertTrue(receiver.received().isEmpty());
            strict.close();
        }
    }

    @Test
    void whatCannotBeReachedIsTold() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        var client = client(LOOPBACK, host -> {
            if (host.equals("nowhere.example")) {
                throw new UnknownHostException(host);
            }
            return InetAddress.getAllByName(host);
        });
        assertEquals(Attempt.Failed.of("CONNECTION_REFUSED"), send(client, "http://127.0.0.1:" + closed + "/"));
        assertEquals(Attempt.Failed.of("NO_SUCH_HOST"), send(client, "http://nowhere.example/"));
        client.close();
    }

    @Test
    void tlsIsSpokenWithTheNameAlthoughTheAddressIsCalled(@TempDir Path folder) throws Exception {
        var keys = keyStore(folder, "firm.example");
        var names = new LinkedBlockingQueue<String>();
        var server = VERTX.createHttpServer(
                        new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(keys))
                .requestHandler(request -> {
                    names.add(request.connection().indicatedServerName());
                    request.response().setStatusCode(204).end();
                });
        int port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
        NameResolver here = host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")};
        var trusting = new WebhookClient(
                VERTX, LOOPBACK, here, Duration.ofSeconds(10), 1_000, options -> options.setTrustOptions(keys));
        assertEquals(new Attempt.Delivered(204), send(trusting, "https://firm.example:" + port + "/"));
        assertEquals("firm.example", names.poll(5, TimeUnit.SECONDS));
        assertEquals(Attempt.Failed.of("TLS"), send(trusting, "https://other.example:" + port + "/"));
        trusting.close();
        var strict = new WebhookClient(VERTX, LOOPBACK, here, Duration.ofSeconds(10), 1_000, UnaryOperator.identity());
        assertEquals(Attempt.Failed.of("TLS"), send(strict, "https://firm.example:" + port + "/"));
        strict.close();
        server.close();
    }

    private static JksOptions keyStore(Path folder, String name) throws Exception {
        var file = folder.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "firm",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "JKS",
                        "-storepass",
                        "test-only",
                        "-keypass",
                        "test-only")
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        assertEquals(0, made.waitFor());
        assertTrue(Files.exists(file));
        return new JksOptions().setPath(file.toString()).setPassword("test-only");
    }

    private static WebhookClient client(TargetRule rule, NameResolver names) {
        UnaryOperator<HttpClientOptions> asItIs = UnaryOperator.identity();
        return new WebhookClient(VERTX, rule, names, TIMEOUT, 16 << 10, asItIs);
    }

    private static Attempt send(WebhookClient client, String url) {
        var message = new WebhookClient.Message(URI.create(url), "msg_1", 1, "v1,x", "{\"type\":\"ping\"}");
        return client.send(message).await().atMost(Duration.ofSeconds(15));
    }
}
