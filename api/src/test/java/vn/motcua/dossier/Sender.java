package vn.motcua.dossier;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** A one-stop system under test: makes events and sends them through the front door. */
final class Sender {
    static final String EVENTS = "/v1/integration/dossier-events";
    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    private final String token;

    Sender(String subject, String agency) {
        this.token = LocalParts.token(subject, "one-stop-system", Map.of("agency", agency));
    }

    /** A dossier code that no other test has. */
    static String newCode() {
        return "H44.07-261008-" + NUMBER.incrementAndGet();
    }

    static OffsetDateTime daysAgo(int days) {
        return OffsetDateTime.now(Vietnam.OFFSET).minusDays(days).withSecond(7).truncatedTo(ChronoUnit.SECONDS);
    }

    static String event(String id, String code, String status, OffsetDateTime at) {
        return event(id, code, status, at, "");
    }

    /** @param more further fields as JSON, starting with a comma */
    static String event(String id, String code, String status, OffsetDateTime at, String more) {
        return "{\"eventId\":\"%s\",\"dossierCode\":\"%s\",\"status\":\"%s\",\"occurredAt\":\"%s\"%s}"
                .formatted(id, code, status, at, more);
    }

    static String applicant(String personalId) {
        return ",\"applicant\":{\"kind\":\"CITIZEN\",\"name\":\"Nguyễn Thị Mẫu\",\"personalId\":\"" + personalId
                + "\",\"phone\":\"0900004321\"}";
    }

    ValidatableResponse send(String... events) {
        return request()
                .filter(Contract.strict())
                .body("[" + String.join(",", events) + "]")
                .post(EVENTS)
                .then();
    }

    /** For bodies that are wrong on purpose. */
    ValidatableResponse sendAnything(String body) {
        return request()
                .filter(Contract.responsesOnly())
                .body(body)
                .post(EVENTS)
                .then();
    }

    RequestSpecification request() {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .header("Accept-Language", "en");
    }
}
