package vn.motcua.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PromisedTimesTest {
    private static final String BUCKET = "http_server_requests_seconds_bucket{";

    @Test
    void anOperatorSeesHowManyAnswersKeptTheirPromise() {
        given().get("/v1/procedures?q=khai+sinh").then().statusCode(200);
        given().get("/v1/procedures/suggest?q=khai").then().statusCode(200);
        given().get("/v1/fields").then().statusCode(200);
        var lines = given().get("/q/metrics").asString().lines().toList();
        for (var promise : new String[] {"/v1/procedures\",le=\"0.01", "/v1/procedures/suggest\",le=\"0.005"}) {
            assertTrue(
                    lines.stream()
                            .anyMatch(line -> line.startsWith(BUCKET) && line.contains("uri=\"" + promise + "\"")),
                    promise);
        }
        assertEquals(
                0,
                lines.stream()
                        .filter(line -> line.startsWith(BUCKET) && line.contains("/v1/fields"))
                        .count(),
                "nothing is promised of others, and they are not counted in buckets");
    }
}
