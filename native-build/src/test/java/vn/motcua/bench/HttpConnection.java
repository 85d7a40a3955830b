package vn.motcua.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection, one request at a time, blocking. Much cheaper than a full client, so that on a small machine the
 * generator takes little from the servers it measures.
 */
final class HttpConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private int status;
    private String etag;

    HttpConnection(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    /** Sends a look-up and returns the answer's body. */
    byte[] lookUp(String body) throws IOException {
        return post("/v1/dossiers/lookup", body, "");
    }

    byte[] post(String path, String body, String headers) throws IOException {
        return post(path, "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    byte[] post(String path, String type, byte[] body, String headers) throws IOException {
        return send("POST", path, type, body, headers);
    }

    byte[] put(String path, String body, String headers) throws IOException {
        return send("PUT", path, "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private byte[] send(String method, String path, String type, byte[] body, String headers) throws IOException {
        var head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n"
                + "Accept: application/json\r\nContent-Length: " + body.length + "\r\n" + headers + "\r\n";
        var request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        socket.getOutputStream().write(request);
        return read();
    }

    byte[] get(String path) throws IOException {
        return get(path, "");
    }

    byte[] get(String path, String headers) throws IOException {
        var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n" + headers + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return read();
    }

    int status() {
        return status;
    }

    /** Of the last answer; null when it had none. */
    String etag() {
        return etag;
    }

    private byte[] read() throws IOException {
        status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        etag = null;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("etag:")) {
                etag = header.substring(5).strip();
            }
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                chunked = true;
            }
        }
        return chunked ? chunks() : in.readNBytes(length);
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        var text = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
