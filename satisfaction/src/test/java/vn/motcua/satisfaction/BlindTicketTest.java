package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class BlindTicketTest {
    @Inject
    Desk desk;

    @Test
    void tenRatingsWithBlindTicketsCountForAgencyAndMonthAndNothingElse() throws SQLException {
        var agency = Desk.newAgency();
        var held = new ArrayList<BlindDesk.Held>();
        for (var dossier : Desk.dossiers(agency, 10)) {
            held.add(BlindDesk.exchange(desk.issue(dossier)));
        }
        assertEquals(1, held.stream().map(h -> h.key().id()).distinct().count(), "one key for all");
        for (var ticket : held) {
            BlindDesk.rate(ticket, 4).then().statusCode(201);
        }
        desk.mix();
        assertEquals(
                10,
                Database.count(
                        "rating where agency = ? and (field, procedure, outcome, channel) = ('*', '*', '*', '*')",
                        agency));
        assertEquals(10, Database.sum("board", "level4", agency) / 3, "in month, quarter and year");
        assertEquals(10, Database.sum("dossier_count", "finished", agency));
        given().filter(Contract.responsesOnly())
                .get("/v1/satisfaction/blind-keys?agency=" + agency)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(held.getFirst().key().id()))
                .body("items[0].issuedAtLeast", equalTo(10));
    }

    @Test
    void theSameAnswersGetTheSameReceiptAndOthersAreAConflict() throws SQLException {
        var agency = Desk.newAgency();
        var held = BlindDesk.exchange(desk.issue(Desk.dossier(agency)));
        String receipt =
                BlindDesk.rate(held, 5).then().statusCode(201).extract().path("receipt");
        BlindDesk.rate(held, 5).then().statusCode(201).body("receipt", equalTo(receipt));
        BlindDesk.rate(held, 4).then().statusCode(409).body("type", equalTo("/problems/ticket-already-used"));
        assertEquals(1, Database.count("resting where agency = ?", agency));
    }

    @Test
    void ofTwentyAtOnceOneCountsAndAllGetItsReceipt() throws Exception {
        var agency = Desk.newAgency();
        var held = BlindDesk.exchange(desk.issue(Desk.dossier(agency)));
        Callable<String> rate =
                () -> BlindDesk.rate(held, 3).then().statusCode(201).extract().path("receipt");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var receipts = new ArrayList<String>();
            for (var done : threads.invokeAll(java.util.Collections.nCopies(20, rate))) {
                receipts.add(done.get());
            }
            assertEquals(1, receipts.stream().distinct().count());
        }
        assertEquals(1, Database.count("resting where agency = ?", agency));
    }

    @Test
    void theReceiptChangesTheAnswersWhileTheyRest() {
        var held = BlindDesk.exchange(desk.issue(Desk.dossier(Desk.newAgency())));
        BlindDesk.change(held, "x", 2).then().statusCode(404).body("type", equalTo("/problems/receipt-not-found"));
        String receipt =
                BlindDesk.rate(held, 5).then().statusCode(201).extract().path("receipt");
        BlindDesk.change(held, "x", 2).then().statusCode(404);
        BlindDesk.change(held, receipt, 2).then().statusCode(200).body("receipt", equalTo(receipt));
        BlindDesk.rate(held, 2).then().statusCode(201);
        BlindDesk.rate(held, 5).then().statusCode(409);
    }

    @Test
    void afterMixingNobodyFindsItAgain() {
        var agency = Desk.newAgency();
        var held = new ArrayList<BlindDesk.Held>();
        for (var dossier : Desk.dossiers(agency, 10)) {
            held.add(BlindDesk.exchange(desk.issue(dossier)));
        }
        held.forEach(ticket -> BlindDesk.rate(ticket, 4).then().statusCode(201));
        String receipt = BlindDesk.rate(held.getFirst(), 4).path("receipt");
        desk.mix();
        BlindDesk.change(held.getFirst(), receipt, 1)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/rating-final"));
    }

    @Test
    void anExchangedTicketIsUsedUpAndTheExchangeCanBeRepeated() {
        var ticket = desk.issue(Desk.dossier(Desk.newAgency()));
        var key = BlindDesk.key(ticket);
        var publicKey = BlindRsa.publicKey(Base64.getDecoder().decode(key.publicKey()));
        var first = BlindClient.newTicket(publicKey);
        var signature = BlindDesk.exchange(ticket, key.id(), first.blinded())
                .then()
                .statusCode(201)
                .extract()
                .asString();
        assertEquals(
                signature,
                BlindDesk.exchange(ticket, key.id(), first.blinded()).asString(),
                "a lost answer is given again");
        var second = BlindClient.newTicket(publicKey);
        BlindDesk.exchange(ticket, key.id(), second.blinded())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/ticket-already-used"));
        given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body("{\"answers\":{\"OVERALL\":5}}")
                .post("/v1/surveys/{ticket}/rating", ticket)
                .then()
                .statusCode(409);
        given().filter(Contract.responsesOnly())
                .get("/v1/surveys/{ticket}/blind", ticket)
                .then()
                .statusCode(409);
    }

    @Test
    void aRatedTicketCannotBeExchangedAndAnUnknownOneHasNoKey() {
        var dossier = Desk.dossier(Desk.newAgency());
        desk.lay(List.of(dossier), Desk.all(3));
        given().filter(Contract.responsesOnly())
                .get("/v1/surveys/{ticket}/blind", "AAAAAAAAAAAAAAAAAAAAAA")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/ticket-not-found"));
        var other = desk.issue(Desk.dossier(Desk.newAgency()));
        var key = BlindDesk.key(other);
        BlindDesk.exchange("AAAAAAAAAAAAAAAAAAAAAA", key.id(), new byte[256])
                .then()
                .statusCode(404);
        BlindDesk.exchange(other, key.id(), new byte[256]).then().statusCode(400);
        BlindDesk.exchange(desk.ticketOf(dossier), key.id(), new byte[] {1})
                .then()
                .statusCode(400);
    }

    @Test
    void theKeyOfAnotherAgencySignsNothingForThisTicket() {
        var ticket = desk.issue(Desk.dossier(Desk.newAgency()));
        var other = BlindDesk.key(desk.issue(Desk.dossier(Desk.newAgency())));
        assertNotEquals(other.id(), BlindDesk.key(ticket).id());
        var publicKey = BlindRsa.publicKey(Base64.getDecoder().decode(other.publicKey()));
        BlindDesk.exchange(ticket, other.id(), BlindClient.newTicket(publicKey).blinded())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/blindedMessage"));
        BlindDesk.exchange(ticket).key();
    }

    @Test
    void aTicketCannotBeMadeWithoutTheServiceNorRedeemedForAnotherAgency() {
        var held = BlindDesk.exchange(desk.issue(Desk.dossier(Desk.newAgency())));
        var other = BlindDesk.exchange(desk.issue(Desk.dossier(Desk.newAgency())));
        for (var forged : List.of(
                new BlindDesk.Held(held.key(), other.message(), held.signature()),
                new BlindDesk.Held(other.key(), held.message(), held.signature()),
                new BlindDesk.Held(held.key(), held.message(), "AAAA"),
                new BlindDesk.Held(held.key(), held.message(), "đ"),
                new BlindDesk.Held(held.key(), "AAAA", held.signature()))) {
            BlindDesk.rate(forged, 5).then().statusCode(404).body("type", equalTo("/problems/ticket-not-found"));
        }
        BlindDesk.rate(held, 5).then().statusCode(201);
    }

    @Test
    void anExpiredBlindTicketIsGoneButItsReceiptIsNot() throws SQLException {
        var agency = Desk.newAgency();
        var rated = BlindDesk.exchange(desk.issue(Desk.dossier(agency)));
        var late = BlindDesk.exchange(desk.issue(Desk.dossier(agency)));
        BlindDesk.rate(rated, 5).then().statusCode(201);
        Database.execute("update satisfaction.blind_key set redeem_until = current_date - 2 where agency = ?", agency);
        BlindDesk.rate(late, 5).then().statusCode(410).body("type", equalTo("/problems/ticket-expired"));
        BlindDesk.rate(rated, 5).then().statusCode(201);
    }
}
