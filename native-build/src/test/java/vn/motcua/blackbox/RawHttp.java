package vn.motcua.blackbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends any bytes as a request, also those that a well-behaved client refuses to send, and reads the answer. */
final class RawHttp {
    private static final int PATIENCE_MS = 30_000;
    private static final String LINE_END = "\r\n";

    /** One request. {@code target} is sent as it is; no body means none is announced. */
    record Request(String method, String target, Map<String, String> headers, byte[] body) {}

    /** Status, headers by lower-case name, and body. */
    record Answer(int status, Map<String, String> headers, String body) {}

    private RawHttp() {}

    static Answer send(URI base, Request request) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            // The service may refuse a large body before it has read all of it: read while writing.
            Thread.startVirtualThread(() -> write(socket, base, request));
            return parsed(socket.getInputStream().readAllBytes());
        }
    }

    private static void write(Socket socket, URI base, Request request) {
        var head = new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1" + LINE_END);
        head.append("Host: ").append(base.getAuthority()).append(LINE_END);
        head.append("Connection: close").append(LINE_END);
        request.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append(LINE_END));
        if (request.body() != null) {
            head.append("Content-Length: ").append(request.body().length).append(LINE_END);
        }
        head.append(LINE_END);
        try {
            var out = socket.getOutputStream();
            out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            if (request.body() != null) {
                out.write(request.body());
            }
            out.flush();
        } catch (IOException refusedEarly) {
            // The reader sees the answer, or that there is none.
        }
    }

    private static Answer parsed(byte[] raw) throws IOException {
        var text = new String(raw, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(LINE_END + LINE_END);
        if (end < 0 || !text.startsWith("HTTP/1.")) {
            throw new IOException("connection dropped after " + raw.length + " bytes");
        }
        var lines = text.substring(0, end).split(LINE_END);
        var headers = new TreeMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        var body = text.substring(end + 4);
        var whole = headers.getOrDefault("transfer-encoding", "").contains("chunked") ? unchunked(body) : body;
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]),
                headers,
                new String(whole.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    private static String unchunked(String body) {
        var whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length()) {
            int line = body.indexOf(LINE_END, at);
            int size = Integer.parseInt(body.substring(at, line).split(";")[0].strip(), 16);
            if (size == 0) {
                break;
            }
            at = line + 2;
            whole.writeBytes(body.substring(at, at + size).getBytes(StandardCharsets.ISO_8859_1));
            at += size + 2;
        }
        return whole.toString(StandardCharsets.ISO_8859_1);
    }
}
