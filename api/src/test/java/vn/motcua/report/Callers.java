package vn.motcua.report;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import vn.motcua.openapi.Contract;

/** Callers without a token. */
final class Callers {
    private Callers() {}

    static RequestSpecification anyone() {
        return given().filter(Contract.strict());
    }
}
