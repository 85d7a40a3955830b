package vn.motcua.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.local.FcmServer;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.PersonKey;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class DispatchTest {
    private static final String CODE = "H44.07-261008-0975";
    private static final String OUTCOMES =
            "select outcome from notification.delivery join notification.message m on m.id = message_id"
                    + " where m.person_key = ?";
    private static final String WAITING =
            "select attempts from notification.outbox join notification.message m on m.id = message_id"
                    + " where m.person_key = ?";

    @Inject
    Pool pool;

    @Inject
    Notifications notifications;

    @Inject
    OutboxStore outbox;

    @Inject
    OutboxBell bell;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeliveryMetrics metrics = new DeliveryMetrics(meters);
    private final List<AutoCloseable> started = new ArrayList<>();
    private FcmServer fcm;
    private FirebaseSender firebase;

    @BeforeEach
    void emptyOutboxAndNewServer() {
        People.change("delete from notification.outbox");
        fcm = FcmServer.start(0);
        firebase = FirebaseSender.open(new TestConfig.Fcm(Optional.of(fcm.url())), Duration.ofSeconds(5))
                .orElseThrow();
    }

    @AfterEach
    void stop() throws Exception {
        for (var one : started) {
            one.close();
        }
        firebase.close();
        fcm.close();
    }

    @Test
    void pushSaysTheNeutralWordsAndTheIdAndNothingElse() {
        var reader = personWith("phone", "vi");
        var english = personWith("phone", "en");
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(reader.key, CODE), People.news(english.key, CODE)));
        await(() -> fcm.delivered() == 2);

        var message = fcm.received(reader.token).getFirst().message();
        var id = People.look("select id from notification.message where person_key = ?", reader.key.value());
        assertEquals(new JsonObject().put("notificationId", id.getFirst()), message.getJsonObject("data"));
        assertEquals(
                new JsonObject().put("title", "Một Cửa").put("body", "Hồ sơ của bạn có cập nhật mới"),
                message.getJsonObject("notification"));
        assertEquals(
                "Your dossier has an update",
                fcm.received(english.token)
                        .getFirst()
                        .message()
                        .getJsonObject("notification")
                        .getString("body"));
        assertEquals(
                Set.of("token", "data", "notification", "android", "apns", "webpush"), message.fieldNames());
        await(() -> People.look(OUTCOMES, reader.key.value()).equals(List.of("SENT")));
        assertEquals(List.of(), People.look(WAITING, reader.key.value()));
    }

    @Test
    void nothingPrivateIsInAnyPush() {
        var person = personWith("phone", "vi");
        var invited = new Notice(
                person.key,
                Notice.Kind.RATING_INVITATION,
                CODE,
                java.util.Map.of("agency", "UBND phường Mẫu", "procedure", "Đăng ký khai sinh", "name", "Nguyễn Thị Mẫu"));
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(person.key, CODE), invited));
        await(() -> fcm.delivered() == 2);
        for (var received : fcm.received(person.token)) {
            var text = received.message().encode();
            for (var secret : List.of(
                    CODE, "H44", "0975", "Mẫu", "khai sinh", "Đang xử lý", person.key.value().toString())) {
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
                List.of(People.news(person.key, CODE), People.news(person.key, CODE), People.news(person.key, "H44-261008-0001")));
        await(() -> fcm.delivered() == 3);
        var keys = fcm.received(person.token).stream()
                .map(r -> r.message().getJsonObject("android").getString("collapse_key"))
                .toList();
        assertEquals(2, keys.stream().distinct().count());
    }

    @Test
    void deadTokenIsPrunedAndTheInboxStays() {
        var person = personWith("dead", "vi");
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(person.key, CODE)));
        await(() -> People.look(OUTCOMES, person.key.value()).equals(List.of("TOKEN_PRUNED")));
        assertEquals(
                List.of(), People.look("select 1 from notification.device where person_key = ?", person.key.value()));
        People.as(person.key)
                .get("/v1/me/notifications")
                .then()
                .body("unread", org.hamcrest.Matchers.equalTo(1));
        assertEquals(1, meters.get("motcua.notification.devices.pruned").counter().count());
    }

    @Test
    void tokenThatWasRenewedMeanwhileIsNotPruned() {
        var person = personWith("dead", "vi");
        People.tell(pool, notifications, List.of(People.news(person.key, CODE)));
        var claimed = outbox.claim(10, Duration.ofMinutes(1)).await().atMost(People.LIMIT);
        People.register(person.key, person.installation, "renewed-" + person.installation);
        var next = new DeliveryRule.Next.Finished(DeliveryRule.Outcome.TOKEN_PRUNED, Optional.empty());
        var pruned = outbox.complete(
                        claimed.stream().map(c -> new OutboxStore.Result(c, next)).toList())
                .await()
                .atMost(People.LIMIT);
        assertEquals(0, pruned);
        assertEquals(
                List.of("renewed-" + person.installation),
                People.look("select fcm_token from notification.device where person_key = ?", person.key.value()));
    }

    @Test
    void refusedMessageIsDroppedWithItsError() {
        var bad = personWith("bad", "vi");
        var foreign = personWith("foreign", "vi");
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(bad.key, CODE), People.news(foreign.key, CODE)));
        var error = OUTCOMES.replace("select outcome", "select outcome || ' ' || last_error");
        await(() -> People.look(error, bad.key.value()).equals(List.of("DROPPED INVALID_ARGUMENT")));
        await(() -> People.look(error, foreign.key.value()).equals(List.of("DROPPED SENDER_ID_MISMATCH")));
        assertEquals(
                1, People.look("select 1 from notification.device where person_key = ?", bad.key.value()).size());
    }

    @Test
    void quotaStopsTheWholeSenderUntilRetryAfterHasPassed() {
        var limited = personWith("quota", "vi");
        var other = personWith("phone", "vi");
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(limited.key, CODE)));
        await(() -> People.look(WAITING, limited.key.value()).equals(List.of("1")));
        var told = Instant.now();
        People.tell(pool, notifications, List.of(People.news(other.key, CODE)));
        await(() -> fcm.delivered() == 2);
        // The server asked for one second; the outbox row was seen at most some hundred milliseconds after that.
        var earliest = told.plusMillis(500);
        assertTrue(fcm.received(other.token).getFirst().at().isAfter(earliest), "sent during the pause");
        assertTrue(fcm.received(limited.token).getFirst().at().isAfter(earliest), "sent during the pause");
    }

    @Test
    void unavailableIsRetriedByTheOutboxNotByTheSdk() {
        var person = personWith("flaky", "vi");
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(person.key, CODE)));
        await(() -> fcm.received(person.token).size() == 1);
        await(() -> People.look(OUTCOMES.replace("select outcome", "select attempts"), person.key.value())
                .equals(List.of("2")));
        assertEquals(1, meters.get("motcua.notification.retried").counter().count());
    }

    @Test
    void nothingIsLostWhileFcmIsDown() {
        var people = IntStream.range(0, 30).mapToObj(i -> personWith("phone", "vi")).toList();
        fcm.down(true);
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, people.stream().map(p -> People.news(p.key, CODE)).toList());
        await(() -> meters.get("motcua.notification.retried").counter().count() >= 30);
        fcm.down(false);
        await(() -> fcm.delivered() == 30);
        people.forEach(p -> assertEquals(1, fcm.received(p.token).size()));
    }

    @Test
    void newsThatIsTooOldIsNotPushed() {
        var person = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(person.key, CODE)));
        People.change("update notification.outbox set created_at = now() - interval '25 hours'");
        dispatch(TestConfig.USUAL);
        await(() -> People.look(OUTCOMES, person.key.value()).equals(List.of("EXPIRED")));
        assertEquals(0, fcm.delivered());
    }

    @Test
    void phoneThatChangedHandsGetsNothingOfThePersonBefore() {
        var before = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(before.key, CODE)));
        People.register(People.somebody(), before.installation, before.token);
        dispatch(TestConfig.USUAL);
        await(() -> People.look(OUTCOMES, before.key.value()).equals(List.of("DROPPED")));
        assertEquals(0, fcm.delivered());
    }

    @Test
    void twoDispatchersSendEachPushOnce() {
        var people = IntStream.range(0, 150).mapToObj(i -> personWith("phone", "vi")).toList();
        var small = new TestConfig(20, Duration.ofMinutes(2), Duration.ofMillis(100), Duration.ofHours(24));
        dispatch(small);
        dispatch(small);
        People.tell(pool, notifications, people.stream().map(p -> People.news(p.key, CODE)).toList());
        await(() -> fcm.delivered() >= 150);
        await(() -> People.look("select id from notification.outbox").isEmpty());
        assertEquals(150, fcm.delivered());
        people.forEach(p -> assertEquals(1, fcm.received(p.token).size()));
    }

    @Test
    void pushOfADeadReplicaIsSentWhenItsLeaseEnds() {
        var person = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(person.key, CODE)));
        var lost = outbox.claim(10, Duration.ofMillis(1_500)).await().atMost(People.LIMIT);
        assertEquals(1, lost.size());
        var claimedAt = Instant.now();
        dispatch(TestConfig.USUAL);
        await(() -> fcm.delivered() == 1);
        assertTrue(fcm.received(person.token).getFirst().at().isAfter(claimedAt.plusMillis(1_000)));
        // The dead replica comes back and reports: the row is no longer its own.
        var again = new DeliveryRule.Next.Again(Duration.ZERO, Optional.of("INTERNAL"), 1);
        outbox.complete(List.of(new OutboxStore.Result(lost.getFirst(), again)))
                .await()
                .atMost(People.LIMIT);
        await(() -> People.look(OUTCOMES, person.key.value()).equals(List.of("SENT")));
    }

    @Test
    void slowPhoneDoesNotHoldUpTheOthers() {
        var slow = personWith("slow", "vi");
        var quick = IntStream.range(0, 20).mapToObj(i -> personWith("phone", "vi")).toList();
        dispatch(TestConfig.USUAL);
        var all = new ArrayList<>(quick);
        all.addFirst(slow);
        People.tell(pool, notifications, all.stream().map(p -> People.news(p.key, CODE)).toList());
        await(() -> fcm.delivered() >= 20);
        await(() -> quick.stream()
                .allMatch(p -> People.look(OUTCOMES, p.key.value()).equals(List.of("SENT"))));
        assertEquals(List.of(), People.look(OUTCOMES, slow.key.value()));
        await(() -> People.look(OUTCOMES, slow.key.value()).equals(List.of("SENT")));
    }

    @Test
    void closingFinishesWhatIsOnItsWay() {
        var slow = personWith("slow", "vi");
        var dispatcher = dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(slow.key, CODE)));
        await(() -> People.look("select id from notification.outbox where claim_id is not null").size() == 1);
        dispatcher.close();
        assertEquals(List.of("SENT"), People.look(OUTCOMES, slow.key.value()));
    }

    @Test
    void bellRingsAfterCommit() {
        var rung = new CountDownLatch(1);
        bell.listen(rung::countDown);
        started.add(bell::close);
        var person = personWith("phone", "vi");
        // Listening begins in the background, so the first message may come too early to be heard.
        await(() -> {
            People.tell(pool, notifications, List.of(People.news(person.key, CODE)));
            return rung.getCount() == 0;
        });
    }

    private record Person(PersonKey key, String installation, String token) {}

    private Person personWith(String phone, String locale) {
        var person = new Person(
                People.somebody(), UUID.randomUUID().toString(), phone + "-" + UUID.randomUUID());
        People.register(person.key, person.installation, person.token, locale);
        return person;
    }

    private Dispatcher dispatch(NotificationConfig config) {
        var dispatcher = new Dispatcher(outbox, firebase, config, metrics);
        started.add(dispatcher);
        dispatcher.start();
        return dispatcher;
    }

    private static void await(BooleanSupplier wanted) {
        long end = System.nanoTime() + People.LIMIT.toNanos();
        while (!wanted.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "did not happen in time");
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
