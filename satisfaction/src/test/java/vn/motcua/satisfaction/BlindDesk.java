package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import vn.motcua.openapi.Contract;

/** An app that exchanges its ticket and rates with the blind one. */
final class BlindDesk {
    private BlindDesk() {}

    /** A blind ticket as its owner holds it. */
    record Held(BlindKeyView key, String message, String signature) {}

    static BlindKeyView key(String ticket) {
        return given().filter(Contract.responsesOnly())
                .get("/v1/surveys/{ticket}/blind", ticket)
                .then()
                .statusCode(200)
                .extract()
                .as(BlindKeyView.class);
    }

    static Held exchange(String ticket) {
        var key = key(ticket);
        var publicKey = BlindRsa.publicKey(Base64.getDecoder().decode(key.publicKey()));
        var blinded = BlindClient.newTicket(publicKey);
        String signature = exchange(ticket, key.id(), blinded.blinded())
                .then()
                .statusCode(201)
                .extract()
                .path("signature");
        return held(key, blinded, Base64.getUrlDecoder().decode(signature));
    }

    static Held held(BlindKeyView key, BlindClient.Blinded blinded, byte[] blindSignature) {
        var publicKey = BlindRsa.publicKey(Base64.getDecoder().decode(key.publicKey()));
        return new Held(key, text(blinded.message()), text(blinded.finish(publicKey, blindSignature)));
    }

    static Response exchange(String ticket, String keyId, byte[] blinded) {
        return given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body(Map.of("keyId", keyId, "blindedMessage", text(blinded)))
                .post("/v1/surveys/{ticket}/blind", ticket);
    }

    static Response rate(Held ticket, int overall) {
        return given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body(body(ticket, overall))
                .post("/v1/satisfaction/blind-ratings");
    }

    static Response change(Held ticket, String receipt, int overall) {
        var body = body(ticket, overall);
        body.put("receipt", receipt);
        return given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/satisfaction/blind-ratings");
    }

    private static Map<String, Object> body(Held ticket, int overall) {
        return new HashMap<>(Map.of(
                "keyId",
                ticket.key().id(),
                "message",
                ticket.message(),
                "signature",
                ticket.signature(),
                "answers",
                Map.of("OVERALL", overall)));
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
