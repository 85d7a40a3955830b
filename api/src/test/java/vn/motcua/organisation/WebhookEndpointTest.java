package vn.motcua.organisation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** Endpoints as a firm keeps them: shown, changed, tried, with secrets that nobody else reads. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class WebhookEndpointTest extends WebhookCalls {
    @Test
    void aNewSecretSignsBesideTheFormerOneForAWhile() throws SQLException {
        try (var receiver = new Receiver()) {
            var webhook = create(receiver.url(), 4);
            var id = webhook.getString("id");
            var fresh = firm.request()
                    .post(firm.at("/webhooks/" + id + "/secret"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ping(id).then().statusCode(200).body("delivered", equalTo(true)).body("status", equalTo(204));
            var call = receiver.received().getFirst();
            assertEquals(
                    WebhookSecret.signatures(
                            List.of(fresh.getString("secret"), webhook.getString("secret")),
                            call.header("webhook-id"),
                            Long.parseLong(call.header("webhook-timestamp")),
                            call.body()),
                    call.header("webhook-signature"));
            assertEquals("ping", new JsonObject(call.body()).getString("type"));
            try (var connection = LocalParts.postgres().connectAsOwner();
                    var sql = connection.createStatement()) {
                sql.executeUpdate("update organisation.webhook set previous_until = now(), pinged_at = null");
            }
            ping(id).then().statusCode(200);
            assertFalse(receiver.received().get(1).header("webhook-signature").contains(" "));
            ping(id).then().statusCode(429);
        }
    }

    @Test
    void nothingInsideOurNetworkIsCalled() {
        for (var url :
                new String[] {"http://10.1.2.3/x", "http://169.254.169.254/latest/meta-data", "http://[::1]:9/"}) {
            var id = create(url, 1).getString("id");
            ping(id).then()
                    .statusCode(200)
                    .body("delivered", equalTo(false))
                    .body("error", equalTo("TARGET_NOT_ALLOWED"));
        }
        for (var url : new String[] {"ftp://firm.example/", "http://user@firm.example/", "nothing", "http://x/#y"}) {
            firm.unchecked()
                    .filter(Contract.responsesOnly())
                    .contentType("application/json")
                    .body(Map.of("url", url))
                    .post(firm.at("/webhooks"))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/url"));
        }
    }

    @Test
    void anEndpointIsShownChangedAndDeletedByItsOwnFirmAlone() {
        var id = create("https://hooks.example/a", 2).getString("id");
        firm.request()
                .get(firm.at("/webhooks"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].secret", equalTo(null));
        change(id, "https://hooks.example/b", false)
                .then()
                .statusCode(200)
                .body("state", equalTo("PAUSED"))
                .body("url", equalTo("https://hooks.example/b"))
                .body("resumeCursor", startsWith(""));
        var other = new Firm();
        for (var path : new String[] {"", "/dead-letters"}) {
            other.request()
                    .get(other.at("/webhooks/" + id + path))
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/webhook-not-found"));
        }
        other.request().delete(other.at("/webhooks/" + id)).then().statusCode(404);
        for (int i = 1; i < 10; i++) {
            create("https://hooks.example/" + i, 1);
        }
        firm.request()
                .contentType("application/json")
                .body(Map.of("url", "https://hooks.example/11"))
                .post(firm.at("/webhooks"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/limit-reached"));
        firm.request().delete(firm.at("/webhooks/" + id)).then().statusCode(204);
        firm.request().get(firm.at("/webhooks/" + id)).then().statusCode(404);
        replay(id, firm.now()).then().statusCode(404);
    }

    @Test
    void addressesAndSecretsLieSealedInTheTable() throws SQLException {
        var webhook = create("https://hooks.example/very-secret-path", 1);
        try (var connection = LocalParts.postgres().connectAsOwner();
                var sql = connection.createStatement();
                var rows = sql.executeQuery("select w::text from organisation.webhook w")) {
            while (rows.next()) {
                for (var secret : new String[] {webhook.getString("secret"), "whsec_", "very-secret-path"}) {
                    assertFalse(rows.getString(1).contains(secret));
                    assertFalse(rows.getString(1)
                            .contains(java.util.HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))));
                }
            }
        }
    }
}
