package vn.motcua.dossier;

import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;
import static vn.motcua.dossier.Sender.newCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

/** A ticket is the right to rate: whoever is rated must not get at it, in whatever answer of the service. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class RatingTicketTest {
    private static final String PERSON = "001000000699";

    private final Sender sender = new Sender("system-phu-tho", "H44");

    @Test
    void onlyTheOwnerIsShownTheTicket() {
        var code = newCode();
        var seen = new ArrayList<String>();
        seen.add(end(code));
        var ticket = Callers.citizen(PERSON)
                .get("/v1/me/dossiers/" + code)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("ticket");
        assertEquals(22, ticket.length());
        // Sent again it changes nothing, and says nothing.
        seen.add(end(code));
        for (var insider : List.of(Callers.officer("H44.07"), Callers.officer("H44"), Callers.system("H44"))) {
            seen.add(refused(insider, "/v1/me/dossiers/" + code));
        }
        seen.add(body(Callers.officer("H44.07"), "/v1/agencies/H44.07/dossiers/" + code + "?purpose=HANDLING"));
        seen.add(body(Callers.officer("H44.07"), "/v1/agencies/H44.07/dossiers?limit=100"));
        seen.add(body(Callers.system("H44"), "/v1/integration/dossiers/" + code + "/receipt"));
        seen.add(Callers.lookup(code, PERSON.substring(8))
                .then()
                .statusCode(200)
                .body("ticket", nullValue())
                .extract()
                .asString());
        for (var answer : seen) {
            assertFalse(answer.contains(ticket), answer);
        }
    }

    @Test
    void theReceiptThatAnInsiderPrintsOpensTheDossierWithoutItsTicket() {
        var code = newCode();
        end(code);
        var secret = Callers.system("H44")
                .get("/v1/integration/dossiers/" + code + "/receipt")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("secret");
        Callers.lookup(code, secret).then().statusCode(200).body("ticket", nullValue());
    }

    @Test
    void anotherPersonIsShownNeitherDossierNorTicket() {
        var code = newCode();
        end(code);
        assertTrue(Callers.citizen("001000000698")
                .get("/v1/me/dossiers/" + code)
                .then()
                .statusCode(404)
                .extract()
                .asString()
                .contains("dossier-not-found"));
    }

    private String end(String code) {
        return sender.send(event("ticket-" + code, code, "RETURNED", daysAgo(1), Sender.applicant(PERSON)))
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String refused(RequestSpecification insider, String path) {
        return insider.get(path).then().statusCode(403).extract().asString();
    }

    private static String body(RequestSpecification insider, String path) {
        return insider.get(path).then().statusCode(200).extract().asString();
    }
}
