package vn.motcua.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.ContractComparison;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ContractTest {
    @Test
    void codeAndContractSayTheSame() {
        var code = given().queryParam("format", "yaml").get("/q/openapi").asString();

        assertThat(ContractComparison.differences(Contract.yaml(), code), empty());
    }
}
