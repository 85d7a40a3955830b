package vn.motcua.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import vn.motcua.openapi.Vietnam;

/**
 * Writes the pack of a release: a heading, the records by code, the lists. Nothing in it depends on when or where it was
 * made: every replica writes the same lines.
 */
final class PackWriter {

    /** The first line. */
    @RegisterForReflection(targets = {Heading.class, First.class, Last.class})
    record Heading(int format, long release, OffsetDateTime publishedAt, String cursor, int procedures) {}

    record First(Heading pack) {}

    record Last(OfflineLists lists) {}

    private final ObjectMapper json;

    PackWriter(ObjectMapper json) {
        this.json = json;
    }

    CataloguePack write(Shelf shelf, OfflineLists lists) {
        var history = shelf.history();
        var cursor = FeedCursor.end(history).encode();
        var heading = new Heading(
                FeedCursor.FORMAT,
                history.latest(),
                history.publishedAt(history.latest()).map(Vietnam::time).orElse(null),
                cursor,
                shelf.records().size());
        var file = new ByteArrayOutputStream(1 << 20);
        var content = new Counted(Digests.sha256());
        try (var packing = new Packing(file);
                var out = content.around(packing)) {
            line(out, new First(heading));
            for (var published : shelf.records()) {
                line(out, OfflineProcedure.of(published.procedure(json)));
            }
            line(out, new Last(lists));
        } catch (IOException e) {
            throw new UncheckedIOException("the pack cannot be written to memory", e);
        }
        var bytes = file.toByteArray();
        return new CataloguePack(
                heading.release(),
                heading.publishedAt(),
                cursor,
                heading.procedures(),
                bytes,
                Digests.hex(Digests.sha256().digest(bytes)),
                content.size,
                Digests.hex(content.digest.digest()));
    }

    private void line(OutputStream out, Object value) throws IOException {
        out.write(json.writeValueAsBytes(value));
        out.write('\n');
    }

    /** Gzip at its best: written once a release, fetched by every phone. */
    private static final class Packing extends GZIPOutputStream {
        Packing(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    /** Digest and size of what goes through. */
    private static final class Counted {
        private final MessageDigest digest;
        private long size;

        Counted(MessageDigest digest) {
            this.digest = digest;
        }

        OutputStream around(OutputStream out) {
            return new DigestOutputStream(out, digest) {
                @Override
                public void write(int b) throws IOException {
                    super.write(b);
                    size++;
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    super.write(bytes, from, length);
                    size += length;
                }
            };
        }
    }
}
