package vn.motcua.organisation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** What an administrator sees of the firms' webhooks: that one fails and why, and nothing of whose it is. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class WebhookHealthTest {
    private static final String PATH = "/v1/admin/webhooks";
    private static final long SOON = Duration.ofSeconds(15).toNanos();

    private final Firm firm = new Firm();

    @Test
    void anEndpointThatFailsIsCountedWithItsErrorAndNamesNobody() throws InterruptedException {
        try (var receiver = new Receiver()) {
            receiver.behave(Receiver.Manner.ERROR);
            var id = create(receiver.url());
            firm.report(Firm.freshDossier(), "RECEIVED", Firm.daysAgo(1));
            // Own attempts first: other tests' endpoints may fail meanwhile.
            long end = System.nanoTime() + SOON;
            while (firm.request().get(firm.at("/webhooks/" + id)).jsonPath().getInt("failures") == 0) {
                assertTrue(System.nanoTime() < end, "the endpoint was never called");
                Thread.sleep(50);
            }
            var body = health().body("active", greaterThanOrEqualTo(1))
                    .body("failing", greaterThanOrEqualTo(1))
                    .body("waiting", greaterThanOrEqualTo(1))
                    .body("errors.error", hasItem("STATUS_500"))
                    .extract()
                    .asString();
            assertFalse(body.contains(firm.code()), "names a firm");
            assertFalse(body.contains("127.0.0.1"), "names an address");
            firm.request().delete(firm.at("/webhooks/" + id)).then().statusCode(204);
        }
    }

    @Test
    void aPausedEndpointIsCountedAsPausedAlone() {
        try (var receiver = new Receiver()) {
            var id = create(receiver.url());
            var before = health().extract().jsonPath();
            firm.request()
                    .contentType(ContentType.JSON)
                    .body(Map.of("url", receiver.url(), "active", false))
                    .put(firm.at("/webhooks/" + id))
                    .then()
                    .statusCode(200);
            var after = health().extract().jsonPath();
            assertEquals(before.getInt("paused") + 1, after.getInt("paused"));
            assertEquals(before.getInt("active") - 1, after.getInt("active"));
            firm.request().delete(firm.at("/webhooks/" + id)).then().statusCode(204);
        }
    }

    @Test
    void onlyAdministratorsSeeIt() {
        firm.unchecked().get(PATH).then().statusCode(403);
        given().get(PATH).then().statusCode(401);
    }

    private static ValidatableResponse health() {
        return given().filter(Contract.strict())
                .header("Authorization", "Bearer " + LocalParts.token("operator", "admin", Map.of()))
                .get(PATH)
                .then()
                .statusCode(200);
    }

    private String create(String url) {
        return firm.request()
                .contentType(ContentType.JSON)
                .body(Map.of("url", url, "concurrency", 1))
                .post(firm.at("/webhooks"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
