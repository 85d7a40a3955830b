package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.satisfaction.LedgerClient.allLeaves;
import static vn.motcua.satisfaction.LedgerClient.headsOf;
import static vn.motcua.satisfaction.LedgerClient.isSigned;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** Signed heads, and what everybody can check against them. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class LedgerHeadsTest {
    @Inject
    Desk desk;

    @Inject
    LedgerHeads heads;

    @Inject
    LedgerReads reads;

    @Inject
    Pool pool;

    @Test
    void everyEarlierHeadIsTheBeginningOfEveryLaterOne() {
        for (int i = 0; i < 3; i++) {
            desk.rate(Desk.newAgency(), 10 + i, 4);
            desk.sign();
        }
        var all = headsOf(given().filter(Contract.responsesOnly())
                .queryParam("limit", 100)
                .get("/v1/satisfaction/ledger/heads")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertTrue(all.size() >= 3);
        var newest = all.getFirst();
        for (var head : all) {
            var text = "motcua-satisfaction-ledger-head/1\n%d\n%s\n%d\n"
                    .formatted(head.size(), head.rootHash(), head.signedAt().toEpochSecond());
            assertTrue(isSigned(head.keyId(), text, head.signature()));
            var path = given().filter(Contract.responsesOnly())
                    .queryParams(Map.of("first", head.size(), "second", newest.size()))
                    .get("/v1/satisfaction/ledger/consistency")
                    .then()
                    .statusCode(200)
                    .extract()
                    .<List<String>>path("path");
            assertTrue(ProofCheck.consistent(
                    head.size(),
                    newest.size(),
                    ProofCheck.bytes(head.rootHash()),
                    ProofCheck.bytes(newest.rootHash()),
                    ProofCheck.bytes(path)));
        }
    }

    @Test
    void whoeverHasAllLeavesChecksAllOfIt() {
        desk.rate(Desk.newAgency(), 25, 3);
        desk.sign();
        var list = headsOf(given().queryParam("limit", 100)
                .get("/v1/satisfaction/ledger/heads")
                .asString());
        // The hundred newest heads: older ones are checked by nobody here, their leaves are.
        var checker = new LedgerChecker(list.reversed());
        allLeaves().forEach(leaf -> checker.leaf(leaf.encode()));
        checker.end();
        assertEquals(List.of(), checker.findings());
        assertTrue(checker.atoms() >= 6);
    }

    @Test
    void manyReplicasSignOneHead() {
        desk.rate(Desk.newAgency(), 10, 4);
        var at = latest().signedAt().toInstant().plusSeconds(1);
        var signed = Uni.join()
                .all(IntStream.range(0, 8).mapToObj(i -> heads.publish(at)).toList())
                .andFailFast()
                .await()
                .indefinitely();
        assertTrue(signed.stream().filter(done -> done).count() <= 1, signed.toString());
        var latest = latest();
        assertFalse(
                heads.publish(latest.signedAt().toInstant().plusSeconds(3600))
                        .await()
                        .indefinitely(),
                "a tree that did not grow is not signed again within the day");
        assertFalse(
                heads.publish(latest.signedAt().toInstant().minusSeconds(60))
                        .await()
                        .indefinitely(),
                "nor earlier than the last head");
    }

    @Test
    void wrongQuestionsGetProblems() {
        desk.sign();
        var size = latest().size();
        for (var wrong : List.of(
                Map.of("first", 0, "second", 1), Map.of("first", 2, "second", 1),
                Map.of("first", 1, "second", size + 1_000_000), Map.of("first", 1))) {
            given().filter(Contract.responsesOnly())
                    .queryParams(wrong)
                    .get("/v1/satisfaction/ledger/consistency")
                    .then()
                    .statusCode(400);
        }
        for (var wrong : List.of(Map.of("from", -1), Map.of("limit", 0), Map.of("limit", 5001))) {
            given().filter(Contract.responsesOnly())
                    .queryParams(wrong)
                    .get("/v1/satisfaction/ledger/leaves")
                    .then()
                    .statusCode(400);
        }
        given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body(Map.of("receipt", "not a receipt"))
                .post("/v1/satisfaction/ledger/proof")
                .then()
                .statusCode(400);
        given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body(Map.of("receipt", "3Jx0b1o3q6Yw9o0TqvJrBw"))
                .post("/v1/satisfaction/ledger/proof")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/rating-not-in-ledger"));
        given().filter(Contract.responsesOnly())
                .get("/v1/satisfaction/ledger/head")
                .then()
                .statusCode(200);
        given().filter(Contract.responsesOnly())
                .get("/v1/satisfaction/ledger/keys")
                .then()
                .statusCode(200);
    }

    private TreeHead latest() {
        return reads.latest(pool).await().indefinitely().orElseThrow();
    }
}
