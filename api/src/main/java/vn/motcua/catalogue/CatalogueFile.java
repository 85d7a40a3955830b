package vn.motcua.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.function.Consumer;

/** A catalogue file on its way in: what it is made of is found out from its first bytes and its first record. */
final class CatalogueFile {
    private static final int READ_AHEAD = 1 << 16;

    private final ObjectMapper json;
    private Shape shape;
    private CatalogueSource source;

    /** @param shape null: found out from the first record */
    CatalogueFile(ObjectMapper json, Shape shape) {
        this.json = json;
        this.shape = shape;
    }

    /** Reads record by record; a file that is broken as a whole is a problem. */
    void read(InputStream body, Consumer<CatalogueSource.Item> each) {
        var bytes = new BufferedInputStream(body, READ_AHEAD);
        try {
            refuseOtherFormats(bytes);
            var meter = new Meter(withoutMark(strictly(bytes)));
            try {
                RecordStream.read(json, meter, (line, tree) -> each.accept(item(line, tree)));
            } catch (CharacterCodingException e) {
                throw Malformed.encoding(meter.line());
            }
        } catch (CharacterCodingException e) {
            throw Malformed.encoding(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CatalogueSource.Item item(int line, JsonNode tree) {
        if (!tree.isObject()) {
            return new CatalogueSource.Item.Refused(
                    line, null, Refusal.of("Không phải một đối tượng JSON.", "Not a JSON object."));
        }
        if (source == null) {
            shape = shape != null ? shape : Shape.of(tree).orElseThrow(Malformed::shape);
            source = shape.source(json);
        }
        return source.item(line, tree);
    }

    /** Mistakes that would otherwise end in a puzzling message about the first character. */
    private static void refuseOtherFormats(BufferedInputStream bytes) throws IOException {
        bytes.mark(4);
        var head = bytes.readNBytes(4);
        bytes.reset();
        int first = head.length > 0 ? head[0] & 0xff : -1;
        int second = head.length > 1 ? head[1] & 0xff : -1;
        if (first == 0x1f && second == 0x8b) {
            throw Malformed.packed("gzip");
        }
        if (first == 'P' && second == 'K') {
            throw Malformed.packed("ZIP");
        }
        boolean mark = (first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe);
        if (mark || first == 0 || second == 0) {
            throw Malformed.utf16();
        }
    }

    private static Reader strictly(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Some editors put a byte-order mark in front. */
    private static Reader withoutMark(Reader file) throws IOException {
        var buffered = new BufferedReader(file, READ_AHEAD);
        buffered.mark(1);
        if (buffered.read() != '\ufeff') {
            buffered.reset();
        }
        return buffered;
    }
}
