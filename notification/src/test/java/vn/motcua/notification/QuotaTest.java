package vn.motcua.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class QuotaTest extends Dispatching {
    private static final double PER_SECOND = 10;

    @Test
    void bucketGivesWhatItHasAndFillsWithTime() {
        open();
        People.change("update notification.quota set tokens = 40, refilled_at = now()");
        assertEquals(30, take(30));
        int rest = take(30);
        assertTrue(rest >= 10 && rest < 30, "got " + rest);
        People.change("update notification.quota set tokens = 0, refilled_at = now() - interval '2 seconds'");
        int refilled = take(1_000);
        assertTrue(refilled >= 20 && refilled < 40, "got " + refilled);
    }

    @Test
    void longSilenceSavesUpTenSecondsOnly() {
        open();
        People.change("update notification.quota set refilled_at = now() - interval '1 day'");
        assertEquals((int) PER_SECOND * QuotaStore.BURST_SECONDS, take(100_000));
    }

    @Test
    void quotaExceededStopsAllReplicasAndHalvesThePaceOnce() {
        open();
        for (int i = 0; i < 5; i++) {
            slowDown(Duration.ofSeconds(30));
        }
        var grant = stores.quota().take(Quota.PROJECT, 10, PER_SECOND).await().atMost(People.LIMIT);
        assertEquals(0, grant.tokens());
        assertTrue(grant.pause().compareTo(Duration.ofSeconds(25)) > 0, "wait " + grant.pause());
        assertEquals(List.of("0.5"), People.look("select round(pace::numeric, 1) from notification.quota"));
        // Five minutes later half of what was lost is there again.
        People.change(
                "update notification.quota set paused_until = null, refilled_at = now() - interval '150 seconds'");
        take(1);
        assertEquals(List.of("0.75"), People.look("select round(pace::numeric, 2) from notification.quota"));
    }

    @Test
    void replicaHearsWithItsLeaseThatAnotherOneWasAskedToPause() {
        open();
        var pause = new Pause();
        try (var lease = new Lease(stores.leases(), TestConfig.USUAL, metrics, () -> {}, pause)) {
            slowDown(Duration.ofSeconds(30));
            lease.start();
            await(lease::holds);
            assertTrue(pause.left().compareTo(Duration.ofSeconds(20)) > 0, "left " + pause.left());
        }
    }

    @Test
    void pauseAndRefillFromBeforeTheClockWentBackAreForgotten() {
        open();
        People.change("""
                update notification.quota
                set tokens = 5, refilled_at = now() + interval '1 year', paused_until = now() + interval '1 year'""");
        assertEquals(5, take(10));
        People.change("update notification.quota set refilled_at = refilled_at - interval '1 second'");
        assertTrue(take(100) >= 10);
    }

    @Test
    void twoDispatchersTogetherKeepToOneQuota() {
        var people =
                IntStream.range(0, 40).mapToObj(i -> personWith("phone", "vi")).toList();
        People.tell(
                pool,
                notifications,
                people.stream().map(p -> People.news(p.key(), CODE)).toList());
        var began = Instant.now();
        // Ten a second, of which the first second's worth is there at the beginning.
        dispatch(TestConfig.USUAL.quotaOf(600));
        dispatch(TestConfig.USUAL.quotaOf(600));
        await(() -> fcm.delivered() == 40);
        var took = Duration.between(began, Instant.now());
        assertTrue(took.compareTo(Duration.ofMillis(2_900)) >= 0, "40 pushes in " + took);
    }

    private void open() {
        stores.quota().open(Quota.PROJECT, PER_SECOND).await().atMost(People.LIMIT);
    }

    private int take(int most) {
        return stores.quota()
                .take(Quota.PROJECT, most, PER_SECOND)
                .await()
                .atMost(People.LIMIT)
                .tokens();
    }

    private void slowDown(Duration pause) {
        stores.quota().slowDown(Quota.PROJECT, pause).await().atMost(People.LIMIT);
    }
}
