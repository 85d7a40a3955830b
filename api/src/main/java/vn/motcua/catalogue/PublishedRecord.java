package vn.motcua.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The JSON of one public procedure as it is answered, kept compressed: a replica holds the whole catalogue in a few
 * megabytes.
 *
 * @param release the last release that changed anything of it, the editors' words included
 * @param tag fingerprint of the JSON, for ETags that outlive releases
 */
@RegisterForReflection(targets = {Procedure.class, ProcedureVersion.class, Completeness.class})
record PublishedRecord(String code, long release, int version, byte[] gzip, String tag) {
    static PublishedRecord of(Procedure procedure, long release, ObjectMapper json) {
        try {
            var text = json.writeValueAsBytes(procedure);
            return new PublishedRecord(
                    procedure.code(), release, procedure.version().number(), gzipped(text), Digests.tag(text));
        } catch (IOException e) {
            throw new UncheckedIOException("a record that was read cannot be written", e);
        }
    }

    boolean isSame(long ofRelease, int ofVersion) {
        return release == ofRelease && version == ofVersion;
    }

    byte[] json() {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip), 4096)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be unpacked", e);
        }
    }

    Procedure procedure(ObjectMapper json) {
        try {
            return json.readValue(json(), Procedure.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a record that was written cannot be read", e);
        }
    }

    private static byte[] gzipped(byte[] text) throws IOException {
        var out = new ByteArrayOutputStream(text.length / 3 + 64);
        try (var packing = new GZIPOutputStream(out)) {
            packing.write(text);
        }
        return out.toByteArray();
    }
}
