package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.motcua.satisfaction.Phone.ANSWERS;
import static vn.motcua.satisfaction.Phone.rate;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** A rating that its sender changes with the receipt, for as long as it rests. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class RatingChangeTest {
    @Inject
    Desk desk;

    @Test
    void aRatingCanBeChangedWithItsReceiptWhileItRests() throws SQLException {
        var agency = Desk.newAgency();
        var tickets = Desk.dossiers(agency, 10);
        desk.issue(tickets);
        var ticket = desk.ticket(tickets.getFirst());
        var receipt = rate(ticket, ANSWERS).<String>path("receipt");
        change(ticket, Map.of("receipt", receipt, "answers", Map.of("OVERALL", 1)))
                .then()
                .statusCode(200)
                .body("receipt", equalTo(receipt));
        change(ticket, Map.of("receipt", receipt, "answers", Map.of("OVERALL", 1)))
                .then()
                .statusCode(200);
        rate(ticket, Map.of("OVERALL", 1)).then().statusCode(201).body("receipt", equalTo(receipt));
        rate(ticket, ANSWERS).then().statusCode(409);
        for (var other : tickets.subList(1, 10)) {
            rate(desk.ticket(other), Map.of("OVERALL", 5)).then().statusCode(201);
        }
        desk.mix();
        assertEquals(1, Database.sum("board", "case when dimension = 'TOTAL' and span = 1 then level1 end", agency));
        change(ticket, Map.of("receipt", receipt, "answers", ANSWERS))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/rating-final"));
    }

    @Test
    void aRatingThatStillRestsCanBeChangedForSevenDays() throws SQLException {
        var agency = Desk.newAgency();
        var ticket = desk.issue(Desk.dossier(agency));
        var receipt = rate(ticket, ANSWERS).<String>path("receipt");
        age(agency, 7);
        change(ticket, Map.of("receipt", receipt, "answers", Map.of("OVERALL", 1)))
                .then()
                .statusCode(200);
        age(agency, 1);
        change(ticket, Map.of("receipt", receipt, "answers", ANSWERS))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/rating-final"))
                .body("detail", containsString("7"));
        change(ticket, Map.of("receipt", receipt, "answers", Map.of("OVERALL", 1), "comment", "Chậm."))
                .then()
                .statusCode(409);
        rate(ticket, Map.of("OVERALL", 1)).then().statusCode(201).body("receipt", equalTo(receipt));
    }

    private static void age(String agency, int days) throws SQLException {
        Database.execute(
                "update satisfaction.resting set rated_on = rated_on - %d where agency = ?".formatted(days), agency);
    }

    @Test
    void aRatingKeptOpenIsNotMixedForSevenDays() throws SQLException {
        var agency = Desk.newAgency();
        var dossiers = Desk.dossiers(agency, 10);
        desk.issue(dossiers);
        for (var dossier : dossiers) {
            given().filter(Contract.responsesOnly())
                    .contentType(ContentType.JSON)
                    .body(Map.of("answers", ANSWERS, "keepOpen", true))
                    .post("/v1/surveys/{ticket}/rating", desk.ticket(dossier))
                    .then()
                    .statusCode(201);
        }
        desk.mix(Vietnam.today().plusDays(7));
        assertEquals(10, Database.count("resting where agency = ?", agency));
        desk.mix(Vietnam.today().plusDays(8));
        assertEquals(10, Database.count("rating where agency = ?", agency));
    }

    @Test
    void aWrongReceiptChangesNothing() {
        var ticket = desk.issue(Desk.dossier(Desk.newAgency()));
        change(ticket, Map.of("receipt", "x", "answers", ANSWERS))
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/receipt-not-found"));
        var receipt = rate(ticket, ANSWERS).<String>path("receipt");
        change(ticket, Map.of("receipt", receipt + "x", "answers", Map.of("OVERALL", 1)))
                .then()
                .statusCode(404);
        change(ticket, Map.of("answers", ANSWERS)).then().statusCode(404);
        change(ticket, Map.of("receipt", receipt, "answers", Map.of("ACCESS", 1)))
                .then()
                .statusCode(400);
        rate(ticket, ANSWERS).then().statusCode(201);
    }

    private static Response change(String ticket, Map<String, ?> body) {
        return given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/surveys/{ticket}/rating", ticket);
    }
}
