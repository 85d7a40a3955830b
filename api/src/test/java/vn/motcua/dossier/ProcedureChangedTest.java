package vn.motcua.dossier;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** A dossier keeps the version in force at its reception and says so when there is another one now. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ProcedureChangedTest {
    private static final String PROOF = "4321";
    private static int counter;

    private final Sender sender = new Sender("system-phu-tho", "H44");

    private static void publish(String procedure, String name, String more) {
        given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + LocalParts.token("catalogue-admin", "admin", Map.of()))
                .contentType("application/x-ndjson; charset=utf-8")
                .body("{\"code\":\"%s\",\"name\":\"%s\",\"field\":{\"name\":\"Hồ sơ thay đổi\"}%s}"
                        .formatted(procedure, name, more)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/admin/catalogue/releases")
                .then()
                .statusCode(201);
    }

    private String received(String procedure) {
        var code = Sender.newCode();
        sender.send(Sender.event(
                        "changed-" + code,
                        code,
                        "RECEIVED",
                        Sender.daysAgo(0),
                        ",\"procedureCode\":\"" + procedure + "\"" + Sender.applicant("001000000777")))
                .body("accepted", equalTo(1));
        return code;
    }

    private static ValidatableResponse lookup(String code) {
        return given().filter(Contract.strict())
                .contentType("application/json")
                .header("Accept-Language", "en")
                .body("{\"code\":\"%s\",\"proof\":\"%s\"}".formatted(code, PROOF))
                .post("/v1/dossiers/lookup")
                .then()
                .statusCode(200);
    }

    private static String newProcedure() {
        return "9." + (500_000 + ++counter);
    }

    @Test
    void dossierOfAnUnchangedProcedureSaysNothing() {
        var procedure = newProcedure();
        publish(procedure, "Trước", "");
        lookup(received(procedure)).body("procedure.version", equalTo(1)).body("procedureChanged", nullValue());
    }

    @Test
    void dossierSaysWhatChangedSinceItWasReceived() {
        var procedure = newProcedure();
        publish(procedure, "Trước", "");
        var code = received(procedure);
        publish(procedure, "Sau", "");
        String diff = lookup(code)
                .body("procedure.version", equalTo(1))
                .body("procedureChanged.pinnedVersion", equalTo(1))
                .body("procedureChanged.currentVersion", equalTo(2))
                .body("procedureChanged.abolished", equalTo(false))
                .body("procedureChanged.text", containsString("amended"))
                .extract()
                .path("procedureChanged.diff");
        given().filter(Contract.strict())
                .get(diff)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].after", equalTo("Sau"));
        given().filter(Contract.strict())
                .header(
                        "Authorization",
                        "Bearer " + LocalParts.token("me", "citizen", Map.of("personalId", "001000000777")))
                .get("/v1/me/dossiers/" + code)
                .then()
                .statusCode(200)
                .body("procedureChanged.currentVersion", equalTo(2));
    }

    @Test
    void dossierOfAnAbolishedProcedureGoesOn() {
        var procedure = newProcedure();
        publish(procedure, "Trước", "");
        var code = received(procedure);
        publish(procedure, "Trước", ",\"state\":\"INACTIVE\"");
        lookup(code)
                .body("procedureChanged.abolished", equalTo(true))
                .body("procedureChanged.currentVersion", nullValue())
                .body("procedureChanged.diff", nullValue())
                .body("procedureChanged.text", containsString("abolished"));
    }
}
