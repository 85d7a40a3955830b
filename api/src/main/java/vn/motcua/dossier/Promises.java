package vn.motcua.dossier;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import vn.motcua.openapi.IsoTime;

/** The dates an agency gave as they lie in the row of a dossier: {@code [{"at": "…", "due": "…"}, …]}. */
final class Promises {
    private Promises() {}

    static JsonArray json(List<Promise> promises) {
        var array = new JsonArray();
        for (var promise : promises) {
            array.add(new JsonObject()
                    .put("at", promise.at().toString())
                    .put("due", promise.dueAt().toString()));
        }
        return array;
    }

    static List<Promise> read(JsonArray array) {
        return array.stream()
                .map(JsonObject.class::cast)
                .map(json -> new Promise(IsoTime.parse(json.getString("at")), IsoTime.parse(json.getString("due"))))
                .toList();
    }
}
