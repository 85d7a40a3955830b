package vn.motcua.web;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of the pages, as the module {@code web} packed them, in memory: some hundred kilobytes. */
final class AppFiles {
    private static final String FOLDER = "/META-INF/motcua/web";

    /** One file; {@code packed} is the same as gzip where that is smaller. */
    record AppFile(String type, Buffer content, Optional<Buffer> packed, String etag) {}

    private AppFiles() {}

    /** By served path, for instance {@code /app/icon.svg}. {@code files.txt} lists them: a native executable cannot look. */
    static Map<String, AppFile> read() {
        var files = new TreeMap<String, AppFile>();
        var list = new String(bytes("/files.txt").orElseThrow(), StandardCharsets.UTF_8);
        list.lines().map(line -> line.split("\t", 2)).forEach(line -> {
            var content =
                    bytes(line[0]).orElseThrow(() -> new IllegalStateException(line[0] + " is listed, not there"));
            files.put(line[0], file(line[1], content, bytes(line[0] + ".gz")));
        });
        return Map.copyOf(files);
    }

    static AppFile file(String type, byte[] content, Optional<byte[]> packed) {
        return new AppFile(type, Buffer.buffer(content), packed.map(Buffer::buffer), etag(content));
    }

    private static Optional<byte[]> bytes(String path) {
        try (var in = AppFiles.class.getResourceAsStream(FOLDER + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String etag(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
