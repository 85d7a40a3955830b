package vn.motcua.feedback.file;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a clamd by {@code INSTREAM}: chunks with their length in front, a zero behind the last. */
public final class ClamdScanner implements AttachmentScanner {
    private static final int CHUNK = 64 << 10;
    private static final int LONGEST_ANSWER = 4_096;

    private final String host;
    private final int port;
    private final int timeoutMillis;

    public ClamdScanner(String host, int port, Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    @Override
    public Verdict scan(byte[] bytes) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), timeoutMillis);
            socket.setSoTimeout(timeoutMillis);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int from = 0; from < bytes.length; from += CHUNK) {
                int length = Math.min(CHUNK, bytes.length - from);
                out.writeInt(length);
                out.write(bytes, from, length);
            }
            out.writeInt(0);
            out.flush();
            var answer = new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII)
                    .replace("\0", "")
                    .strip();
            if (answer.endsWith(" FOUND")) {
                return Verdict.INFECTED;
            }
            if (answer.endsWith(": OK")) {
                return Verdict.CLEAN;
            }
            throw new IOException("clamd could not scan");
        }
    }
}
