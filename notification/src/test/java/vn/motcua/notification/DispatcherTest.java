package vn.motcua.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class DispatcherTest extends Dispatching {
    @Test
    void nothingIsLostWhileFcmIsDown() {
        var people =
                IntStream.range(0, 30).mapToObj(i -> personWith("phone", "vi")).toList();
        fcm.down(true);
        dispatch(TestConfig.USUAL);
        People.tell(
                pool,
                notifications,
                people.stream().map(p -> People.news(p.key(), CODE)).toList());
        await(() -> meters.counter("motcua.notification.retried").count() >= 30);
        fcm.down(false);
        await(() -> fcm.delivered() == 30);
        people.forEach(p -> assertEquals(1, fcm.received(p.token()).size()));
    }

    @Test
    void twoDispatchersSendEachPushOnce() {
        var people =
                IntStream.range(0, 150).mapToObj(i -> personWith("phone", "vi")).toList();
        var small = TestConfig.USUAL.batchOf(20);
        dispatch(small);
        dispatch(small);
        People.tell(
                pool,
                notifications,
                people.stream().map(p -> People.news(p.key(), CODE)).toList());
        await(() -> fcm.delivered() >= 150);
        await(() -> People.look("select id from notification.outbox").isEmpty());
        assertEquals(150, fcm.delivered());
        people.forEach(p -> assertEquals(1, fcm.received(p.token()).size()));
    }

    @Test
    void slowPhoneDoesNotHoldUpTheOthers() {
        var slow = personWith("slow", "vi");
        var quick =
                IntStream.range(0, 20).mapToObj(i -> personWith("phone", "vi")).toList();
        dispatch(TestConfig.USUAL);
        var all = new ArrayList<>(quick);
        all.addFirst(slow);
        People.tell(
                pool,
                notifications,
                all.stream().map(p -> People.news(p.key(), CODE)).toList());
        await(() -> fcm.delivered() >= 20);
        await(() -> quick.stream()
                .allMatch(p -> People.look(OUTCOMES, p.key().value()).equals(List.of("SENT"))));
        await(() -> People.look(OUTCOMES, slow.key().value()).equals(List.of("SENT")));
        var last =
                "select m.person_key::text from notification.delivery d join notification.message m on m.id = d.message_id"
                        + " where m.person_key = any(?::uuid[]) order by d.at desc limit 1";
        var told = all.stream().map(p -> p.key().value().toString()).toArray(String[]::new);
        assertEquals(List.of(slow.key().value().toString()), People.look(last, (Object) told));
    }

    @Test
    void probesThatFailInAWayThatShouldNotHappenDoNotStopSendingForGood() {
        var odd = new AtomicInteger(Breaker.PROBES);
        PushSender sender = push -> {
            if (odd.get() <= 0) {
                return new Delivery.Sent();
            }
            if (meters.get("motcua.notification.stopped").gauge().value() == 0) {
                return new Delivery.Failed("UNAVAILABLE", Optional.empty());
            }
            odd.decrementAndGet();
            throw new IllegalStateException("odd");
        };
        var dispatcher = new Dispatcher(stores, sender, TestConfig.USUAL, metrics);
        started.add(dispatcher);
        dispatcher.start();
        People.tell(
                pool,
                notifications,
                IntStream.range(0, 30)
                        .mapToObj(i -> People.news(personWith("phone", "vi").key(), CODE))
                        .toList());
        await(() -> People.look("select id from notification.outbox").isEmpty());
    }

    @Test
    void closingFinishesWhatIsOnItsWay() {
        var slow = personWith("slow", "vi");
        var dispatcher = dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(slow.key(), CODE)));
        await(() -> People.look("select id from notification.outbox where claim_id is not null")
                        .size()
                == 1);
        dispatcher.close();
        assertEquals(List.of("SENT"), People.look(OUTCOMES, slow.key().value()));
    }

    @Test
    void bellRingsAfterCommit() {
        var rung = new CountDownLatch(1);
        bell.listen(rung::countDown);
        started.add(bell::close);
        var person = personWith("phone", "vi");
        // Listening begins in the background, so the first message may come too early to be heard.
        await(() -> {
            People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
            return rung.getCount() == 0;
        });
    }

    @Test
    void phoneThatChangedHandsGetsNothingOfThePersonBefore() {
        var before = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(before.key(), CODE)));
        People.register(People.somebody(), before.installation(), before.token());
        dispatch(TestConfig.USUAL);
        await(() -> People.look(OUTCOMES, before.key().value()).equals(List.of("DROPPED")));
        assertEquals(0, fcm.delivered());
    }

    @Test
    void tokenThatWasRenewedMeanwhileIsNotPruned() {
        var person = personWith("dead", "vi");
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        var claimed = claimAs(UUID.randomUUID(), Lane.STATUS, 10, Duration.ofMinutes(1))
                .pushes();
        People.register(person.key(), person.installation(), "renewed-" + person.installation());
        var next = new DeliveryRule.Next.Finished(DeliveryRule.Outcome.TOKEN_PRUNED, Optional.empty());
        var done = stores.completions()
                .complete(claimed.stream()
                        .map(c -> new CompletionStore.Result(c, next))
                        .toList())
                .await()
                .atMost(People.LIMIT);
        assertEquals(0, done.pruned());
        assertEquals(
                List.of("renewed-" + person.installation()),
                People.look(
                        "select fcm_token from notification.device where person_key = ?",
                        person.key().value()));
    }

    @Test
    void serviceDeliversInItsRoleAndOnlyThere() {
        var api = new DeliveryService(
                TestConfig.in(NotificationConfig.Role.API),
                new TestConfig.Fcm(Optional.of(fcm.url())),
                stores,
                bell,
                metrics,
                vertx);
        api.start(null);
        started.add(() -> api.stop(null));
        var person = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        assertTrue(stays(() -> fcm.delivered() == 0));

        var dispatcher = new DeliveryService(
                TestConfig.in(NotificationConfig.Role.DISPATCHER),
                new TestConfig.Fcm(Optional.of(fcm.url())),
                stores,
                bell,
                metrics,
                vertx);
        dispatcher.start(null);
        started.add(() -> dispatcher.stop(null));
        await(() -> fcm.delivered() == 1);
    }

    @Test
    void settingsThatWouldSendTwiceAreRefusedAtStart() {
        for (var wrong : List.of(
                TestConfig.USUAL.watchdogOf(Duration.ofSeconds(20)),
                TestConfig.USUAL.leaseOf(Duration.ofSeconds(1)),
                TestConfig.USUAL.batchOf(3),
                TestConfig.USUAL.quotaOf(0))) {
            assertThrows(IllegalStateException.class, () -> NotificationConfig.check(wrong), wrong::toString);
        }
        NotificationConfig.check(TestConfig.USUAL);
    }

    private static boolean stays(BooleanSupplier wanted) {
        for (int i = 0; i < 25; i++) {
            if (!wanted.getAsBoolean()) {
                return false;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
