package vn.motcua.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FcmServerTest {
    private static final String GRANT = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer";

    private final FcmServer fcm = FcmServer.start(0);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        fcm.close();
        http.close();
    }

    @Test
    void messageArrivesAtThePhoneNewestFirst() throws Exception {
        var first = send("phone-1", "Hồ sơ đã tiếp nhận");
        send("phone-1", "Hồ sơ đã có kết quả");
        assertEquals(200, first.statusCode());
        assertTrue(
                new JsonObject(first.body()).getString("name").matches("projects/motcua/messages/0:\\d+%[0-9a-f]{16}"));
        var titles = fcm.received("phone-1").stream()
                .map(m -> m.message().getJsonObject("notification").getString("title"))
                .toList();
        assertEquals(List.of("Hồ sơ đã có kết quả", "Hồ sơ đã tiếp nhận"), titles);
        var listed = new JsonObject(get("/phones?token=phone-1").body()).getJsonArray("phones");
        assertEquals(2, listed.getJsonObject(0).getJsonArray("messages").size());
        assertTrue(get("/").body().contains("Hồ sơ đã có kết quả"));
    }

    @Test
    void deadTokenIsUnregisteredInGooglesWords() throws Exception {
        var answer = send("dead-1", "x");
        assertEquals(404, answer.statusCode());
        var error = new JsonObject(answer.body()).getJsonObject("error");
        assertEquals("NOT_FOUND", error.getString("status"));
        var detail = error.getJsonArray("details").getJsonObject(0);
        assertEquals("type.googleapis.com/google.firebase.fcm.v1.FcmError", detail.getString("@type"));
        assertEquals("UNREGISTERED", detail.getString("errorCode"));
        assertTrue(fcm.received("dead-1").isEmpty());
    }

    @Test
    void quotaTokenIsToldToComeBackOnceAndThenServed() throws Exception {
        var refused = send("quota-1", "x");
        assertEquals(429, refused.statusCode());
        assertEquals("1", refused.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(200, send("quota-1", "x").statusCode());
    }

    @Test
    void quotaOfTheMinuteHoldsForEveryToken() throws Exception {
        assertEquals(204, post("/control", "{\"quotaPerMinute\":1}").statusCode());
        assertEquals(200, send("phone-1", "x").statusCode());
        var refused = send("phone-2", "x");
        assertEquals(429, refused.statusCode());
        assertEquals("RESOURCE_EXHAUSTED", status(refused));
        int wait = Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(wait > 0 && wait <= 60, "Retry-After " + wait);
    }

    @Test
    void flakyTokenFailsOnEveryOtherTry() throws Exception {
        assertEquals(503, send("flaky-1", "x").statusCode());
        assertEquals(200, send("flaky-1", "x").statusCode());
        assertEquals(503, send("flaky-1", "x").statusCode());
    }

    @Test
    void badForeignAndBrokenTokensGetTheirOwnError() throws Exception {
        assertEquals("INVALID_ARGUMENT", status(send("bad-1", "x")));
        assertEquals("PERMISSION_DENIED", status(send("foreign-1", "x")));
        assertEquals("INTERNAL", status(send("broken-1", "x")));
    }

    @Test
    void slowTokenAnswersAfterTwoSeconds() throws Exception {
        long begin = System.nanoTime();
        assertEquals(200, send("slow-1", "x").statusCode());
        assertTrue(System.nanoTime() - begin >= 1_900_000_000L);
    }

    @Test
    void whileDownEveryMessageIsUnavailable() throws Exception {
        post("/control", "{\"down\":true}");
        assertEquals("UNAVAILABLE", status(send("phone-1", "x")));
        post("/control", "{\"down\":false}");
        assertEquals(200, send("phone-1", "x").statusCode());
    }

    @Test
    void withoutABearerTokenNothingIsSent() throws Exception {
        var body = "{\"message\":{\"token\":\"phone-1\"}}";
        var answer = post("/v1/projects/motcua/messages:send", body);
        assertEquals(401, answer.statusCode());
        assertEquals("UNAUTHENTICATED", status(answer));
    }

    @Test
    void malformedMessagesAreInvalidArguments() throws Exception {
        for (var body : List.of(
                "{",
                "[]",
                "{}",
                "{\"message\":{}}",
                "{\"message\":{\"token\":7}}",
                "{\"message\":{\"token\":\"p\",\"unknown\":1}}",
                "{\"message\":{\"token\":\"p\",\"data\":{\"number\":1}}}",
                "{\"message\":{\"token\":\"p\",\"data\":{\"from\":\"x\"}}}",
                "{\"message\":{\"token\":\"p\",\"data\":{\"long\":\"" + "đ".repeat(2_100) + "\"}}}")) {
            var answer = sendBody(body);
            assertEquals(400, answer.statusCode(), body);
            assertEquals("INVALID_ARGUMENT", status(answer), body);
        }
    }

    @Test
    void dryRunReachesNoPhone() throws Exception {
        var answer = sendBody("{\"validate_only\":true,\"message\":{\"token\":\"phone-1\"}}");
        assertEquals("projects/motcua/messages/fake_message_id", new JsonObject(answer.body()).getString("name"));
        assertTrue(fcm.received("phone-1").isEmpty());
    }

    @Test
    void pageShowsTextAsTextNotAsMarkup() throws Exception {
        send("<b>phone</b>", "<script>alert(1)</script>");
        assertFalse(get("/").body().contains("<script>"));
    }

    @Test
    void retiredTokenIsUnregisteredFromThenOn() throws Exception {
        assertEquals(200, send("phone-1", "x").statusCode());
        post("/control", "{\"retire\":[\"phone-1\"]}");
        assertEquals(404, send("phone-1", "x").statusCode());
        assertEquals(200, send("phone-2", "x").statusCode());
    }

    @Test
    void answerWithoutFcmsCodeSaysNothingAboutTheToken() throws Exception {
        var bare = new JsonObject(send("bare-1", "x").body()).getJsonObject("error");
        assertEquals(404, bare.getInteger("code"));
        assertFalse(bare.containsKey("details"));
        var apple = send("apple-1", "x");
        assertEquals(401, apple.statusCode());
        assertTrue(apple.body().contains("THIRD_PARTY_AUTH_ERROR"));
    }

    @Test
    void cutConnectionHasNoAnswerAndALostAnswerADeliveredMessage() throws Exception {
        assertThrows(IOException.class, () -> send("cut-1", "x"));
        assertTrue(fcm.received("cut-1").isEmpty());
        assertThrows(IOException.class, () -> send("lost-1", "x"));
        assertEquals(1, fcm.received("lost-1").size());
        assertEquals(200, send("lost-1", "x").statusCode());
    }

    @Test
    void scenarioDecidesWhatHappensWhenAndToWhichShare() throws Exception {
        post(
                "/control",
                "{\"script\":[{\"answer\":\"UNAVAILABLE\",\"share\":0.25,\"retryAfterSeconds\":7},"
                        + "{\"fromMs\":60000,\"answer\":\"INTERNAL\"}]}");
        var answers = new ArrayList<Integer>();
        for (int i = 0; i < 8; i++) {
            answers.add(send("phone-1", "x").statusCode());
        }
        assertEquals(List.of(200, 200, 200, 503, 200, 200, 200, 503), answers);
        post("/control", "{\"script\":[]}");
        assertEquals(200, send("phone-1", "x").statusCode());
    }

    @Test
    void scenarioThatCannotBeUnderstoodIsRefused() throws Exception {
        for (var script : List.of("[{\"answer\":\"NO\"}]", "[{\"share\":0}]", "[7]", "{}")) {
            assertEquals(400, post("/control", "{\"script\":" + script + "}").statusCode(), script);
        }
    }

    @Test
    void accountWantsATokenThatItsKeyGot() throws Exception {
        assertEquals(200, send("phone-1", "x").statusCode());
        var account = new JsonObject(fcm.requireAccount());
        assertTrue(account.getString("private_key").startsWith("-----BEGIN PRIVATE KEY-----\n"));
        assertEquals(401, send("phone-1", "x").statusCode(), "any bearer token was good before, none is now");
        for (var form : List.of("", "grant_type=password", GRANT + "&assertion=a.b.c", GRANT + "&assertion=a.b")) {
            var refused = http.send(
                    HttpRequest.newBuilder(URI.create(account.getString("token_uri")))
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(400, refused.statusCode(), form);
            assertEquals("invalid_grant", new JsonObject(refused.body()).getString("error"));
        }
    }

    @Test
    void phoneShowsTheLatestOfWhatCollapses() throws Exception {
        for (var title : List.of("first", "second")) {
            sendBody(new JsonObject()
                    .put(
                            "message",
                            new JsonObject()
                                    .put("token", "phone-1")
                                    .put("notification", new JsonObject().put("title", title))
                                    .put("android", new JsonObject().put("collapse_key", "same")))
                    .encode());
        }
        var screen = get("/").body();
        screen = screen.substring(screen.indexOf("class=\"screen\""), screen.indexOf("<details"));
        assertTrue(screen.contains("second") && !screen.contains("first"), screen);
    }

    private HttpResponse<String> send(String token, String title) throws Exception {
        var message = new JsonObject().put("token", token).put("notification", new JsonObject().put("title", title));
        return sendBody(new JsonObject().put("message", message).encode());
    }

    private HttpResponse<String> sendBody(String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(fcm.url() + "/v1/projects/motcua/messages:send"))
                .header("Authorization", "Bearer stub")
                .POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(fcm.url() + path)).POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(fcm.url() + path)).build(), BodyHandlers.ofString());
    }

    private static String status(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getJsonObject("error").getString("status");
    }
}
