package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import vn.motcua.openapi.Contract;

/** Somebody's phone, for tests: rates with a ticket. */
final class Phone {
    static final Map<String, Integer> ANSWERS =
            Map.of("ACCESS", 5, "PROCEDURE", 4, "OFFICIALS", 5, "RESULT", 4, "OVERALL", 4);

    private Phone() {}

    static Response rate(String ticket, Map<String, Integer> answers) {
        return given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body(Map.of("answers", answers))
                .post("/v1/surveys/{ticket}/rating", ticket);
    }
}
