package vn.motcua.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Role;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class GateTest {
    @Test
    void unknownAddressIsAProblemInTheLanguageAskedFor() {
        given().get("/v1/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("title", equalTo("Không tìm thấy địa chỉ này"));
        given().header("Accept-Language", "en-GB,en;q=0.9")
                .get("/v1/nowhere")
                .then()
                .statusCode(404)
                .body("title", equalTo("No such address"));
    }

    @Test
    void bodyLargerThanTheOperationTakesIsRefusedBeforeItIsRead() {
        given().contentType("application/json")
                .body("\"" + "x".repeat(2_000_000) + "\"")
                .post("/v1/dossiers/lookup")
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/body-too-large"));
    }

    @Test
    void nulInTheAddressIsRefused() {
        given().urlEncodingEnabled(false)
                .get("/v1/procedures?q=a%00b")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-input"));
    }

    @Test
    void theContractIsServed() {
        given().get("/openapi/motcua.yaml").then().statusCode(200).body(containsString("openapi: 3.0.3"));
    }

    @Test
    void withoutATokenSignInIsAskedFor() {
        given().get("/v1/me").then().statusCode(401).body("type", equalTo("/problems/unauthorized"));
        given().header("Authorization", "Bearer damaged")
                .get("/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void privateAnswersStayOutOfCaches() {
        var token = LocalParts.token("c1", Role.CITIZEN, Map.of("personalId", "001000000001"));
        given().header("Authorization", "Bearer " + token)
                .get("/v1/me")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("personalId", equalTo("001*****0001"));
    }

    @Test
    void whatMayLieInCachesSaysItOnceAndNothingIsSniffed() {
        var headers =
                given().get("/v1/agencies").then().statusCode(200).extract().headers();
        assertEquals(List.of("public, max-age=3600"), headers.getValues("Cache-Control"));
        assertEquals(List.of("nosniff"), headers.getValues("X-Content-Type-Options"));
    }
}
