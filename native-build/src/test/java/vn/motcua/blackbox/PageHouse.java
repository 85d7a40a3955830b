package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.local.Home;
import vn.motcua.openapi.Vietnam;

/** A service with a catalogue and some dossiers, and an identity server for its pages. */
final class PageHouse implements AutoCloseable {
    static final String PERSON = "001000000778";
    private static final String BIRTH = "1.001193";
    private static final String UNIT = "H44.100";
    private static final int ENDED = 44;
    private static final int RATED = 34;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OffsetDateTime NOW = OffsetDateTime.now(Vietnam.OFFSET).truncatedTo(ChronoUnit.SECONDS);

    private final SignInStub identity = new SignInStub();
    private final ServiceUnderTest service;
    private final HttpClient http = HttpClient.newHttpClient();

    PageHouse() throws IOException, InterruptedException {
        this("pages");
    }

    /** @param name of the service's log, where two classes have a house at once */
    PageHouse(String name) throws IOException, InterruptedException {
        service = ServiceUnderTest.start(
                name + "-" + ProcessHandle.current().pid(), Map.of("MOTCUA_WEB_ISSUER", identity.issuer()));
        asCitizen();
        catalogue();
        dossiers();
        ratings();
        post("/v1/admin/forecast/refresh", service.token("admin", Map.of()), "", 200, 202);
    }

    ServiceUnderTest service() {
        return service;
    }

    SignInStub identity() {
        return identity;
    }

    void asCitizen() {
        identity.user(() -> service.token("citizen", Map.of("personalId", PERSON, "name", "Người Mẫu")));
    }

    void asOfficer() {
        identity.user(() -> service.token("officer", Map.of("agency", "H44", "name", "Cán Bộ Mẫu")));
    }

    /** The dossier that waits for its owner, the one on its way, and those that ended and can be rated. */
    static String waiting() {
        return code(1);
    }

    static String running() {
        return code(2);
    }

    static String ended(int number) {
        return code(100 + number);
    }

    JsonNode mine(String path) throws IOException, InterruptedException {
        var token = service.token("citizen", Map.of("personalId", PERSON));
        var answer = http.send(
                HttpRequest.newBuilder(service.baseUri().resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    /** A case that the citizen sends to the unit of the dossiers; its code. */
    String feedback(String title) throws IOException, InterruptedException {
        var answer = post(
                "/v1/feedback",
                service.token("citizen", Map.of("personalId", PERSON)),
                """
                {"title":"%s","text":"Tôi lấy số lúc tám giờ mà mười giờ mới được gọi, ba lần đều như vậy.","agency":"%s",
                 "place":"Bộ phận một cửa","subject":"CONDUCT",
                 "sender":{"name":"Người Mẫu","address":"Thôn Mẫu, xã Mẫu","phone":"0900000778"}}
                """.formatted(title, UNIT),
                201);
        return JSON.readTree(answer).path("code").asText();
    }

    /** What the unit does with a case, each move as JSON without its braces. */
    void unitDoes(String code, String... moves) throws IOException, InterruptedException {
        for (var move : moves) {
            post(
                    "/v1/agencies/" + UNIT + "/feedback/" + code + "/moves",
                    service.token("officer", Map.of("agency", UNIT)),
                    "{" + move + "}",
                    200);
        }
    }

    /** A phone of the citizen that pushes go to. */
    void device(String installation) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.baseUri().resolve("/v1/me/devices/" + installation))
                .header("Authorization", "Bearer " + service.token("citizen", Map.of("personalId", PERSON)))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"fcmToken\":\"made-up-%s\",\"platform\":\"ANDROID\"}".formatted(installation)))
                .build();
        assertEquals(
                200, http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    String ticket(int number) throws IOException, InterruptedException {
        return mine("/v1/me/dossiers/" + ended(number)).path("ticket").asText();
    }

    private void catalogue() throws IOException, InterruptedException {
        var file = Files.readString(Home.checkout().resolve("demo/catalogue.ndjson"));
        var answer = http.send(
                HttpRequest.newBuilder(service.baseUri().resolve("/v1/admin/catalogue/releases"))
                        .header("Authorization", "Bearer " + service.token("admin", Map.of()))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(file))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(201, answer.statusCode(), answer.body());
        await("/v1/procedures?q=khai+sinh", BIRTH);
    }

    /** Until the public answer at this address holds these words. */
    private void await(String path, String words) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.baseUri().resolve(path)).build();
        var body = "";
        for (int i = 0; i < 300 && !body.contains(words); i++) {
            Thread.sleep(100);
            body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
        assertTrue(body.contains(words), path + " answers " + body);
    }

    private void dossiers() throws IOException, InterruptedException {
        var events = new ArrayList<String>();
        events.add(event(1, "RECEIVED", 3, ""));
        events.add(event(
                1,
                "SUPPLEMENT_REQUESTED",
                2,
                ",\"reason\":{\"text\":\"Thiếu Giấy chứng sinh\",\"nextAction\":\"Nộp Giấy chứng sinh\"}"));
        events.add(event(2, "RECEIVED", 1, ""));
        events.add(event(2, "IN_PROGRESS", 0, ""));
        for (int d = 0; d < ENDED; d++) {
            events.addAll(life(d));
        }
        report(events);
    }

    /** More dossiers that ended and can be rated: {@code ended(from)} and those after it. */
    void endMore(int from, int count) throws IOException, InterruptedException {
        var events = new ArrayList<String>();
        for (int d = from; d < from + count; d++) {
            events.addAll(life(d));
        }
        report(events);
    }

    private static List<String> life(int d) {
        int days = 6 + d % 20;
        return List.of(
                event(100 + d, "RECEIVED", days + 1 + d % 4, ""),
                event(100 + d, "RESULT_READY", days, ""),
                event(100 + d, "RETURNED", days - 1, ""));
    }

    private void report(List<String> events) throws IOException, InterruptedException {
        var answer = post(
                "/v1/integration/dossier-events",
                service.token("one-stop-system", Map.of("agency", "H44")),
                "[" + String.join(",", events) + "]",
                200);
        assertEquals(events.size(), JSON.readTree(answer).path("accepted").asInt(), answer);
    }

    private void ratings() throws IOException, InterruptedException {
        for (int d = ENDED - RATED; d < ENDED; d++) {
            int[] levels = {5, 4, 4, d % 3 == 0 ? 2 : 4, 5, d % 2 == 0 ? 2 : 4};
            var answers = new ArrayList<String>();
            var factors = List.of("OVERALL", "ACCESS", "PROCEDURE", "OFFICIALS", "RESULT", "FEEDBACK");
            for (int f = 0; f < levels.length; f++) {
                answers.add("\"" + factors.get(f) + "\":" + levels[f]);
            }
            post(
                    "/v1/surveys/" + ticket(d) + "/rating",
                    null,
                    "{\"answers\":{" + String.join(",", answers) + "}}",
                    201);
        }
        await("/v1/satisfaction?agency=H44", "\"overallIndex\"");
    }

    private String post(String path, String token, String body, Integer... expected)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(service.baseUri().resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertTrue(List.of(expected).contains(answer.statusCode()), answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    private static String event(int number, String state, int daysAgo, String more) {
        return """
                {"eventId":"pages-%1$d-%2$s","dossierCode":"%3$s","procedureCode":"%4$s","status":"%2$s","occurredAt":"%5$s",
                 "channel":"ONLINE","agencies":{"competent":"%6$s"},
                 "applicant":{"kind":"CITIZEN","personalId":"%7$s"}%8$s}
                """.formatted(number, state, code(number), BIRTH, NOW.minusDays(daysAgo), UNIT, PERSON, more);
    }

    private static String code(int number) {
        return UNIT + "-" + NOW.minusDays(40).format(java.time.format.DateTimeFormatter.ofPattern("yyMMdd"))
                + "-%04d".formatted(number);
    }

    @Override
    public void close() {
        http.close();
        service.close();
        identity.close();
    }
}
