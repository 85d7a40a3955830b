package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.Ed25519;

/** Rates and asks the ledger as anybody does, over HTTP, every answer held against the contract. */
final class LedgerClient {
    private LedgerClient() {}

    record Rated(String receipt, JsonObject promise) {}

    static Rated rate(String ticket, Map<String, Integer> answers) {
        var answer = new JsonObject(given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body(Map.of("answers", answers))
                .post("/v1/surveys/{ticket}/rating", ticket)
                .then()
                .statusCode(201)
                .extract()
                .asString());
        return new Rated(answer.getString("receipt"), answer.getJsonObject("promise"));
    }

    /** Made from the contract's words, not by the code of the service. */
    static String commitment(String receipt, String agency, int feedback) {
        var secret = LeafSecret.hmac(receipt.getBytes(StandardCharsets.UTF_8), "motcua-ledger/1");
        var text = "motcua-rating/1\nSHORT/1\n%s\nACCESS=5,PROCEDURE=4,OFFICIALS=5,RESULT=4,FEEDBACK=%d,OVERALL=4"
                .formatted(agency, feedback);
        return LeafSecret.text(LeafSecret.hmac(LeafSecret.hmac(secret, "blinding"), text));
    }

    static boolean included(TreeHead head, LedgerEntry entry) {
        return ProofCheck.included(
                entry.index(),
                head.size(),
                LedgerTree.leaf(entry.leaf()),
                ProofCheck.bytes(entry.path()),
                ProofCheck.bytes(head.rootHash()));
    }

    static int proofStatus(String receipt) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("receipt", receipt))
                .post("/v1/satisfaction/ledger/proof")
                .statusCode();
    }

    static LedgerProof proof(String receipt) {
        var answer = new JsonObject(given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body(Map.of("receipt", receipt))
                .post("/v1/satisfaction/ledger/proof")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        return new LedgerProof(
                head(answer.getJsonObject("head")),
                answer.getJsonArray("entries").stream()
                        .map(JsonObject.class::cast)
                        .map(entry -> new LedgerEntry(
                                entry.getLong("index"),
                                entry.getString("leaf"),
                                entry.getJsonArray("path").stream()
                                        .map(String.class::cast)
                                        .toList()))
                        .toList());
    }

    static List<TreeHead> headsOf(String page) {
        return new JsonObject(page)
                .getJsonArray("items").stream()
                        .map(JsonObject.class::cast)
                        .map(LedgerClient::head)
                        .toList();
    }

    static TreeHead head(JsonObject head) {
        return new TreeHead(
                head.getLong("size"),
                head.getString("rootHash"),
                OffsetDateTime.parse(head.getString("signedAt")),
                head.getString("keyId"),
                head.getString("signature"));
    }

    static List<JsonObject> allLeaves() {
        var all = new ArrayList<JsonObject>();
        while (true) {
            var page = new JsonObject(given().filter(Contract.responsesOnly())
                    .queryParams(Map.of("from", all.size(), "limit", 2_000))
                    .get("/v1/satisfaction/ledger/leaves")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            page.getJsonArray("leaves").forEach(leaf -> all.add(new JsonObject((String) leaf)));
            if (all.size() >= page.getLong("size")) {
                return all;
            }
        }
    }

    static boolean isSigned(String keyId, String text, String signature) {
        return given().get("/v1/satisfaction/ledger/keys").jsonPath().getList("keys", Map.class).stream()
                .filter(key -> keyId.equals(key.get("kid")))
                .anyMatch(key -> new Ed25519.PublicKey((String) key.get("x"), keyId)
                        .verifies(text.getBytes(StandardCharsets.US_ASCII), signature));
    }
}
