package vn.motcua.notification;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class DeliveryTest extends Dispatching {
    @Test
    void pushSaysTheNeutralWordsAndTheIdAndNothingElse() {
        var reader = personWith("phone", "vi");
        var english = personWith("phone", "en");
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(reader.key(), CODE), People.news(english.key(), CODE)));
        await(() -> fcm.delivered() == 2);

        var message = fcm.received(reader.token()).getFirst().message();
        var id = People.look(
                "select id from notification.message where person_key = ?",
                reader.key().value());
        assertEquals(new JsonObject().put("notificationId", id.getFirst()), message.getJsonObject("data"));
        assertEquals(
                new JsonObject().put("title", "Một Cửa").put("body", "Hồ sơ của bạn có cập nhật mới"),
                message.getJsonObject("notification"));
        assertEquals(
                "Your dossier has an update",
                fcm.received(english.token())
                        .getFirst()
                        .message()
                        .getJsonObject("notification")
                        .getString("body"));
        assertEquals(Set.of("token", "data", "notification", "android", "apns", "webpush"), message.fieldNames());
        await(() -> People.look(OUTCOMES, reader.key().value()).equals(List.of("SENT")));
        assertEquals(List.of(), People.look(WAITING, reader.key().value()));
    }

    @Test
    void nothingPrivateIsInAnyPush() {
        var person = personWith("phone", "vi");
        var invited = new Notice(
                person.key(),
                Notice.Kind.RATING_INVITATION,
                CODE,
                Map.of("agency", "UBND phường Mẫu", "procedure", "Đăng ký khai sinh", "name", "Nguyễn Thị Mẫu"));
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE), invited));
        await(() -> fcm.delivered() == 2);
        for (var received : fcm.received(person.token())) {
            var text = received.message().encode();
            for (var secret : List.of(
                    CODE,
                    "H44",
                    "0975",
                    "Mẫu",
                    "khai sinh",
                    "Đang xử lý",
                    person.key().value().toString())) {
                assertFalse(text.contains(secret), secret);
            }
        }
    }

    @Test
    void pushesAboutOneDossierCollapseAndAboutTwoDoNot() {
        var person = personWith("phone", "vi");
        dispatch(TestConfig.USUAL);
        People.tell(
                pool,
                notifications,
                List.of(
                        People.news(person.key(), CODE),
                        People.news(person.key(), CODE),
                        People.news(person.key(), "H44-261008-0001")));
        await(() -> fcm.delivered() == 3);
        var keys = fcm.received(person.token()).stream()
                .map(r -> r.message().getJsonObject("android").getString("collapse_key"))
                .toList();
        assertEquals(2, keys.stream().distinct().count());
    }

    @Test
    void deadTokenIsPrunedAndTheInboxStays() {
        var person = personWith("dead", "vi");
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        await(() -> People.look(OUTCOMES, person.key().value()).equals(List.of("TOKEN_PRUNED")));
        assertEquals(
                List.of(),
                People.look(
                        "select 1 from notification.device where person_key = ?",
                        person.key().value()));
        People.as(person.key()).get("/v1/me/notifications").then().body("unread", equalTo(1));
        assertEquals(1, meters.counter("motcua.notification.devices.pruned").count());
    }

    @Test
    void refusedMessageIsDroppedWithItsError() {
        var bad = personWith("bad", "vi");
        var foreign = personWith("foreign", "vi");
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(bad.key(), CODE), People.news(foreign.key(), CODE)));
        var error = OUTCOMES.replace("select outcome", "select outcome || ' ' || last_error");
        await(() -> People.look(error, bad.key().value()).equals(List.of("DROPPED INVALID_ARGUMENT")));
        await(() -> People.look(error, foreign.key().value()).equals(List.of("DROPPED SENDER_ID_MISMATCH")));
        assertEquals(
                1,
                People.look(
                                "select 1 from notification.device where person_key = ?",
                                bad.key().value())
                        .size());
    }

    @Test
    void quotaStopsTheWholeSenderUntilRetryAfterHasPassed() {
        var limited = personWith("quota", "vi");
        var other = personWith("phone", "vi");
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(limited.key(), CODE)));
        await(() -> People.look(WAITING, limited.key().value()).equals(List.of("1")));
        var told = Instant.now();
        People.tell(pool, notifications, List.of(People.news(other.key(), CODE)));
        await(() -> fcm.delivered() == 2);
        // The server asked for one second; the outbox row was seen at most some hundred milliseconds after that.
        var earliest = told.plusMillis(500);
        assertTrue(fcm.received(other.token()).getFirst().at().isAfter(earliest), "sent during the pause");
        assertTrue(fcm.received(limited.token()).getFirst().at().isAfter(earliest), "sent during the pause");
    }

    @Test
    void unavailableIsRetriedByTheOutboxNotByTheSdk() {
        var person = personWith("flaky", "vi");
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        await(() -> fcm.received(person.token()).size() == 1);
        await(() -> People.look(
                        OUTCOMES.replace("select outcome", "select attempts"),
                        person.key().value())
                .equals(List.of("2")));
        assertEquals(1, meters.counter("motcua.notification.retried").count());
    }

    @Test
    void newsThatIsTooOldIsNotPushed() {
        var person = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        People.change("update notification.outbox set counts_from = now() - interval '25 hours'");
        dispatch(TestConfig.USUAL);
        await(() -> People.look(OUTCOMES, person.key().value()).equals(List.of("EXPIRED")));
        assertEquals(0, fcm.delivered());
    }

    @Test
    void answerThatSaysNothingAboutTheTokenKeepsTheDeviceAndIsTriedAgain() {
        for (var word : List.of("bare", "apple", "broken")) {
            var person = personWith(word, "vi");
            dispatch(TestConfig.USUAL);
            People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
            await(() -> !People.look(WAITING, person.key().value()).equals(List.of("0")));
            assertEquals(List.of(), People.look(OUTCOMES, person.key().value()));
            assertEquals(
                    List.of(person.token()),
                    People.look(
                            "select fcm_token from notification.device where person_key = ?",
                            person.key().value()));
        }
        assertTrue(meters.counter("motcua.notification.errors", "code", "NOT_FOUND")
                        .count()
                >= 1);
        assertTrue(meters.counter("motcua.notification.errors", "code", "THIRD_PARTY_AUTH_ERROR")
                        .count()
                >= 1);
    }

    @Test
    void refusedCredentialsStopSendingAndLoseNothing() {
        fcm.credentialsRefused(true);
        dispatch(TestConfig.USUAL);
        var first = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(first.key(), CODE)));
        await(() -> meters.get("motcua.notification.stopped").gauge().value() == 1);
        fcm.credentialsRefused(false);
        var second = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(second.key(), CODE)));
        await(() -> People.look(WAITING, second.key().value()).equals(List.of("0")));
        assertEquals(0, fcm.delivered(), "nothing is sent during the minute of the pause");
    }
}
