package vn.motcua.notification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FunnelTest extends Dispatching {
    @Inject
    FunnelStore funnel;

    @BeforeEach
    void noFiguresOfOtherTests() {
        People.change("delete from notification.delivery_day");
    }

    @Test
    void pushIsFollowedFromBeingAcceptedToBeingOpened() {
        var reader = personWith("phone", "vi");
        var other = personWith("phone", "vi");
        var gone = personWith("dead", "vi");
        dispatch(TestConfig.USUAL);
        People.tell(
                pool,
                notifications,
                List.of(
                        People.news(reader.key(), CODE),
                        People.news(other.key(), CODE),
                        People.news(gone.key(), CODE)));
        await(() -> People.look("select id from notification.outbox").isEmpty());
        assertEquals(day(3, 2, 0, 0, 1.0), today());

        assertEquals(1, report(reader, message(reader), "RECEIVED"));
        assertEquals(day(3, 2, 1, 0, 1.0), today());
        assertEquals(1, report(reader, message(reader), "OPENED"));
        assertEquals(2, report(other, message(other), "OPENED"), "what was opened has arrived");
        assertEquals(day(3, 2, 2, 2, 1.0), today());
    }

    @Test
    void reportCountsOnceAndOnlyFromThePhoneThatThePushWentTo() {
        var reader = personWith("phone", "vi");
        var stranger = personWith("phone", "vi");
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(reader.key(), CODE)));
        await(() -> People.look("select id from notification.outbox").isEmpty());
        var id = message(reader);
        assertEquals(0, report(stranger, id, "OPENED"));
        assertEquals(0, report(new Person(reader.key(), stranger.installation(), ""), id, "OPENED"));
        assertEquals(0, report(reader, UUID.randomUUID().toString(), "OPENED"));
        assertEquals(1, report(reader, id, "RECEIVED"));
        assertEquals(0, report(reader, id, "RECEIVED"));
    }

    @Test
    void waitingPushIsAcceptedAndNotHandledWithinTenSeconds() {
        var person = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        People.change("update notification.outbox set created_at = created_at - interval '30 seconds',"
                + " counts_from = counts_from - interval '30 seconds'");
        var status = funnel.status().await().atMost(People.LIMIT);
        assertEquals(1, status.waiting());
        assertEquals(30, status.oldestUnsentSeconds(), 5);
        // Half a minute after midnight this is yesterday's.
        assertEquals(0.0, status.days().getFirst().handledWithinTenSeconds());
        fcm.down(true);
        dispatch(TestConfig.USUAL);
        await(() -> People.look(
                                "select max(oldest_unsent_seconds) from notification.delivery_day where oldest_unsent_seconds >= 30 having count(*) > 0")
                        .size()
                == 1);
    }

    @Test
    void quietHoursAreNeitherQuickNorSlow() {
        People.change("""
                insert into notification.delivery_day (day, shard, sent, quick, waited_for_morning)
                values ((now() at time zone 'Asia/Ho_Chi_Minh')::date, 0, 10, 6, 2),
                       ((now() at time zone 'Asia/Ho_Chi_Minh')::date, 1, 10, 9, 3),
                       ((now() at time zone 'Asia/Ho_Chi_Minh')::date - 40, 1, 10, 9, 3)""");
        assertEquals(day(20, 20, 0, 0, 1.0), today());
        assertEquals(1, funnel.status().await().atMost(People.LIMIT).days().size(), "older than 31 days");
    }

    @Test
    void figuresArePublicAndCarryATag() {
        var answer = given().filter(Contract.strict())
                .get("/v1/status/delivery")
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("waiting", greaterThanOrEqualTo(0))
                .extract();
        given().filter(Contract.strict())
                .header("If-None-Match", answer.header("ETag"))
                .get("/v1/status/delivery")
                .then()
                .statusCode(304);
    }

    @Test
    void incompleteReportsAreProblems() {
        for (var wrong : List.of(
                "null",
                "{}",
                "{\"receipts\": []}",
                "{\"receipts\": [null]}",
                "{\"receipts\": [{\"event\": \"OPENED\"}]}",
                "{\"receipts\": [{\"notificationId\": \"x\", \"installationId\": \"phone-0001\", \"event\": \"OPENED\"}]}",
                "{\"receipts\": [{\"notificationId\": \"" + UUID.randomUUID()
                        + "\", \"installationId\": \"phone 0001\", \"event\": \"OPENED\"}]}")) {
            People.wrongly(People.somebody())
                    .contentType("application/json")
                    .body(wrong)
                    .post("/v1/me/notification-receipts")
                    .then()
                    .statusCode(400);
        }
    }

    private static String message(Person person) {
        return People.look(
                        "select id from notification.message where person_key = ?",
                        person.key().value())
                .getFirst();
    }

    private static int report(Person person, String id, String event) {
        return People.as(person.key())
                .contentType("application/json")
                .body(Map.of(
                        "receipts",
                        List.of(Map.of("notificationId", id, "installationId", person.installation(), "event", event))))
                .post("/v1/me/notification-receipts")
                .then()
                .statusCode(200)
                .extract()
                .path("counted");
    }

    private static List<Object> day(long accepted, long sent, long received, long opened, double quick) {
        return List.of(accepted, sent, received, opened, quick);
    }

    /** Without the memory of ten seconds that the endpoint has. */
    private List<Object> today() {
        var day = funnel.status().await().atMost(Duration.ofSeconds(10)).days().getFirst();
        return List.of(day.accepted(), day.sent(), day.received(), day.opened(), day.handledWithinTenSeconds());
    }
}
