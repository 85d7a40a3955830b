package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.local.FcmServer;
import vn.motcua.local.Home;
import vn.motcua.local.LocalPostgres;

/**
 * A service as an administrator finds it, all of it made through the front door: two releases of the catalogue, dossiers that
 * wait, pushes that FCM refused for good, and ratings that were set apart.
 */
final class AdminHouse implements AutoCloseable {
    static final String BIRTH = "1.001193";
    static final String PERSON = "001000000779";
    static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final String UNIT = "H44.100";
    private static final int OPEN = 12;
    /** As many as are looked at together. */
    private static final int RATED = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SignInStub identity = new SignInStub();
    private final FcmServer fcm = FcmServer.start(LocalPostgres.freePort());
    private final ServiceUnderTest service;
    private final HttpClient http = HttpClient.newHttpClient();
    private final OffsetDateTime now = OffsetDateTime.now(VIETNAM).truncatedTo(ChronoUnit.SECONDS);

    AdminHouse() throws IOException, InterruptedException {
        service = ServiceUnderTest.start(
                "admin-pages",
                Map.of(
                        "MOTCUA_WEB_ISSUER",
                        identity.issuer(),
                        "MOTCUA_FCM_ENDPOINT",
                        fcm.url(),
                        // The watch is as suspicious as can be, so that ten ratings are enough to have a case.
                        "MOTCUA_SATISFACTION_WATCH_LEARN",
                        "0",
                        "MOTCUA_SATISFACTION_WATCH_FALSE_ALARMS",
                        "0.999"));
        asAdministrator();
        catalogue();
        ratings();
        device();
        waiting();
    }

    ServiceUnderTest service() {
        return service;
    }

    SignInStub identity() {
        return identity;
    }

    void asAdministrator() {
        identity.user(this::administrator);
    }

    void asOfficer() {
        identity.user(() -> service.token("officer", Map.of("agency", "H44", "name", "Cán Bộ Mẫu")));
    }

    /** What the service answers the administrator. */
    JsonNode get(String path) throws IOException, InterruptedException {
        var answer = send(request(path, administrator()).GET());
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    /** Records of the demo catalogue, in order. */
    static List<ObjectNode> records() throws IOException {
        var records = new ArrayList<ObjectNode>();
        for (var line : Files.readAllLines(Home.checkout().resolve("demo/catalogue.ndjson"))) {
            records.add((ObjectNode) JSON.readTree(line));
        }
        return records;
    }

    /** A file with one amended procedure, a new one, and one that is refused. */
    static byte[] threeRecords() throws IOException {
        var all = records();
        var amended = all.get(3);
        amended.put("requirements", "Yêu cầu sửa trong bài kiểm tra");
        var fresh = all.get(4).deepCopy();
        fresh.put("code", "1.999998").put("name", "Thủ tục mẫu của bài kiểm tra");
        return (amended + "\n" + fresh + "\n{\"code\":\"1.999999\",\"field\":{\"code\":\"ho-tich\",\"name\":\"x\"}}\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The next working day: until then the dossiers received today are due. */
    LocalDate nextWorkingDay() throws IOException, InterruptedException {
        var day = LocalDate.now(VIETNAM).plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || get("/v1/calendar/" + day.getYear()).toString().contains(day.toString())) {
            day = day.plusDays(1);
        }
        return day;
    }

    private String administrator() {
        return service.token("admin", Map.of("name", "Quản Trị Mẫu"));
    }

    /** The second release gives one procedure other words, so that there is something to go back to. */
    private void catalogue() throws IOException, InterruptedException {
        var file = Files.readString(Home.checkout().resolve("demo/catalogue.ndjson"));
        publish(file);
        var changed = records().getLast();
        changed.put("name", changed.get("name").asText() + " (bản sửa)");
        publish(changed.toString());
        await(
                () -> send(request("/v1/procedures?q=khai+sinh", null).GET())
                        .body()
                        .contains(BIRTH),
                "the release was never served");
    }

    private void publish(String file) throws IOException, InterruptedException {
        var answer = send(request("/v1/admin/catalogue/releases", administrator())
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(file)));
        assertEquals(201, answer.statusCode(), answer.body());
    }

    /** A phone whose token FCM calls another project's: every push to it becomes a dead letter. */
    private void device() throws IOException, InterruptedException {
        var citizen = service.token("citizen", Map.of("personalId", PERSON));
        var answer = send(request("/v1/me/devices/admin-pages-phone-1", citizen)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"fcmToken\":\"foreign-admin-pages\",\"platform\":\"ANDROID\",\"locale\":\"vi\"}")));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private void ratings() throws IOException, InterruptedException {
        var events = new ArrayList<String>();
        for (int d = 0; d < RATED; d++) {
            events.add(event(100 + d, "RECEIVED", 3));
            events.add(event(100 + d, "RESULT_READY", 2));
            events.add(event(100 + d, "RETURNED", 1));
        }
        report(events);
        var citizen = service.token("citizen", Map.of("personalId", PERSON));
        for (int d = 0; d < RATED; d++) {
            var dossier =
                    send(request("/v1/me/dossiers/" + code(100 + d), citizen).GET());
            var ticket = JSON.readTree(dossier.body()).path("ticket").asText();
            var answer = send(request("/v1/surveys/" + ticket + "/rating", null)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"answers\":{\"OVERALL\":5,\"RESULT\":5}}")));
            assertEquals(201, answer.statusCode(), answer.body());
        }
        await(() -> get("/v1/admin/satisfaction/quarantine").path("items").size() > 0, "no rating was set apart");
    }

    private void waiting() throws IOException, InterruptedException {
        var events = new ArrayList<String>();
        for (int d = 1; d <= OPEN; d++) {
            events.add(event(d, "RECEIVED", 0));
        }
        report(events);
        await(() -> get("/v1/admin/dead-letters").path("items").size() == OPEN, "no push was given up");
    }

    private void report(List<String> events) throws IOException, InterruptedException {
        var answer = send(
                request("/v1/integration/dossier-events", service.token("one-stop-system", Map.of("agency", "H44")))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("[" + String.join(",", events) + "]")));
        assertEquals(
                events.size(), JSON.readTree(answer.body()).path("accepted").asInt(), answer.body());
    }

    private String event(int number, String state, int daysAgo) {
        return """
                {"eventId":"admin-pages-%1$d-%2$s","dossierCode":"%3$s","procedureCode":"%4$s","status":"%2$s","occurredAt":"%5$s",
                 "channel":"ONLINE","agencies":{"competent":"%6$s"},
                 "applicant":{"kind":"CITIZEN","personalId":"%7$s"}}
                """.formatted(number, state, code(number), BIRTH, now.minusDays(daysAgo), UNIT, PERSON);
    }

    private String code(int number) {
        return UNIT + now.format(DateTimeFormatter.ofPattern("-yyMMdd")) + "-%04d".formatted(number);
    }

    private interface Question {
        boolean isAnswered() throws IOException, InterruptedException;
    }

    private static void await(Question question, String otherwise) throws IOException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            if (question.isAnswered()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(otherwise);
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(service.baseUri().resolve(path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 500, answer.body());
        return answer;
    }

    @Override
    public void close() {
        http.close();
        service.close();
        fcm.close();
        identity.close();
    }
}
