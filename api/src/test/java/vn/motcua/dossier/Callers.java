package vn.motcua.dossier;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** Those who read dossiers; every answer is held against the contract. */
final class Callers {
    private Callers() {}

    static RequestSpecification citizen(String personalId) {
        return with(LocalParts.token("p" + personalId, "citizen", Map.of("personalId", personalId)));
    }

    static RequestSpecification officer(String agency) {
        return with(
                LocalParts.token("officer-" + agency, "officer", Map.of("agency", agency, "position", "Chuyên viên")));
    }

    static RequestSpecification system(String agency) {
        return with(LocalParts.token("system-" + agency, "one-stop-system", Map.of("agency", agency)));
    }

    static Response lookup(String code, String proof) {
        return given().contentType("application/json")
                .header("Accept-Language", "en")
                .filter(Contract.strict())
                .body(Map.of("code", code, "proof", proof))
                .post("/v1/dossiers/lookup");
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).filter(Contract.strict());
    }
}
