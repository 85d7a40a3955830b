package vn.motcua.notification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.motcua.local.FcmServer;
import vn.motcua.openapi.PersonKey;

/** A local FCM server, phones of several kinds, and dispatchers that a test starts when it likes. */
abstract class Dispatching {
    static final String CODE = "H44.07-261008-0975";
    static final String OUTCOMES =
            "select outcome from notification.delivery join notification.message m on m.id = message_id"
                    + " where m.person_key = ?";
    static final String WAITING =
            "select attempts from notification.outbox join notification.message m on m.id = message_id"
                    + " where m.person_key = ?";

    @Inject
    Pool pool;

    @Inject
    Notifications notifications;

    @Inject
    DeliveryStores stores;

    @Inject
    OutboxBell bell;

    @Inject
    Vertx vertx;

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final DeliveryMetrics metrics = new DeliveryMetrics(meters);
    final List<AutoCloseable> started = new ArrayList<>();
    FcmServer fcm;
    FirebaseSender firebase;

    @BeforeEach
    void emptyOutboxAndNewServer() {
        People.change("delete from notification.outbox");
        People.change("delete from notification.dispatcher");
        People.change("delete from notification.quota");
        fcm = FcmServer.start(0);
        firebase = FirebaseSender.open(new TestConfig.Fcm(Optional.of(fcm.url())), Duration.ofSeconds(5), vertx)
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

    record Person(PersonKey key, String installation, String token) {}

    Person personWith(String phone, String locale) {
        var person = new Person(People.somebody(), UUID.randomUUID().toString(), phone + "-" + UUID.randomUUID());
        People.register(person.key, person.installation, person.token, locale);
        return person;
    }

    Dispatcher dispatch(NotificationConfig config) {
        var dispatcher = new Dispatcher(stores, firebase, config, metrics);
        started.add(dispatcher);
        dispatcher.start();
        return dispatcher;
    }

    /** Claims as a dispatcher would that holds nothing yet, and that nobody renews afterwards. */
    ClaimStore.Claim claimAs(UUID dispatcher, Lane lane, int most, Duration lease) {
        stores.leases().renew(dispatcher, lease).await().atMost(People.LIMIT);
        return claimAgain(dispatcher, lane, most);
    }

    ClaimStore.Claim claimAgain(UUID dispatcher, Lane lane, int most) {
        return stores.claims()
                .claim(dispatcher, new ClaimStore.Room(lane, "", most, most, most, Map.of(), Duration.ofDays(7)))
                .await()
                .atMost(People.LIMIT);
    }

    static void await(BooleanSupplier wanted) {
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
