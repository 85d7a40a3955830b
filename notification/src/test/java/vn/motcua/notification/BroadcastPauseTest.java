package vn.motcua.notification;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

/** Announcements that are held, go on or are stopped; the background works on them as in production. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class BroadcastPauseTest extends Announcing {
    @Test
    void pausedItTellsNobodyMoreAndResumedItGoesOn() {
        var province = newProvince();
        inhabitants(province, 25);
        var id = slow(province);
        act(id, "pause").statusCode(200).body("state", equalTo("PAUSED")).body("nextSliceAt", nullValue());
        People.change("update notification.broadcast set next_slice_at = now() where id = ?", UUID.fromString(id));
        pause(300);
        look(id).body("progress.told", equalTo(10));
        act(id, "pause").statusCode(200);
        act(id, "resume").statusCode(200);
        await(() -> look(id).extract().<Integer>path("progress.told") == 20);
        look(id).body("state", equalTo("RUNNING")).body("progress.released", equalTo(2));
    }

    @Test
    void pauseHoldsWhatWasReleasedAndStopTakesBackWhatWasOnItsWay() {
        var province = newProvince();
        inhabitants(province, 25);
        var id = slow(province);
        var replica = UUID.randomUUID();
        var onItsWay =
                claimAs(replica, Lane.BROADCAST, 1, Duration.ofMinutes(1)).pushes();
        act(id, "pause").statusCode(200).body("progress.waiting", equalTo(10));
        comesBack(onItsWay);
        assertEquals(List.of(), claimAgain(replica, Lane.BROADCAST, 10).pushes());
        assertEquals(Duration.ZERO, stores.outbox().oldest().await().atMost(People.LIMIT));
        act(id, "resume").statusCode(200);
        var resumed = claimAgain(replica, Lane.BROADCAST, 10).pushes();
        assertEquals(10, resumed.size());
        act(id, "stop").statusCode(200);
        comesBack(resumed);
        var stopped = claimAgain(replica, Lane.BROADCAST, 10).pushes();
        assertTrue(stopped.stream().allMatch(push -> push.device().isEmpty()) && stopped.size() == 10);
    }

    @Test
    void pushesOfAStoppedAnnouncementAreNotResent() {
        var province = newProvince();
        inhabitants(province, 25);
        var id = slow(province);
        act(id, "stop");
        People.change("""
                insert into notification.delivery (message_id, installation_id, outcome, attempts, last_error)
                select message.id, installation_id, 'EXPIRED', 1, 'STOPPED_ONE'
                from notification.message join notification.device on device.person_key = message.person_key
                where broadcast_id = ?""", UUID.fromString(id));
        People.as(ADMIN)
                .contentType("application/json")
                .body("{\"error\": \"STOPPED_ONE\"}")
                .post("/v1/admin/dead-letters/resend")
                .then()
                .statusCode(200)
                .body("queued", equalTo(0), "gone", equalTo(10));
    }

    /** What was claimed was not sent, and waits again. */
    private void comesBack(List<Claimed> pushes) {
        var again = new DeliveryRule.Next.Again(Duration.ZERO, Optional.of("UNAVAILABLE"), 1);
        stores.completions()
                .complete(pushes.stream()
                        .map(push -> new CompletionStore.Result(push, again))
                        .toList())
                .await()
                .atMost(People.LIMIT);
    }

    @Test
    void stoppedItIsOverAndWhatWaitsIsNotPushed() {
        var province = newProvince();
        inhabitants(province, 25);
        var id = slow(province);
        look(id).body("progress.waiting", equalTo(10));
        act(id, "stop").statusCode(200).body("state", equalTo("STOPPED")).body("progress.waiting", equalTo(0));
        for (var more : List.of("pause", "resume", "stop")) {
            act(id, more).statusCode(409).body("type", equalTo("/problems/broadcast-ended"));
        }
        assertEquals(
                List.of(),
                People.look(
                        "select slice from notification.broadcast_recipient where broadcast_id = ?",
                        UUID.fromString(id)));
        look(id).body("progress.told", equalTo(10));
    }
}
