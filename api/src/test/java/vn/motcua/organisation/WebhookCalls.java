package vn.motcua.organisation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a firm asks of its endpoints, for tests. */
abstract class WebhookCalls {
    static final Duration SOON = Duration.ofSeconds(15);

    final Firm firm = new Firm();

    JsonPath create(String url, int concurrency) {
        return create(firm, url, concurrency);
    }

    static JsonPath create(Firm firm, String url, int concurrency) {
        return firm.request()
                .contentType("application/json")
                .body(Map.of("url", url, "label", "ERP", "concurrency", concurrency))
                .post(firm.at("/webhooks"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    io.restassured.response.Response change(String id, String url, boolean active) {
        return firm.request()
                .contentType("application/json")
                .body(Map.of("url", url, "active", active))
                .put(firm.at("/webhooks/" + id));
    }

    io.restassured.response.Response replay(String id, String after) {
        return firm.request()
                .contentType("application/json")
                .body(Map.of("after", after))
                .post(firm.at("/webhooks/" + id + "/replay"));
    }

    io.restassured.response.Response ping(String id) {
        return firm.request().post(firm.at("/webhooks/" + id + "/ping"));
    }

    JsonPath eventually(String id, Predicate<JsonPath> hoped) {
        var last = new JsonPath[1];
        await(() -> {
            last[0] = firm.request()
                    .get(firm.at("/webhooks/" + id))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            return hoped.test(last[0]);
        });
        return last[0];
    }

    static void await(java.util.function.BooleanSupplier hoped) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!hoped.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not happen");
            Receiver.pause(50);
        }
    }

    static String code(Receiver.Received call) {
        return new JsonObject(call.body()).getJsonObject("data").getString("dossierCode");
    }

    /** The ids of each dossier in the order of the list. */
    static Map<String, List<String>> byDossier(List<Receiver.Received> calls, List<String> ids) {
        var dossierOf = new HashMap<String, String>();
        calls.forEach(call -> dossierOf.put(call.header("webhook-id"), code(call)));
        var grouped = new HashMap<String, List<String>>();
        ids.forEach(id -> grouped.computeIfAbsent(dossierOf.get(id), code -> new ArrayList<>())
                .add(id));
        return grouped;
    }
}
