package vn.motcua.dossier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.openapi.IsoTime;

/** The visible steps of a dossier as they lie in its row: {@code [{"status": 1, "at": "…", "agency": "…"}, …]}. */
final class Timeline {
    private static final JsonFactory JSON = new JsonFactory();

    private Timeline() {}

    static JsonArray json(List<Folded.Moment> moments) {
        var array = new JsonArray();
        for (var moment : moments) {
            var json = new JsonObject()
                    .put("status", moment.status().number())
                    .put("at", moment.occurredAt().toString());
            if (moment.agency() != null) {
                json.put("agency", moment.agency());
            }
            if (moment.reasonMissing()) {
                json.put("reasonMissing", true);
            }
            array.add(json);
        }
        return array;
    }

    /** Read token by token: every look-up reads one, and a tree of objects in between costs more than the query's row. */
    static List<Folded.Moment> read(String json) {
        try (var parser = JSON.createParser(json)) {
            var moments = new ArrayList<Folded.Moment>();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                moments.add(moment(parser));
            }
            return moments;
        } catch (IOException e) {
            throw new UncheckedIOException("a stored timeline cannot be read", e);
        }
    }

    private static Folded.Moment moment(JsonParser parser) throws IOException {
        DossierStatus status = null;
        OffsetDateTime at = null;
        String agency = null;
        boolean reasonMissing = false;
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "status" -> status = DossierRows.status(parser.getIntValue());
                case "at" -> at = IsoTime.parse(parser.getText());
                case "agency" -> agency = parser.getText();
                case "reasonMissing" -> reasonMissing = parser.getBooleanValue();
                default -> parser.skipChildren();
            }
        }
        return new Folded.Moment(status, at, agency, reasonMissing);
    }
}
