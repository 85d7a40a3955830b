package vn.motcua.organisation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A firm's server, well-behaved or not. */
final class Receiver implements AutoCloseable {
    enum Manner {
        OK,
        ERROR,
        SILENT,
        CUT,
        REDIRECT,
        ENDLESS,
        GONE,
        /** Acknowledges after a moment, so that calls overlap. */
        SLOW
    }

    record Received(String path, Map<String, String> headers, String body, long at) {
        String header(String name) {
            return headers.get(name);
        }
    }

    private final ServerSocket socket;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private volatile Function<Received, Manner> manner = message -> Manner.OK;

    Receiver() {
        try {
            socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofPlatform().daemon().name("receiver").start(this::accept);
    }

    Receiver behave(Function<Received, Manner> next) {
        manner = next;
        return this;
    }

    Receiver behave(Manner always) {
        return behave(message -> always);
    }

    int port() {
        return socket.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hooks?key=k1";
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    int mostAtOnce() {
        return mostOpen.get();
    }

    /** Waits until so many calls came in; what came in then. */
    List<Received> await(int calls, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (received.size() < calls && System.nanoTime() < end) {
            pause(10);
        }
        if (received.size() < calls) {
            throw new AssertionError(received.size() + " of " + calls + " calls came in");
        }
        return received();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(10_000);
            var in = connection.getInputStream();
            for (var message = read(in); message != null; message = read(in)) {
                mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                received.add(message);
                var how = manner.apply(message);
                pause(how == Manner.SLOW ? 60 : 0);
                open.decrementAndGet(); // before the answer, which sets off the next call
                if (!answer(connection, how)) {
                    return;
                }
            }
        } catch (IOException cut) {
            // The other side has had enough, which some of the manners are meant to bring about.
        }
    }

    /** False when the connection ends with it. */
    private boolean answer(Socket connection, Manner how) throws IOException {
        var out = connection.getOutputStream();
        switch (how) {
            case OK, SLOW -> out.write(head("204 No Content", ""));
            case ERROR -> out.write(head("500 Oops", "Content-Length: 0\r\n"));
            case GONE -> out.write(head("410 Gone", "Content-Length: 0\r\n"));
            case REDIRECT ->
                out.write(head(
                        "302 Found", "Content-Length: 0\r\nLocation: http://127.0.0.1:" + port() + "/elsewhere\r\n"));
            case SILENT -> {
                pause(4_000);
                return false;
            }
            case CUT -> {
                return false;
            }
            case ENDLESS -> {
                out.write(head("200 OK", "Content-Type: text/plain\r\n"));
                for (int i = 0; i < 100_000; i++) {
                    out.write(new byte[8_192]);
                }
                return false;
            }
        }
        out.flush();
        return true;
    }

    private static byte[] head(String status, String headers) {
        return ("HTTP/1.1 " + status + "\r\n" + headers + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Null at the end of the connection. */
    private static Received read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
        }
        var lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n");
        var headers = new TreeMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Received(
                lines[0].split(" ")[1], headers, new String(body, StandardCharsets.UTF_8), System.nanoTime());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
