package vn.motcua.organisation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** A firm under test, with a tax code that no other test has, and a one-stop system that reports its dossiers. */
final class Firm {
    private static final AtomicInteger NUMBER = new AtomicInteger(1_000);
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    private final String code;
    private final String token;

    Firm() {
        this(freshCode());
    }

    private Firm(String code) {
        this.code = code;
        this.token = LocalParts.token("firm-" + code, "business", Map.of("organisation", code));
    }

    /** A household business whose code is a made-up personal number. */
    static Firm household(String personalId) {
        return new Firm(personalId);
    }

    /** A correct tax code that is nobody's. */
    static String freshCode() {
        while (true) {
            var digits = "991%06d".formatted(NUMBER.incrementAndGet());
            int sum = 0;
            for (int i = 0; i < WEIGHTS.length; i++) {
                sum += WEIGHTS[i] * (digits.charAt(i) - '0');
            }
            if (sum % 11 != 0) {
                return digits + (10 - sum % 11);
            }
        }
    }

    static String freshDossier() {
        return "H44.09-261101-" + NUMBER.incrementAndGet();
    }

    static OffsetDateTime daysAgo(int days) {
        return OffsetDateTime.now(Vietnam.OFFSET).minusDays(days).withSecond(7).truncatedTo(ChronoUnit.SECONDS);
    }

    String code() {
        return code;
    }

    String at(String path) {
        return "/v1/organisations/" + code + path;
    }

    /** Request and answer are held against the contract. */
    RequestSpecification request() {
        return unchecked().filter(Contract.strict());
    }

    /** For requests that are wrong on purpose, and bodies that are not JSON. */
    RequestSpecification unchecked() {
        return given().header("Authorization", "Bearer " + token).header("Accept-Language", "en");
    }

    /** Reports a step of a dossier of this firm. */
    void report(String dossier, String status, OffsetDateTime at) {
        report(dossier, status, at, "");
    }

    void report(String dossier, String status, OffsetDateTime at, String more) {
        send(
                dossier,
                status,
                at,
                ",\"applicant\":{\"kind\":\"ENTERPRISE\",\"organisationCode\":\"" + code + "\"}" + more);
    }

    /** Reports a step of anybody's dossier. */
    static void send(String dossier, String status, OffsetDateTime at, String more) {
        var system = LocalParts.token("system-firms", "one-stop-system", Map.of("agency", "H44"));
        var event = "{\"eventId\":\"%s\",\"dossierCode\":\"%s\",\"status\":\"%s\",\"occurredAt\":\"%s\"%s}"
                .formatted("e" + NUMBER.incrementAndGet() + "-" + dossier, dossier, status, at, more);
        int accepted = given().header("Authorization", "Bearer " + system)
                .contentType("application/json")
                .body("[" + event + "]")
                .post("/v1/integration/dossier-events")
                .then()
                .statusCode(200)
                .extract()
                .path("accepted");
        assertEquals(1, accepted);
    }

    /** Waits until everything reported so far is in the feeds: what is reported later stands behind it. */
    static void settle() {
        var last = new Firm();
        last.report(freshDossier(), "RECEIVED", daysAgo(1));
        last.read(null, 1);
    }

    /** Behind everything that there is now. */
    String now() {
        return request()
                .queryParam("after", "now")
                .get(at("/feed"))
                .then()
                .statusCode(200)
                .extract()
                .path("nextCursor");
    }

    /** Reads on until there are so many entries; fails when they do not come. */
    List<Map<String, Object>> read(String after, int entries) {
        var all = new ArrayList<Map<String, Object>>();
        var cursor = after;
        long end = System.nanoTime() + 20_000_000_000L;
        while (all.size() < entries && System.nanoTime() < end) {
            var request = cursor == null ? request() : request().queryParam("after", cursor);
            JsonPath page = request.queryParam("wait", 2)
                    .get(at("/feed"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(page.getList("items"));
            cursor = page.getString("nextCursor");
        }
        assertEquals(entries, all.size());
        return all;
    }
}
