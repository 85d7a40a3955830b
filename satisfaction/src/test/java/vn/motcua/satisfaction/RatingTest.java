package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.satisfaction.Phone.ANSWERS;
import static vn.motcua.satisfaction.Phone.rate;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class RatingTest {
    @Inject
    Desk desk;

    @Inject
    Tickets tickets;

    @Inject
    Pool pool;

    @Test
    void aTicketOpensTheShortQuestionnaireInBothLanguages() {
        var ticket = desk.issue(Desk.dossier(Desk.newAgency()));
        given().filter(Contract.strict())
                .get("/v1/surveys/{ticket}", ticket)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("questionnaire", equalTo("SHORT"), "version", equalTo(1), "state", equalTo("OPEN"))
                .body("expiresOn", equalTo(Vietnam.today().plusDays(30).toString()))
                .body("items.factor", contains("ACCESS", "PROCEDURE", "OFFICIALS", "RESULT", "FEEDBACK", "OVERALL"))
                .body("items[5].text", containsString("Nhìn chung"))
                .body("scale.level", contains(1, 2, 3, 4, 5))
                .body("scale[4].label", equalTo("Rất hài lòng"));
        given().filter(Contract.strict())
                .header("Accept-Language", "en")
                .get("/v1/surveys/{ticket}", ticket)
                .then()
                .body("items[5].text", containsString("All in all"), "scale[0].label", equalTo("Very dissatisfied"));
    }

    @Test
    void theSameAnswersSentAgainReceiveTheSameReceiptAndCountOnce() throws SQLException {
        var agency = Desk.newAgency();
        var ticket = desk.issue(Desk.dossier(agency));
        var receipt = rate(ticket, ANSWERS).then().statusCode(201).extract().<String>path("receipt");
        assertEquals(22, receipt.length());
        assertNotEquals(ticket, receipt);
        rate(ticket, ANSWERS).then().statusCode(201).body("receipt", equalTo(receipt));
        assertEquals(1, Database.count("resting where agency = ?", agency));
        given().filter(Contract.strict())
                .get("/v1/surveys/{ticket}", ticket)
                .then()
                .statusCode(200)
                .body("state", equalTo("USED"));
    }

    @Test
    void whatDoesNotApplyCountsNowhere() throws SQLException {
        var agency = Desk.newAgency();
        var dossiers = Desk.dossiers(agency, 10);
        desk.issue(dossiers);
        for (var dossier : dossiers) {
            notApplicable(desk.ticket(dossier), List.of("FEEDBACK")).then().statusCode(201);
        }
        desk.mix();
        assertEquals(10, Database.count("rating where answers[5] = 0 and agency = ?", agency));
        assertEquals(0, Database.count("board where item = 'FEEDBACK' and agency = ?", agency));
        var ticket = desk.issue(Desk.dossier(agency));
        notApplicable(ticket, List.of("OVERALL", "SPEED", "ACCESS"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/notApplicable/0", "/notApplicable/1", "/notApplicable/2"));
    }

    private static Response notApplicable(String ticket, List<String> codes) {
        return given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body(Map.of("answers", Map.of("OVERALL", 4, "ACCESS", 3), "notApplicable", codes))
                .post("/v1/surveys/{ticket}/rating", ticket);
    }

    @Test
    void otherAnswersForAUsedTicketAreAConflict() {
        var ticket = desk.issue(Desk.dossier(Desk.newAgency()));
        rate(ticket, ANSWERS).then().statusCode(201);
        rate(ticket, Map.of("OVERALL", 1))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/ticket-already-used"));
    }

    @Test
    void anExpiredTicketIsGone() throws SQLException {
        var dossier = Desk.dossier(Desk.newAgency());
        var ticket = desk.issue(dossier);
        Database.execute(
                "update satisfaction.ticket set expires_on = current_date - 2 where agency = ?", dossier.agencyCode());
        given().filter(Contract.strict())
                .get("/v1/surveys/{ticket}", ticket)
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/ticket-expired"));
        rate(ticket, ANSWERS).then().statusCode(410);
        assertTrue(tickets.open(dossier.dossierCode()).await().indefinitely().isEmpty());
    }

    @Test
    void aUsedTicketStillAnswersWithItsReceiptAfterItsLastDay() throws SQLException {
        var ticket = desk.issue(Desk.dossier(Desk.newAgency()));
        var receipt = rate(ticket, ANSWERS).then().extract().<String>path("receipt");
        Database.execute(
                "update satisfaction.ticket set expires_on = current_date - 2 where redeemed and ? <> ''", "x");
        rate(ticket, ANSWERS).then().statusCode(201).body("receipt", equalTo(receipt));
    }

    @Test
    void anUnknownTicketIsNotFound() {
        for (var ticket : List.of("AAAAAAAAAAAAAAAAAAAAAA", "x", "đ", "a".repeat(100), "%00")) {
            given().filter(Contract.responsesOnly())
                    .get("/v1/surveys/{ticket}", ticket)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/ticket-not-found"));
            rate(ticket, ANSWERS).then().statusCode(404);
        }
    }

    @Test
    void everyWrongAnswerIsPointedAt() {
        var ticket = desk.issue(Desk.dossier(Desk.newAgency()));
        rate(ticket, Map.of("ACCESS", 6, "RESULT", 0, "SPEED/1", 3))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasSize(4))
                .body("errors.pointer", hasItems("/answers/ACCESS", "/answers/RESULT", "/answers/SPEED~11"))
                .body("errors.pointer", hasItems("/answers/OVERALL"));
        assertEquals(
                Survey.State.OPEN.name(),
                given().get("/v1/surveys/{ticket}", ticket).path("state"));
    }

    @Test
    void whatIsNoAnswerIsRefusedBeforeAnythingIsCounted() {
        var ticket = desk.issue(Desk.dossier(Desk.newAgency()));
        for (var body : List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"answers\":null}",
                "{\"answers\":{}}",
                "{\"answers\":{\"OVERALL\":\"5\"}}",
                "{\"answers\":{\"OVERALL\":4.5}}",
                "{\"answers\":{\"OVERALL\":null}}",
                "{\"answers\":{\"OVERALL\":99999999999}}",
                "{\"answers\":{\"OVERALL\":5,\"OVERALL\":4}}",
                "{\"answers\":{\"OVERALL\":5},\"name\":\"x\"}",
                "{\"answers\":{\"OVERALL\":5}",
                "{\"answers\":{\"OVERALL\":5,\"\\u0000\":4}}")) {
            given().filter(Contract.responsesOnly())
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post("/v1/surveys/{ticket}/rating", ticket)
                    .then()
                    .statusCode(400);
        }
        given().filter(Contract.responsesOnly())
                .contentType("text/plain")
                .body("5")
                .post("/v1/surveys/{ticket}/rating", ticket)
                .then()
                .statusCode(415);
        rate(ticket, ANSWERS).then().statusCode(201);
    }

    @Test
    void aDossierKeepsItsOneTicket() throws SQLException {
        var agency = Desk.newAgency();
        var ready = Desk.dossier(agency, "F1", EndedDossier.Outcome.RESULT_READY, "DIRECT");
        var ticket = desk.issue(ready);
        var returned = new EndedDossier(
                ready.dossierCode(),
                ready.procedureCode(),
                ready.fieldCode(),
                agency,
                EndedDossier.Outcome.RETURNED,
                ready.channel(),
                ready.endedOn());
        assertEquals(ticket, desk.issue(returned));
        desk.issue(List.of(ready, returned, ready));
        desk.mix();
        assertEquals(1, Database.sum("dossier_count", "finished", agency));
        rate(ticket, ANSWERS).then().statusCode(201);
        desk.issue(List.of(returned));
        assertTrue(tickets.open(ready.dossierCode()).await().indefinitely().isEmpty(), "used once, gone for good");
        desk.mix();
        assertEquals(1, Database.sum("dossier_count", "finished", agency));
    }

    @Test
    void ticketsAreIssuedWithTheCallersTransactionOrNotAtAll() throws SQLException {
        var dossier = Desk.dossier(Desk.newAgency());
        pool.withTransaction(transaction -> tickets.issue(transaction, List.of(dossier))
                        .chain(() -> transaction.query("select 1 / 0").execute()))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
        assertTrue(tickets.open(dossier.dossierCode()).await().indefinitely().isEmpty());
        desk.mix();
        assertEquals(0, Database.sum("dossier_count", "finished", dossier.agencyCode()));
    }

    @Test
    void aDossierThatEndedTooLongAgoIsNotAskedAbout() throws SQLException {
        var now = Desk.dossier(Desk.newAgency());
        var old = new EndedDossier(
                now.dossierCode(),
                null,
                null,
                now.agencyCode(),
                now.outcome(),
                null,
                Vietnam.today().minusDays(31));
        desk.issue(List.of(old));
        assertTrue(tickets.open(old.dossierCode()).await().indefinitely().isEmpty());
        desk.mix();
        assertEquals(0, Database.sum("dossier_count", "finished", now.agencyCode()));
    }

    @Test
    void ticketsOfNeighbouringDossiersHaveNothingInCommon() {
        var first = desk.issue(Desk.dossier(Desk.newAgency()));
        var second = desk.issue(Desk.dossier(Desk.newAgency()));
        assertEquals(22, first.length());
        assertTrue(first.matches("[A-Za-z0-9_-]{22}"));
        assertNotEquals(first, second);
    }
}
