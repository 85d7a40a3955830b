package vn.motcua.web;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class StartTest {
    @Test
    void unknownAddressIsAProblem() {
        given().get("/v1/nowhere").then().statusCode(404).contentType("application/problem+json");
    }
}
