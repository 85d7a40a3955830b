package vn.motcua.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class LeaseTest extends Dispatching {
    private static final DeliveryRule.Next AGAIN =
            new DeliveryRule.Next.Again(Duration.ZERO, Optional.of("INTERNAL"), 1);

    @Test
    void pushOfADeadReplicaIsSentWhenItsLeaseLapses() {
        var person = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        var lost = claimAs(UUID.randomUUID(), Lane.STATUS, 10, Duration.ofMillis(1_500))
                .pushes();
        assertEquals(1, lost.size());
        var claimedAt = Instant.now();
        dispatch(TestConfig.USUAL);
        await(() -> fcm.delivered() == 1);
        assertTrue(fcm.received(person.token()).getFirst().at().isAfter(claimedAt.plusMillis(1_000)));
        // The dead replica comes back and reports: the row is no longer its own.
        stores.completions()
                .complete(List.of(new CompletionStore.Result(lost.getFirst(), AGAIN)))
                .await()
                .atMost(People.LIMIT);
        await(() -> People.look(OUTCOMES, person.key().value()).equals(List.of("SENT")));
        assertEquals(1, fcm.delivered());
    }

    @Test
    void leaseThatIsRenewedOutlastsASlowPhone() {
        fcm.delay(Duration.ofSeconds(4));
        var person = personWith("phone", "vi");
        var config = TestConfig.USUAL.leaseOf(Duration.ofSeconds(2));
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        dispatch(config);
        await(() -> People.look("select id from notification.outbox where claim_id is not null")
                        .size()
                == 1);
        dispatch(config);
        await(() -> People.look(OUTCOMES, person.key().value()).equals(List.of("SENT")));
        assertEquals(1, fcm.delivered(), "sent by the one that held it, and by nobody else");
    }

    @Test
    void replicaWhoseLeaseLapsedClaimsNothing() {
        var late = UUID.randomUUID();
        var person = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        stores.leases().renew(late, Duration.ofMillis(1)).await().atMost(People.LIMIT);
        await(() -> People.look("select 1 from notification.dispatcher where alive_until > now()")
                .isEmpty());
        assertEquals(List.of(), claimAgain(late, Lane.STATUS, 10).pushes());
    }

    @Test
    void pushThatIsHeldButNotSentAfterTheLeaseGoesBack() {
        var person = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        var held = claimAs(UUID.randomUUID(), Lane.STATUS, 1, Duration.ofMinutes(1))
                .pushes();
        var config = TestConfig.USUAL;
        var pause = new Pause();
        var lease = new Lease(stores.leases(), config, metrics, () -> {}, pause);
        var attempts = new Attempts(
                firebase,
                new DeliveryRule(config.backoff(), config.maxAge()),
                lease,
                new Breaker(config.backoff(), System::nanoTime),
                pause);
        assertEquals(new Delivery.Held(Duration.ZERO), attempts.deliver(held.getFirst()));
        assertEquals(0, fcm.delivered());
    }

    @Test
    void whatIsStuckIsFreedCountedAndSent() {
        var stuck = personWith("phone", "vi");
        var putOff = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(stuck.key(), CODE)));
        claimAs(UUID.randomUUID(), Lane.STATUS, 10, Duration.ofSeconds(7));
        People.change("update notification.outbox set claimed_at = now() - interval '10 minutes'");
        People.tell(pool, notifications, List.of(People.news(putOff.key(), CODE)));
        // As it looks after the database's clock went back by a year.
        People.change(
                "update notification.outbox set next_attempt_at = now() + interval '1 year' where claim_id is null");
        dispatch(TestConfig.USUAL.watchdogOf(Duration.ofSeconds(4)));
        await(() -> fcm.delivered() == 2);
        await(() -> meters.counter("motcua.notification.stuck").count() == 2);
    }

    @Test
    void leaseFromBeforeTheClockWentBackDoesNotHoldForEver() {
        var person = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        claimAs(UUID.randomUUID(), Lane.STATUS, 10, Duration.ofHours(3));
        dispatch(TestConfig.USUAL);
        await(() -> fcm.delivered() == 1);
    }

    @Test
    void closingGivesBackAtOnceWhatWasNotSent() {
        fcm.down(true);
        var dispatcher = dispatch(TestConfig.USUAL.leaseOf(Duration.ofMinutes(1)));
        var person = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        await(() -> meters.counter("motcua.notification.retried").count() >= 1);
        dispatcher.close();
        assertEquals(List.of(), People.look("select id from notification.outbox where claim_id is not null"));
        assertEquals(List.of(), People.look("select id from notification.dispatcher"));
    }
}
