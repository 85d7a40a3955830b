package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.bench.PushNews;
import vn.motcua.local.FcmServer;
import vn.motcua.local.LocalPostgres;

/** kill -9 of the dispatcher, and FCM down for a while: no push is lost, and no more come twice than were in the air. */
class PushCrashTest {
    private static final int MESSAGES = 10_000;
    /** What a dispatcher holds at most: {@code motcua.notification.batch}. */
    private static final int BATCH = 200;

    private final Map<String, Integer> arrived = new ConcurrentHashMap<>();

    @Test
    @Timeout(180)
    void everyPushArrivesAndAtMostABatchComesTwice() throws Exception {
        try (var fcm = FcmServer.start(LocalPostgres.freePort());
                var service = ServiceUnderTest.start(
                        "push-crash",
                        Map.of(
                                "MOTCUA_ROLE", "dispatcher",
                                "MOTCUA_FCM_ENDPOINT", fcm.url(),
                                "MOTCUA_NOTIFICATION_LEASE", "3s",
                                "MOTCUA_NOTIFICATION_BACKOFF", "500ms"))) {
            fcm.onDelivery(received -> arrived.merge(
                    received.message().getJsonObject("data").getString("notificationId"), 1, Integer::sum));
            PushNews.registerPhones(service.postgres());
            var news = new PushNews(service.postgres(), MESSAGES);
            Thread.ofPlatform().daemon().start(news);

            awaitArrived(MESSAGES / 5);
            service.kill9();
            service.restart();
            awaitArrived(MESSAGES / 2);
            fcm.down(true);
            Thread.sleep(2_000);
            fcm.down(false);
            awaitArrived(MESSAGES);

            assertEquals(MESSAGES, news.committed());
            assertEquals(MESSAGES, arrived.size(), "none is lost, and nothing came that was not written");
            int twice = arrived.values().stream().mapToInt(times -> times - 1).sum();
            assertTrue(twice <= BATCH, twice + " came twice");
        }
    }

    private void awaitArrived(int messages) throws Exception {
        Apis.eventually(Duration.ofMinutes(2), arrived::size, size -> size >= messages);
    }
}
