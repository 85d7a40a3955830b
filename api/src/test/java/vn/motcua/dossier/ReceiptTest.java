package vn.motcua.dossier;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;
import static vn.motcua.dossier.Sender.newCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ReceiptTest {
    private static final String PERSON = "001000000611";

    private final Sender sender = new Sender("system-phu-tho", "H44");

    @Test
    void theSecretOfTheReceiptIsAProofHoweverItIsTyped() {
        var code = received();
        var secret = secret(code);
        assertTrue(secret.matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"), secret);
        for (var typed : new String[] {
            secret,
            secret.replace("-", ""),
            secret.toLowerCase(java.util.Locale.ROOT),
            " " + secret.replace("-", " ").replace("0", "o").replace("1", "l")
        }) {
            Callers.lookup(code, typed).then().statusCode(200).body("code", equalTo(code));
        }
        assertEquals(404, Callers.lookup(newCode(), secret).statusCode(), "of another code");
    }

    @Test
    void theQrKeepsTheSecretFromServersAndShowsSlips() {
        var code = received();
        var qr = Callers.citizen(PERSON)
                .get("/v1/me/dossiers/" + code + "/receipt")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("qr");
        var address = URI.create(qr);
        var parts = address.getFragment().split(":");
        assertEquals("MC1", parts[0]);
        assertEquals(code, parts[1]);
        assertFalse(address.getRawSchemeSpecificPart().contains(parts[2]), "only the part that stays in the browser");
        var content = "MC1:" + parts[1] + ":" + parts[2];
        assertEquals(parts[3], "%04X".formatted(Receipts.check(content)));
        assertNotEquals(parts[3], "%04X".formatted(Receipts.check(content.replace(parts[1], newCode()))));
        Callers.lookup(parts[1], parts[2]).then().statusCode(200);
    }

    /** The value every description of CRC-16/CCITT-FALSE gives. */
    @Test
    void theCheckIsTheOneItSaysItIs() {
        assertEquals(0x29B1, Receipts.check("123456789"));
    }

    @Test
    void aSystemPrintsTheReceiptBeforeItReportsTheDossier() {
        var code = newCode();
        var printed = Callers.system("H44")
                .get("/v1/integration/dossiers/" + code + "/receipt")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("secret");
        send(code);
        assertEquals(secret(code), printed);
        Callers.citizen(PERSON)
                .get("/v1/me/dossiers/" + code + "/access-log")
                .then()
                .statusCode(200)
                .body("items[0].role", equalTo("ONE_STOP_SYSTEM"))
                .body("items[0].purpose", equalTo("RECEIPT"))
                .body("items[0].agency.code", equalTo("H44"));
    }

    @Test
    void aSystemOfAnotherAgencyGetsNoSecretWhetherOrNotTheDossierExists() {
        var known = Callers.system("H26").get("/v1/integration/dossiers/" + received() + "/receipt");
        var unknown = Callers.system("H26").get("/v1/integration/dossiers/" + newCode() + "/receipt");
        assertEquals(403, known.statusCode());
        assertEquals(unknown.asString(), known.asString());
    }

    @Test
    void somebodyElseGetsNoReceipt() {
        var code = received();
        assertEquals(
                404,
                Callers.citizen("001000000612")
                        .get("/v1/me/dossiers/" + code + "/receipt")
                        .statusCode());
        given().filter(Contract.responsesOnly())
                .get("/v1/me/dossiers/" + code + "/receipt")
                .then()
                .statusCode(401);
    }

    private String received() {
        var code = newCode();
        send(code);
        return code;
    }

    private void send(String code) {
        sender.send(event("rc-" + code, code, "RECEIVED", daysAgo(2), Sender.applicant(PERSON)))
                .statusCode(200)
                .body("accepted", equalTo(1));
    }

    private static String secret(String code) {
        return Callers.citizen(PERSON)
                .get("/v1/me/dossiers/" + code + "/receipt")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
    }
}
