package vn.motcua.catalogue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;

/**
 * The records of a file one after the other, whatever holds them: one a line, a list, or a list inside an object. Only one
 * record is in memory at a time.
 */
final class RecordStream {
    private static final Set<String> LISTS = Set.of("procedures", "items", "result", "data");
    private static final String ENVELOPE = "data";

    /** {@code line} is the line, in a list the number of the record, from 1. */
    interface Each {
        void record(int line, JsonNode tree);
    }

    private final ObjectReader onePiece;
    private final Meter meter;
    private final JsonParser parser;
    private final Each each;

    private RecordStream(ObjectMapper json, Meter meter, JsonParser parser, Each each) {
        this.onePiece = json.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.meter = meter;
        this.parser = parser;
        this.each = each;
    }

    static void read(ObjectMapper json, Meter meter, Each each) throws IOException {
        try (var parser = json.getFactory().createParser(meter)) {
            try {
                new RecordStream(json, meter, parser, each).read();
            } catch (JsonProcessingException e) {
                var place = e.getLocation();
                throw Malformed.json(place == null ? meter.line() : place.getLineNr(), place);
            }
        }
    }

    private void read() throws IOException {
        var first = parser.nextToken();
        if (first == null) {
            throw Malformed.empty();
        }
        switch (first) {
            case START_ARRAY -> list();
            case START_OBJECT -> {
                if (holdsNoList()) {
                    lines();
                }
            }
            default -> throw Malformed.shape();
        }
        if (parser.nextToken() != null) {
            throw Malformed.json(parser.currentLocation().getLineNr(), parser.currentLocation());
        }
    }

    /** The first object of a file is either what holds the list, or the first record. */
    private boolean holdsNoList() throws IOException {
        int line = line();
        var record = onePiece.createObjectNode();
        boolean found = false;
        boolean enveloped = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (!found && value == JsonToken.START_ARRAY && LISTS.contains(name)) {
                list();
                found = true;
            } else if (!found && value == JsonToken.START_OBJECT && name.equals(ENVELOPE)) {
                found = !holdsNoList();
                enveloped = true;
            } else if (found || enveloped) {
                parser.skipChildren();
            } else {
                ((ObjectNode) record).set(name, onePiece.readTree(parser));
            }
            meter.recordBegins();
        }
        if (!found && !enveloped) {
            each.record(line, PlainText.letters(record));
        }
        return !found;
    }

    private void list() throws IOException {
        int number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            record(++number);
        }
    }

    private void lines() throws IOException {
        while (parser.nextToken() != null) {
            record(line());
        }
    }

    private void record(int line) throws IOException {
        JsonNode tree = onePiece.readTree(parser);
        each.record(line, PlainText.letters(tree));
        meter.recordBegins();
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
