package vn.motcua.local;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Sends the cases of {@code demo/feedback.json} as the made-up people, and moves them as the officer of their agency. */
final class DemoFeedback {
    private static final String OFFICER = "officer";
    private static final String PERSON = """
            {"name": "Nguyễn Thị Mẫu", "address": "Phường Mẫu, tỉnh Phú Thọ", "phone": "0900000001"}""";

    private final ServiceClient service;
    private final Identity identity;

    DemoFeedback(ServiceClient service, Identity identity) {
        this.service = service;
        this.identity = identity;
    }

    /** How many cases there are. The key of a case is its place, so a second load finds them again. */
    int load(JsonObject told) {
        var cases = told.getJsonArray("cases");
        for (int i = 0; i < cases.size(); i++) {
            var one = cases.getJsonObject(i);
            var sent = one.getJsonObject("send").copy();
            if (!sent.containsKey("kind")) {
                sent.put("sender", new JsonObject(PERSON));
            }
            var token = identity.userToken(DemoUsers.person(one.getInteger("person")));
            var code = service.sendJson(
                            "POST", "/v1/feedback", token, sent.encode(), Map.of("Idempotency-Key", "demo-case-" + i))
                    .expect(201)
                    .json()
                    .getString("code");
            move(one, sent.getString("agency"), code);
        }
        return cases.size();
    }

    /** A move that was made at an earlier load is refused (409), and that is well. */
    private void move(JsonObject one, String agency, String code) {
        for (var move : one.getJsonArray("moves")) {
            service.sendJson(
                            "POST",
                            "/v1/agencies/" + agency + "/feedback/" + code + "/moves",
                            identity.userToken(OFFICER),
                            ((JsonObject) move).encode())
                    .expect(200, 409);
        }
    }
}
