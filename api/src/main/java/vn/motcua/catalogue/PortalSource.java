package vn.motcua.catalogue;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/** An export of the national portal: {@code {"meta":…,"procedures":[…]}}. */
final class PortalSource implements CatalogueSource {
    private final ObjectMapper json;
    private final ObjectReader onePiece;

    PortalSource(ObjectMapper json) {
        this.json = json;
        this.onePiece = json.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @Override
    public void read(Reader file, Consumer<Item> each) throws IOException {
        try (var parser = json.getFactory().createParser(CatalogueSource.withoutMark(file))) {
            try {
                readExport(parser, each);
            } catch (JsonProcessingException e) {
                throw malformed(e.getLocation());
            }
        }
    }

    private void readExport(JsonParser parser, Consumer<Item> each) throws IOException {
        var first = parser.nextToken();
        if (first == null) {
            throw Malformed.empty();
        }
        if (first != JsonToken.START_OBJECT) {
            throw Malformed.notAnExport();
        }
        boolean found = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (name.equals("procedures") && value == JsonToken.START_ARRAY) {
                found = true;
                readRecords(parser, each);
            } else {
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw malformed(parser.currentLocation());
        }
        if (!found) {
            throw Malformed.notAnExport();
        }
    }

    private void readRecords(JsonParser parser, Consumer<Item> each) throws IOException {
        int number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode tree = onePiece.readTree(parser);
            each.accept(item(++number, tree));
        }
    }

    private Item item(int number, JsonNode tree) {
        try {
            return json.treeToValue(tree, PortalProcedure.class).toItem(number);
        } catch (JsonProcessingException e) {
            return new Item.Refused(number, tree.path("code").asText(""), Refusal.of(e));
        }
    }

    private static RuntimeException malformed(JsonLocation place) {
        return Malformed.json(place == null ? 1 : place.getLineNr(), place);
    }
}
