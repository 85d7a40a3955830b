package vn.motcua.feedback.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.feedback.file.AttachmentScanner.Verdict;

/** The places where bytes lie, and the scanner, each against a small server of the test. */
class StoresTest {
    private static final byte[] BYTES = {1, 2, 3};
    private static final String REFERENCE = "PAKN.20261126.0001/abc.jpg";
    private static final S3Signature SIGNATURE =
            new S3Signature("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");

    @TempDir
    Path folder;

    @Test
    void whatIsPutOnDiskIsReadAndRemoved() throws IOException {
        keepsAndForgets(new DiskStore(folder));
        var outside = new DiskStore(folder.resolve("inner"));
        assertThrows(IllegalArgumentException.class, () -> outside.open("../x"));
    }

    @Test
    void whatIsPutIntoS3IsReadAndRemoved() throws IOException {
        var kept = new ConcurrentHashMap<String, byte[]>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> serve(exchange, kept));
        server.start();
        try {
            var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            keepsAndForgets(new S3Store(endpoint, "pakn", SIGNATURE, Duration.ofSeconds(5), Clock.systemUTC()));
            var foreign = new S3Signature("AKIAIOSFODNN7EXAMPLE", "another", "us-east-1");
            var store = new S3Store(endpoint, "pakn", foreign, Duration.ofSeconds(5), Clock.systemUTC());
            assertThrows(IOException.class, () -> store.put(REFERENCE, BYTES, "image/jpeg"));
        } finally {
            server.stop(0);
        }
    }

    private static void keepsAndForgets(AttachmentStore store) throws IOException {
        store.put(REFERENCE, new byte[] {9}, "image/jpeg");
        store.put(REFERENCE, BYTES, "image/jpeg");
        try (var in = store.open(REFERENCE)) {
            assertArrayEquals(BYTES, in.readAllBytes());
        }
        store.delete(REFERENCE);
        store.delete(REFERENCE);
        assertThrows(IOException.class, () -> store.open(REFERENCE));
    }

    /** Signs what came in by the same rules and compares. */
    private static void serve(HttpExchange exchange, Map<String, byte[]> kept) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath();
        var time = exchange.getRequestHeaders().getFirst("x-amz-date");
        var at = Instant.parse(time.replaceAll("(....)(..)(..)T(..)(..)(..)Z", "$1-$2-$3T$4:$5:$6Z"));
        var uri = URI.create("http://" + exchange.getRequestHeaders().getFirst("Host") + path);
        var expected = SIGNATURE.headers(exchange.getRequestMethod(), uri, body, at);
        if (!expected.get("Authorization").equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.sendResponseHeaders(403, -1);
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                kept.put(path, body);
                exchange.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> exchange.sendResponseHeaders(kept.remove(path) == null ? 404 : 204, -1);
            default -> {
                var found = kept.get(path);
                exchange.sendResponseHeaders(found == null ? 404 : 200, found == null ? -1 : found.length);
                if (found != null) {
                    exchange.getResponseBody().write(found);
                }
            }
        }
        exchange.close();
    }

    @Test
    void theSignatureDependsOnEverythingThatIsSigned() {
        var uri = URI.create("https://s3.example/pakn/a.jpg");
        var at = Instant.parse("2026-11-26T01:02:03Z");
        var signed = SIGNATURE.headers("PUT", uri, BYTES, at).get("Authorization");
        assertTrue(
                signed.startsWith("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261126/us-east-1/s3/aws4_request,"
                        + " SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature="));
        assertEquals(signed, SIGNATURE.headers("PUT", uri, BYTES, at).get("Authorization"));
        for (var other : new String[] {
            SIGNATURE.headers("GET", uri, BYTES, at).get("Authorization"),
            SIGNATURE
                    .headers("PUT", URI.create("https://s3.example/pakn/b.jpg"), BYTES, at)
                    .get("Authorization"),
            SIGNATURE.headers("PUT", uri, new byte[] {1}, at).get("Authorization"),
            SIGNATURE.headers("PUT", uri, BYTES, at.plusSeconds(1)).get("Authorization")
        }) {
            assertNotEquals(signed, other);
        }
    }

    @Test
    void aScannerIsAskedAndItsAnswerCounts() throws IOException {
        for (var answer : Map.of("stream: OK\0", Verdict.CLEAN, "stream: Eicar FOUND\0", Verdict.INFECTED)
                .entrySet()) {
            try (var clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Thread.ofVirtual().start(() -> answer(clamd, answer.getKey()));
                var scanner = new ClamdScanner("127.0.0.1", clamd.getLocalPort(), Duration.ofSeconds(5));
                assertEquals(answer.getValue(), scanner.scan(BYTES));
            }
        }
        assertEquals(Verdict.NOT_SCANNED, AttachmentScanner.none().scan(BYTES));
    }

    private static void answer(ServerSocket clamd, String answer) {
        try (var socket = clamd.accept()) {
            var in = new DataInputStream(socket.getInputStream());
            var command = new byte["zINSTREAM\0".length()];
            in.readFully(command);
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                in.skipNBytes(length);
            }
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
