package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.local.LocalPostgres;
import vn.motcua.openapi.Vietnam;

/** What a citizen and an officer see of dossiers, on two replicas of the packaged service and one database. */
class CitizenViewTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PERSON = "001000000777";
    /** Replicas tell each other every second; three times that, on a busy machine. */
    private static final Duration AFTER_SHARING = Duration.ofSeconds(4);

    private static final OffsetDateTime NOW = OffsetDateTime.now(Vietnam.OFFSET).truncatedTo(ChronoUnit.SECONDS);

    private static LocalPostgres postgres;
    private static ServiceUnderTest one;
    private static ServiceUnderTest other;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.throwaway();
        one = ServiceUnderTest.startOn(postgres, "citizen-one", Map.of());
        // Each mints its own key; the second replica trusts the first one's.
        other = ServiceUnderTest.startOn(
                postgres,
                "citizen-other",
                Map.of("QUARKUS_OIDC_PUBLIC_KEY", one.mint().publicKey()));
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        other.close();
        one.close();
        postgres.close();
    }

    @Test
    void guessesAtOneReplicaCountAtTheOtherAndTheOwnerIsNotShutOut() throws Exception {
        var code = sent(1, "RECEIVED", "");
        var secret = get(one, citizen(), "/v1/me/dossiers/" + code + "/receipt")
                .path("secret")
                .asText();
        for (int i = 0; i < 10; i++) {
            assertEquals(404, lookUp(one, code, "99" + (10 + i)).statusCode());
        }
        Thread.sleep(AFTER_SHARING);
        var refused = lookUp(other, code, "9999"); // its first look-up of this code
        assertEquals(429, refused.statusCode(), refused.body());
        assertTrue(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()) >= 1);
        assertEquals(200, lookUp(other, code, secret).statusCode(), "the secret of the receipt still opens it");
        // That look-up makes this network a known one: it may use the short proof again.
        var known = Apis.eventually(
                Duration.ofSeconds(15), () -> lookUp(other, code, "0777"), answer -> answer.statusCode() == 200);
        assertEquals(200, known.statusCode(), known.body());
    }

    @Test
    void aRefusalTakesItsTimeAndSaysTheSameWhateverIsWrong() throws Exception {
        var code = sent(2, "RECEIVED", "");
        var bodies = new java.util.HashSet<String>();
        for (var question :
                new String[][] {{code, "0000"}, {"H44.07-261008-9876", "0777"}, {"H44.07-261399-0001", "0777"}}) {
            long before = System.nanoTime();
            var answer = lookUp(one, question[0], question[1]);
            assertTrue(System.nanoTime() - before >= 50_000_000, "answered before its time");
            assertEquals(404, answer.statusCode());
            bodies.add(answer.body());
        }
        assertEquals(1, bodies.size());
    }

    @Test
    void theTimelineSpeaksPlainlyInBothLanguages() throws Exception {
        var code = sent(
                3, "SUPPLEMENT_REQUESTED", ",\"reason\":{\"text\":\"Thiếu tờ khai\",\"nextAction\":\"Nộp tờ khai\"}");
        var vi = get(one, citizen(), "/v1/me/dossiers/" + code);
        assertTrue(vi.at("/timeline/0/text").asText().contains("bổ sung giấy tờ"), vi.toString());
        assertEquals("Nộp tờ khai", vi.at("/actionRequired/text").asText());
        assertEquals("H44.07", vi.at("/actionRequired/where/agency/code").asText());
        var en = body(send(request(one, "/v1/me/dossiers/" + code).header("Accept-Language", "en"), citizen()));
        assertTrue(en.at("/timeline/0/text").asText().contains("asked you for more papers"), en.toString());
        assertTrue(en.path("nextStep").asText().contains("Supply the papers"), en.toString());
    }

    @Test
    void theOwnerSeesThatAnOfficerLooked() throws Exception {
        var code = sent(4, "IN_PROGRESS", "");
        var officer = one.token("officer", Map.of("agency", "H44"));
        var queue = get(one, officer, "/v1/agencies/H44.07/dossiers?state=IN_PROGRESS");
        assertTrue(queue.path("items").findValuesAsText("code").contains(code), queue.toString());
        assertEquals(
                400,
                send(request(one, "/v1/agencies/H44.07/dossiers/" + code), officer)
                        .statusCode());
        get(other, officer, "/v1/agencies/H44.07/dossiers/" + code + "?purpose=HANDLING");
        var log = get(one, citizen(), "/v1/me/dossiers/" + code + "/access-log");
        assertEquals(1, log.path("items").size(), log.toString());
        assertEquals("OFFICER", log.at("/items/0/role").asText());
        assertEquals("HANDLING", log.at("/items/0/purpose").asText());
        var csv = send(request(one, "/v1/agencies/H44.07/dossiers/export"), officer);
        assertEquals(200, csv.statusCode());
        assertTrue(csv.body().contains(code), csv.body());
    }

    /** A dossier of {@link #PERSON} in this state. */
    private static String sent(int number, String state, String more) throws Exception {
        var code = "H44.07-261008-%04d".formatted(7_000 + number);
        var event = """
                [{"eventId":"citizen-%d","dossierCode":"%s","status":"%s","occurredAt":"%s","channel":"ONLINE",
                  "agencies":{"competent":"H44.07"},"applicant":{"kind":"CITIZEN","personalId":"%s"}%s}]
                """.formatted(number, code, state, NOW, PERSON, more);
        var answer = send(
                request(one, "/v1/integration/dossier-events")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(event)),
                one.token("one-stop-system", Map.of("agency", "H44")));
        assertEquals(1, body(answer).path("accepted").asInt(), answer.body());
        return code;
    }

    private static String citizen() {
        return one.token("citizen", Map.of("personalId", PERSON));
    }

    private static JsonNode get(ServiceUnderTest service, String token, String path) throws Exception {
        var answer = send(request(service, path), token);
        assertEquals(200, answer.statusCode(), answer.body());
        return body(answer);
    }

    private static JsonNode body(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> lookUp(ServiceUnderTest service, String code, String proof) throws Exception {
        return send(
                request(service, "/v1/dossiers/lookup")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"code\":\"" + code + "\",\"proof\":\"" + proof + "\"}")),
                null);
    }

    private static HttpRequest.Builder request(ServiceUnderTest service, String path) {
        return HttpRequest.newBuilder(service.baseUri().resolve(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String token) throws Exception {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
