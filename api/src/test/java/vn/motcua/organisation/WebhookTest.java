package vn.motcua.organisation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class WebhookTest extends WebhookCalls {
    @Inject
    DeliveryStore deliveries;

    @Inject
    WebhookDelivery delivery;

    @Inject
    OrganisationConfig config;

    @Test
    void eachChangeIsDeliveredSignedUnderTheIdOfItsEntry() {
        try (var receiver = new Receiver()) {
            var webhook = create(receiver.url(), 4);
            var start = firm.now();
            var code = Firm.freshDossier();
            firm.report(
                    code, "RECEIVED", Firm.daysAgo(1), ",\"handler\":{\"name\":\"Trần Văn Mẫu\",\"position\":\"x\"}");
            var message = receiver.await(1, SOON).getFirst();
            var entry = firm.read(start, 1).getFirst();
            assertEquals("msg_" + entry.get("id"), message.header("webhook-id"));
            assertEquals("/hooks?key=k1", message.path());
            assertEquals("application/json", message.header("content-type"));
            assertEquals(
                    WebhookSecret.signatures(
                            List.of(webhook.getString("secret")),
                            message.header("webhook-id"),
                            Long.parseLong(message.header("webhook-timestamp")),
                            message.body()),
                    message.header("webhook-signature"));
            var body = new JsonObject(message.body());
            assertEquals("dossier.changed", body.getString("type"));
            assertEquals(code, body.getJsonObject("data").getString("dossierCode"));
            assertEquals("RECEIVED", body.getJsonObject("data").getString("status"));
            assertFalse(message.body().contains(firm.code()));
            assertFalse(message.body().contains("Mẫu"));
        }
    }

    @Test
    void afterAFailureOfAnyKindTheSameMessageComesAgain() {
        for (var manner : new Receiver.Manner[] {
            Receiver.Manner.ERROR, Receiver.Manner.CUT, Receiver.Manner.REDIRECT, Receiver.Manner.SILENT
        }) {
            try (var receiver = new Receiver()) {
                receiver.behave(message -> receiver.received().size() < 3 ? manner : Receiver.Manner.OK);
                var id = create(receiver.url(), 4).getString("id");
                firm.report(Firm.freshDossier(), "RECEIVED", Firm.daysAgo(1));
                var calls = receiver.await(3, SOON);
                assertEquals(
                        1,
                        calls.stream()
                                .map(call -> call.header("webhook-id"))
                                .distinct()
                                .count(),
                        manner.name());
                assertEquals(
                        1,
                        calls.stream().map(Receiver.Received::body).distinct().count());
                assertTrue(calls.stream().allMatch(call -> call.path().startsWith("/hooks")), "followed a redirect");
                eventually(id, state -> state.getInt("waiting") == 0 && state.getInt("failures") == 0);
                firm.request().delete(firm.at("/webhooks/" + id)).then().statusCode(204);
            }
        }
    }

    @Test
    void aMessageThatIsNeverTakenHoldsUpItsOwnDossierAlone() {
        try (var receiver = new Receiver()) {
            var poison = Firm.freshDossier();
            receiver.behave(message -> message.body().contains(poison) ? Receiver.Manner.ERROR : Receiver.Manner.OK);
            var id = create(receiver.url(), 2).getString("id");
            firm.report(poison, "RECEIVED", Firm.daysAgo(2));
            firm.report(poison, "IN_PROGRESS", Firm.daysAgo(1));
            var others = new HashSet<String>();
            for (int i = 0; i < 10; i++) {
                var code = Firm.freshDossier();
                others.add(code);
                firm.report(code, "RECEIVED", Firm.daysAgo(1));
            }
            await(() -> {
                var delivered = new HashSet<String>();
                receiver.received().forEach(call -> delivered.add(code(call)));
                return delivered.containsAll(others);
            });
            assertTrue(receiver.received().stream()
                    .filter(call -> code(call).equals(poison))
                    .allMatch(call -> call.body().contains("RECEIVED")));
            // Given up after its time, it makes room for the next one of its dossier.
            eventually(id, state -> state.getInt("deadLetters") >= 1);
            await(() -> receiver.received().stream()
                    .anyMatch(
                            call -> call.body().contains(poison) && call.body().contains("IN_PROGRESS")));
            var letter = firm.request()
                    .get(firm.at("/webhooks/" + id + "/dead-letters"))
                    .jsonPath();
            assertEquals(poison, letter.getString("items[0].dossierCode"));
            assertEquals("STATUS_500", letter.getString("items[0].lastError"));
            receiver.behave(Receiver.Manner.OK);
            int calls = receiver.received().size();
            firm.request()
                    .post(firm.at("/webhooks/" + id + "/dead-letters/" + letter.getString("items[0].id") + "/resend"))
                    .then()
                    .statusCode(204);
            receiver.await(calls + 1, SOON);
            firm.request()
                    .post(firm.at("/webhooks/" + id + "/dead-letters/01900000-0000-7000-8000-000000000002/resend"))
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void anEndpointThatFailsForTooLongIsDisabledItsFirmIsToldAndMissesNothingAfterwards() {
        try (var receiver = new Receiver().behave(Receiver.Manner.ERROR)) {
            var id = create(receiver.url(), 4).getString("id");
            var start = firm.now();
            var codes = new ArrayList<String>();
            for (int i = 0; i < 3; i++) {
                codes.add(Firm.freshDossier());
                firm.report(codes.getLast(), "RECEIVED", Firm.daysAgo(1));
            }
            var disabled = eventually(id, state -> state.getString("state").equals("DISABLED"));
            assertEquals("STATUS_500", disabled.getString("lastError"));
            assertEquals(0, disabled.getInt("waiting"));
            assertEquals(3, disabled.getInt("deadLetters"));
            var told = firm.read(start, 4).getLast();
            assertEquals("WEBHOOK_DISABLED", told.get("kind"));
            assertEquals(id, told.get("webhookId"));
            codes.add(Firm.freshDossier());
            firm.report(codes.getLast(), "RECEIVED", Firm.daysAgo(1)); // while nobody delivers
            firm.read(start, 5);
            int before = receiver.received().size();
            receiver.behave(Receiver.Manner.OK);
            change(id, receiver.url(), true).then().statusCode(200).body("state", equalTo("ACTIVE"));
            replay(id, disabled.getString("resumeCursor"))
                    .then()
                    .statusCode(200)
                    .body("queued", equalTo(1));
            receiver.await(before + 1, SOON);
            replay(id, start).then().statusCode(200);
            await(() -> {
                var delivered = new HashSet<String>();
                receiver.received().stream().skip(before).forEach(call -> delivered.add(code(call)));
                return delivered.containsAll(codes);
            });
        }
    }

    @Test
    void aMessageThatWaitedWhileItsEndpointWasPausedIsNotOldForThat() throws SQLException {
        try (var receiver = new Receiver().behave(Receiver.Manner.ERROR)) {
            var id = create(receiver.url(), 4).getString("id");
            firm.report(Firm.freshDossier(), "RECEIVED", Firm.daysAgo(1));
            receiver.await(1, SOON);
            eventually(id, now -> now.getInt("failures") > 0);
            // Written again as it is, it goes on failing.
            change(id, receiver.url(), true).then().statusCode(200).body("failures", greaterThan(0));
            change(id, receiver.url(), false).then().statusCode(200).body("state", equalTo("PAUSED"));
            try (var owner = LocalParts.postgres().connectAsOwner();
                    var sql = owner.createStatement()) {
                assertEquals(
                        1,
                        sql.executeUpdate("update organisation.delivery set created_at = now() - interval '9 days',"
                                + " attempts = 10 where webhook = '" + id + "'"));
            }
            int before = receiver.received().size();
            receiver.behave(
                    message -> receiver.received().size() <= before + 1 ? Receiver.Manner.ERROR : Receiver.Manner.OK);
            change(id, receiver.url(), true).then().statusCode(200);
            receiver.await(before + 2, SOON);
            var state = eventually(id, now -> now.getInt("waiting") == 0);
            assertEquals("ACTIVE", state.getString("state"));
            assertEquals(0, state.getInt("deadLetters"));
        }
    }

    @Test
    void whoAnswersGoneIsDisabledAtOnce() {
        try (var receiver = new Receiver().behave(Receiver.Manner.GONE)) {
            var id = create(receiver.url(), 4).getString("id");
            firm.report(Firm.freshDossier(), "RECEIVED", Firm.daysAgo(1));
            var state = eventually(id, now -> now.getString("state").equals("DISABLED"));
            assertEquals("STATUS_410", state.getString("lastError"));
            assertEquals(1, receiver.received().size());
        }
    }

    @Test
    void aSilentEndpointDoesNotSlowTheOthers() {
        var slow = new Firm();
        try (var silent = new Receiver().behave(Receiver.Manner.SILENT);
                var quick = new Receiver()) {
            create(slow, silent.url(), 8);
            create(quick.url(), 4);
            for (int i = 0; i < 20; i++) {
                slow.report(Firm.freshDossier(), "RECEIVED", Firm.daysAgo(1));
            }
            silent.await(3, SOON);
            var code = Firm.freshDossier();
            long begun = System.nanoTime();
            firm.report(code, "RECEIVED", Firm.daysAgo(1));
            var call = quick.await(1, SOON).getFirst();
            assertEquals(code, code(call));
            assertTrue(call.at() - begun < 2 * config.webhook().timeout().toNanos(), "waited for the silent one");
        }
    }

    @Test
    void severalReplicasDeliverEachMessageOnceInOrderAndWithinTheLimit() {
        for (int places : new int[] {1, 3}) {
            try (var receiver = new Receiver().behave(Receiver.Manner.SLOW);
                    var second = new WebhookDispatcher(deliveries, delivery, config.webhook());
                    var third = new WebhookDispatcher(deliveries, delivery, config.webhook())) {
                second.start();
                third.start();
                var own = new Firm();
                create(own, receiver.url(), places);
                var start = own.now();
                var codes = List.of(Firm.freshDossier(), Firm.freshDossier(), Firm.freshDossier(), Firm.freshDossier());
                for (int step = 0; step < 5; step++) {
                    for (var code : codes) {
                        own.report(code, step % 2 == 0 ? "RECEIVED" : "IN_PROGRESS", Firm.daysAgo(9 - step));
                    }
                    second.ring();
                    third.ring();
                }
                receiver.await(20, SOON);
                Receiver.pause(300);
                var calls = receiver.received();
                assertEquals(20, calls.size());
                assertTrue(receiver.mostAtOnce() <= places, receiver.mostAtOnce() + " at once");
                var feed = own.read(start, 20).stream()
                        .map(entry -> "msg_" + entry.get("id"))
                        .toList();
                var arrived =
                        calls.stream().map(call -> call.header("webhook-id")).toList();
                if (places == 1) {
                    assertEquals(feed, arrived);
                }
                assertEquals(byDossier(calls, feed), byDossier(calls, arrived));
            }
        }
    }
}
