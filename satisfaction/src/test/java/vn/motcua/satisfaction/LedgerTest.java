package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.satisfaction.LedgerClient.commitment;
import static vn.motcua.satisfaction.LedgerClient.included;
import static vn.motcua.satisfaction.LedgerClient.isSigned;
import static vn.motcua.satisfaction.LedgerClient.proof;
import static vn.motcua.satisfaction.LedgerClient.proofStatus;
import static vn.motcua.satisfaction.LedgerClient.rate;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** The ledger as everybody sees it from outside: promises, proofs, heads. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class LedgerTest {
    private static final Map<String, Integer> ANSWERS =
            Map.of("ACCESS", 5, "PROCEDURE", 4, "OFFICIALS", 5, "RESULT", 4, "FEEDBACK", 3, "OVERALL", 4);

    @Inject
    Desk desk;

    @Inject
    Ledger ledger;

    @Inject
    MixStore store;

    @Inject
    Questionnaires questionnaires;

    @Inject
    Pool pool;

    @Test
    void theHolderOfAReceiptFindsTheRatingAndOpensIt() {
        var agency = Desk.newAgency();
        desk.lay(Desk.dossiers(agency, 11), Desk.all(2));
        var rated = rate(desk.issue(Desk.dossier(agency)), ANSWERS);
        desk.mix();
        sign();
        var proof = proof(rated.receipt());
        var head = proof.head();
        assertEquals(2, proof.entries().size(), "the rating and its batch");
        for (var entry : proof.entries()) {
            assertTrue(included(head, entry), entry.leaf());
        }
        var leaf = new JsonObject(proof.entries().getFirst().leaf());
        var batch = new JsonObject(proof.entries().getLast().leaf());
        assertEquals("RATING", leaf.getString("type"));
        assertEquals(rated.promise().getString("id"), leaf.getString("id"));
        assertEquals(commitment(rated.receipt(), agency, 3), leaf.getString("commitment"));
        assertNotEquals(
                commitment(rated.receipt(), agency, 4), leaf.getString("commitment"), "other answers do not fit");
        assertNotEquals(
                commitment(rated.receipt(), "T1", 3), leaf.getString("commitment"), "another agency does not fit");
        assertEquals(agency, batch.getString("agency"));
        assertEquals(12, batch.getInteger("n"));
    }

    @Test
    void thePromiseIsSignedTheSameWhenAskedAgainAndGoneWhenKept() {
        var agency = Desk.newAgency();
        var ticket = desk.issue(Desk.dossier(agency));
        var first = rate(ticket, ANSWERS);
        var promise = first.promise();
        var text = "motcua-satisfaction-promise/1\n%s\n%s\n%s\n"
                .formatted(promise.getString("id"), promise.getString("commitment"), promise.getString("by"));
        assertTrue(isSigned(promise.getString("keyId"), text, promise.getString("signature")));
        assertEquals(commitment(first.receipt(), agency, 3), promise.getString("commitment"));
        assertEquals(Vietnam.today().plusDays(7).toString(), promise.getString("by"));
        assertEquals(promise, rate(ticket, ANSWERS).promise());
        desk.rate(Desk.dossiers(agency, 11), Desk.all(5));
        assertEquals(null, rate(ticket, ANSWERS).promise(), "the ledger has it: a proof is better than a promise");
    }

    @Test
    void aChangeIsPromisedAnew() {
        var agency = Desk.newAgency();
        var ticket = desk.issue(Desk.dossier(agency));
        var first = rate(ticket, ANSWERS);
        var other = new HashMap<>(ANSWERS);
        other.put("FEEDBACK", 1);
        var changed = given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body(Map.of("receipt", first.receipt(), "answers", other))
                .put("/v1/surveys/{ticket}/rating", ticket)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var promise = new JsonObject(changed).getJsonObject("promise");
        assertEquals(first.promise().getString("id"), promise.getString("id"));
        assertEquals(commitment(first.receipt(), agency, 1), promise.getString("commitment"));
    }

    @Test
    void whatNeverReachesTenIsHeldBeforeThePromisedDayAndStaysAsItIs() {
        var agency = Desk.newAgency();
        var ticket = desk.issue(Desk.dossier(agency));
        var rated = rate(ticket, ANSWERS);
        assertEquals(404, proofStatus(rated.receipt()));
        desk.mix(Vietnam.today().plusDays(5));
        sign();
        assertEquals(404, proofStatus(rated.receipt()), "not yet");
        desk.mix(Vietnam.today().plusDays(6));
        sign();
        var held = proof(rated.receipt());
        assertEquals(1, held.entries().size());
        assertTrue(included(held.head(), held.entries().getFirst()));
        var leaf = new JsonObject(held.entries().getFirst().leaf());
        assertEquals("HELD", leaf.getString("type"));
        assertEquals(rated.promise().getString("commitment"), leaf.getString("commitment"));
        given().contentType(ContentType.JSON)
                .body(Map.of("receipt", rated.receipt(), "answers", Map.of("OVERALL", 1)))
                .put("/v1/surveys/{ticket}/rating", ticket)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/rating-final"));

        desk.rate(Desk.dossiers(agency, 9), Desk.all(5));
        sign();
        var counted = proof(rated.receipt());
        assertEquals(List.of("HELD", "RATING", "BATCH"), types(counted));
        counted.entries().forEach(entry -> assertTrue(included(counted.head(), entry)));
    }

    @Test
    void ratingsAreSetAsideAndDecidedOnInPublic() {
        var agency = Desk.newAgency();
        var pile = new Mixer.Pile("SHORT", 1, agency);
        var cell = new Cell(YearMonth.of(2026, 11), "F.HOTICH", Cell.ANY, Cell.ANY, Cell.ANY);
        var asked = questionnaires.asked(pool, "SHORT", 1).await().indefinitely();
        var receipts =
                IntStream.range(0, 10).mapToObj(i -> "receipt" + i + agency).toList();
        var ratings = receipts.stream()
                .map(receipt -> new Opened(new Answers(List.of(5, 5, 5, 5, 5, 5)), LeafSecret.of(receipt)))
                .toList();
        var batch = new AtomicLong();
        inTransaction(transaction -> ledger.open(transaction)
                .invoke(entries -> batch.set(entries.setAside(pile, asked, cell, ratings, "BURST")))
                .chain(entries -> store.insert(
                                transaction,
                                pile,
                                ratings.stream()
                                        .map(rating -> new MixStore.Mixed(cell, rating.answers(), batch.get()))
                                        .toList())
                        .chain(() -> ledger.close(transaction, entries))));
        sign();
        assertEquals(List.of("RATING", "SET_ASIDE"), types(proof(receipts.getFirst())));
        inTransaction(transaction -> ledger.open(transaction)
                .invoke(entries -> ledger.decide(entries, batch.get(), false, "bought tickets"))
                .chain(entries -> ledger.close(transaction, entries)));
        sign();
        var proof = proof(receipts.getLast());
        assertEquals(List.of("RATING", "SET_ASIDE", "REJECTED"), types(proof));
        proof.entries().forEach(entry -> assertTrue(included(proof.head(), entry)));
        assertEquals("bought tickets", new JsonObject(proof.entries().getLast().leaf()).getString("reason"));
    }

    @Test
    void theOrderOfLeavesTellsNothingOfTheOrderOfRatings() throws SQLException {
        var agency = Desk.newAgency();
        var receipts = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            receipts.add(rate(desk.issue(Desk.dossier(agency)), ANSWERS).receipt());
        }
        desk.mix();
        var ids = receipts.stream()
                .map(receipt -> LeafSecret.text(LeafSecret.of(receipt).id()))
                .toList();
        var order = Database.rows(
                        "select leaf from satisfaction.ledger_leaf where type = 'RATING' and ? <> '' order by index",
                        "x")
                .stream()
                .map(row -> new JsonObject(row.getFirst()).getString("id"))
                .filter(ids::contains)
                .toList();
        assertEquals(40, order.size());
        assertEquals(
                ids.stream()
                        .map(ProofCheck::bytes)
                        .map(ByteBuffer::wrap)
                        .sorted()
                        .toList(),
                order.stream().map(ProofCheck::bytes).map(ByteBuffer::wrap).toList());
    }

    @Test
    void nothingStoredLeadsFromTicketOrRestToALeaf() throws SQLException {
        var agency = Desk.newAgency();
        var ticket = desk.issue(Desk.dossier(agency));
        var rated = rate(ticket, ANSWERS);
        var before = new ArrayList<String>();
        for (var table : List.of("resting", "ticket")) {
            Database.rows("select * from satisfaction." + table + " where ? <> ''", "x")
                    .forEach(before::addAll);
        }
        desk.rate(Desk.dossiers(agency, 9), Desk.all(4));
        var id = LeafSecret.of(rated.receipt()).id();
        var hex = "\\x" + HexFormat.of().formatHex(id);
        assertTrue(before.stream().filter(Objects::nonNull).noneMatch(value -> value.contains(hex.substring(2))));
        var leaves = Database.rows("select leaf from satisfaction.ledger_leaf where rating_id = ?::bytea", hex);
        assertEquals(1, leaves.size(), "the leaf is there");
        for (var secret : List.of(ticket, rated.receipt())) {
            assertFalse(leaves.getFirst().getFirst().contains(secret));
        }
    }

    private static List<String> types(LedgerProof proof) {
        return proof.entries().stream()
                .map(entry -> new JsonObject(entry.leaf()).getString("type"))
                .toList();
    }

    private void inTransaction(Function<SqlConnection, Uni<Void>> work) {
        pool.withTransaction(work).await().indefinitely();
    }

    private void sign() {
        desk.sign();
    }
}
