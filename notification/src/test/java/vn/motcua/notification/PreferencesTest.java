package vn.motcua.notification;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.PersonKey;
import vn.motcua.openapi.Vietnam;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PreferencesTest extends Dispatching {
    private static final String PATH = "/v1/me/notification-preferences";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    @Test
    void whoNeverChoseGetsEverythingInNeutralWords() {
        People.as(People.somebody())
                .get(PATH)
                .then()
                .statusCode(200)
                .body("push", equalTo(true))
                .body("kinds", anEmptyMap())
                .body("quietHours", nullValue())
                .body("lockScreen", equalTo("NEUTRAL"));
    }

    @Test
    void whatIsChosenIsKeptAndAChoiceReplacesTheOneBefore() {
        var person = People.somebody();
        put(person, """
                        {"kinds": {"RATING_INVITATION": false, "DOSSIER_STATUS": true}, "agencies": {"H15.50": false},
                         "quietHours": {"from": "22:00", "to": "06:30"}, "lockScreen": "FULL"}""")
                .body("kinds.RATING_INVITATION", equalTo(false))
                .body("agencies", equalTo(Map.of("H15.50", false)))
                .body("quietHours.from", equalTo("22:00"))
                .body("quietHours.zone", equalTo("Asia/Ho_Chi_Minh"))
                .body("lockScreen", equalTo("FULL"));
        put(person, "{}").body("agencies", anEmptyMap()).body("quietHours", nullValue());
        People.as(person).get(PATH).then().body("lockScreen", equalTo("NEUTRAL"));
    }

    @Test
    void wrongWishesAreProblems() {
        for (var wrong : List.of(
                "null",
                "{\"kinds\": {\"GOSSIP\": false}}",
                "{\"kinds\": {\"DOSSIER_STATUS\": null}}",
                "{\"agencies\": {\"h15\": false}}",
                "{\"agencies\": {\"H15\": null}}",
                "{\"quietHours\": {\"from\": \"22:00\"}}",
                "{\"quietHours\": {\"from\": \"25:00\", \"to\": \"06:00\"}}",
                "{\"quietHours\": {\"from\": \"06:00\", \"to\": \"06:00\"}}",
                "{\"quietHours\": {\"from\": \"06:00\", \"to\": \"23:00\"}}",
                "{\"quietHours\": {\"from\": \"22:00\", \"to\": \"06:00\", \"zone\": \"Asia/Saigon City\"}}",
                "{\"lockScreen\": \"LOUD\"}")) {
            People.wrongly(People.somebody())
                    .contentType("application/json")
                    .body(wrong)
                    .put(PATH)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void whoOptsOutIsNotPushedAndFindsEverythingInTheInbox() {
        var silent = personWith("phone", "vi");
        var noInvitations = personWith("phone", "vi");
        var notFromH44 = personWith("phone", "vi");
        put(silent.key(), "{\"push\": false}");
        put(noInvitations.key(), "{\"kinds\": {\"RATING_INVITATION\": false}}");
        put(notFromH44.key(), "{\"agencies\": {\"H44\": false}}");
        dispatch(TestConfig.USUAL);
        for (var person : List.of(silent, noInvitations, notFromH44)) {
            var invitation = new Notice(person.key(), Notice.Kind.RATING_INVITATION, "H15-261008-0001", Map.of());
            var urgent = People.news(person.key(), CODE).urgently();
            People.tell(pool, notifications, List.of(urgent, invitation));
        }
        await(() -> fcm.received(noInvitations.token()).size() == 1
                && fcm.received(notFromH44.token()).size() == 1);
        await(() -> People.look("select id from notification.outbox").isEmpty());
        assertEquals(2, fcm.delivered(), "one each: not from H44.07, which is below H44, and no invitation");
        for (var person : List.of(silent, noInvitations, notFromH44)) {
            People.as(person.key()).get("/v1/me/notifications").then().body("unread", equalTo(2));
        }
    }

    @Test
    void optingOutAlsoStopsWhatIsAlreadyQueued() {
        var person = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        put(person.key(), "{\"push\": false}");
        dispatch(TestConfig.USUAL);
        await(() -> People.look(OUTCOMES, person.key().value()).equals(List.of("DROPPED")));
        assertEquals(0, fcm.delivered());
    }

    @Test
    void quietHoursHoldBackEverythingButAnUrgentPush() {
        var person = personWith("phone", "vi");
        var awake = personWith("phone", "vi");
        var now = LocalTime.now(Vietnam.ZONE);
        put(person.key(), quiet(now.minusHours(1), now.plusHours(2), "Asia/Ho_Chi_Minh"));
        // The same hours on the clocks of a place where it is another time of day.
        put(awake.key(), quiet(now.minusHours(1), now.plusHours(2), "America/New_York"));
        dispatch(TestConfig.USUAL);
        People.tell(
                pool,
                notifications,
                List.of(
                        People.news(person.key(), CODE),
                        People.news(awake.key(), CODE),
                        People.news(person.key(), CODE).urgently()));
        await(() -> fcm.delivered() == 2);
        await(() -> meters.counter("motcua.notification.quiet").count() == 1);
        assertEquals(1, fcm.received(awake.token()).size());
        var waiting = People.look("""
                select last_error || ' ' || attempts || ' '
                        || (next_attempt_at between now() + interval '118 minutes' and now() + interval '122 minutes')
                from notification.outbox""");
        assertEquals(List.of("QUIET_HOURS 0 true"), waiting);
        assertEquals(
                "0.0",
                String.valueOf(
                        stores.outbox().oldest().await().atMost(People.LIMIT).toSeconds() / 1.0));
    }

    @Test
    void morningBringsWhatTheNightHeldBack() {
        People.change("delete from notification.delivery_day");
        var person = personWith("phone", "vi");
        var now = LocalTime.now(Vietnam.ZONE);
        put(person.key(), quiet(now.minusHours(1), now.plusHours(2), "Asia/Ho_Chi_Minh"));
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        await(() -> meters.counter("motcua.notification.quiet").count() == 1);
        put(person.key(), "{}");
        fcm.down(true);
        // Written 25 hours ago, and the night is over now.
        People.change("""
                update notification.outbox
                set created_at = now() - interval '25 hours', counts_from = now(), next_attempt_at = now()""");
        await(() -> meters.counter("motcua.notification.retried").count() >= 1);
        assertTrue(stores.outbox().oldest().await().atMost(People.LIMIT).compareTo(People.LIMIT) < 0);
        fcm.down(false);
        await(() -> fcm.received(person.token()).size() == 1);
        await(() -> People.look(OUTCOMES, person.key().value()).equals(List.of("SENT")));
        assertEquals(0, meters.timer("motcua.notification.handover").count(), "the night is not a slow delivery");
        assertEquals(List.of("1"), People.look("select sum(waited_for_morning) from notification.delivery_day"));
    }

    @Test
    void fullTextNeedsTheChoiceAPhoneInUseAndATemplateThatAllowsIt() {
        var neutral = personWith("phone", "vi");
        var chose = personWith("phone", "vi");
        var english = personWith("phone", "en");
        var idle = personWith("phone", "vi");
        for (var person : List.of(chose, english, idle)) {
            put(person.key(), "{\"lockScreen\": \"FULL\"}");
        }
        People.change(
                "update notification.device set last_contact_at = now() - interval '8 days' where installation_id = ?",
                idle.installation());
        dispatch(TestConfig.USUAL);
        for (var person : List.of(neutral, chose, english, idle)) {
            People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        }
        // An invitation's template has nothing for the lock screen; and news without a status cannot be put in words.
        var invitation = new Notice(chose.key(), Notice.Kind.RATING_INVITATION, CODE, Map.of());
        var wordless = new Notice(chose.key(), Notice.Kind.DOSSIER_STATUS, "H44-261008-0002", Map.of());
        People.tell(pool, notifications, List.of(wordless));
        People.tell(pool, notifications, List.of(invitation));
        await(() -> fcm.delivered() == 6);
        assertEquals(List.of("Hồ sơ của bạn có cập nhật mới"), bodies(neutral));
        assertEquals(List.of("Hồ sơ của bạn có cập nhật mới"), bodies(idle));
        assertEquals(List.of("Dossier H44.07-261008-0975: In progress."), bodies(english));
        assertEquals(
                List.of(
                        "Bạn có thể đánh giá dịch vụ",
                        "Hồ sơ H44.07-261008-0975: Đang xử lý.",
                        "Hồ sơ của bạn có cập nhật mới"),
                bodies(chose).stream().sorted().toList());
    }

    private List<String> bodies(Person person) {
        return fcm.received(person.token()).stream()
                .map(r -> r.message().getJsonObject("notification").getString("body"))
                .toList();
    }

    private static String quiet(LocalTime from, LocalTime to, String zone) {
        return "{\"quietHours\": {\"from\": \"%s\", \"to\": \"%s\", \"zone\": \"%s\"}}"
                .formatted(from.format(CLOCK), to.format(CLOCK), zone);
    }

    private static ValidatableResponse put(PersonKey person, String wish) {
        return People.as(person)
                .contentType("application/json")
                .body(wish)
                .put(PATH)
                .then()
                .statusCode(200);
    }
}
