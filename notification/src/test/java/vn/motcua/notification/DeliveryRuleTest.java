package vn.motcua.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.DeliveryRule.Next;
import vn.motcua.notification.DeliveryRule.Outcome;

class DeliveryRuleTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration YOUNG = Duration.ofSeconds(3);
    private final DeliveryRule rule = new DeliveryRule(Duration.ofSeconds(10), DAY);

    @Test
    void clearAnswersEndTheRow() {
        assertEquals(Outcome.SENT, outcome(new Delivery.Sent()));
        assertEquals(Outcome.TOKEN_PRUNED, outcome(new Delivery.DeadToken()));
        assertEquals(Outcome.DROPPED, outcome(new Delivery.Refused("INVALID_ARGUMENT")));
        assertEquals(Outcome.DROPPED, outcome(new Delivery.NoDevice()));
    }

    @Test
    void troubleDoublesTheWaitUpToHalfAnHour() {
        assertEquals(Duration.ofSeconds(10), again(failed(), 0, 1).delay());
        assertEquals(Duration.ofSeconds(20), again(failed(), 1, 1).delay());
        assertEquals(Duration.ofSeconds(80), again(failed(), 3, 1).delay());
        assertEquals(DeliveryRule.LONGEST_BACKOFF, again(failed(), 60, 1).delay());
    }

    @Test
    void chanceSpreadsTheWaitBetweenHalfAndWhole() {
        assertEquals(Duration.ofSeconds(5), again(failed(), 0, 0).delay());
        assertEquals(Duration.ofMillis(7_500), again(failed(), 0, 0.5).delay());
    }

    @Test
    void waitThatFcmAsksForIsTheLeast() {
        var asked = new Delivery.Failed("UNAVAILABLE", Optional.of(Duration.ofSeconds(55)));
        assertEquals(Duration.ofSeconds(55), again(asked, 0, 1).delay());
        var quota = new Delivery.QuotaExceeded(Duration.ofSeconds(30));
        assertTrue(again(quota, 0, 0).delay().compareTo(Duration.ofSeconds(30)) >= 0);
    }

    @Test
    void heldPushDoesNotCountAsAnAttempt() {
        assertEquals(2, again(new Delivery.Held(Duration.ofSeconds(1)), 2, 0).attempts());
        assertEquals(3, again(failed(), 2, 0).attempts());
    }

    @Test
    void newsOlderThanADayIsGivenUp() {
        var next = rule.next(failed(), 4, DAY.minusSeconds(1), 1);
        assertEquals(
                Outcome.EXPIRED, assertInstanceOf(Next.Finished.class, next).outcome());
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        var now = Instant.parse("2026-11-20T09:00:00Z");
        assertEquals(Optional.of(Duration.ofSeconds(17)), FcmErrors.parse("17", now));
        assertEquals(Optional.of(Duration.ofSeconds(30)), FcmErrors.parse("Fri, 20 Nov 2026 09:00:30 GMT", now));
        assertEquals(Optional.empty(), FcmErrors.parse("Fri, 20 Nov 2026 08:00:00 GMT", now));
        assertEquals(Optional.of(Duration.ofHours(1)), FcmErrors.parse("86400", now));
        assertEquals(Optional.of(Duration.ofHours(1)), FcmErrors.parse("Sun, 22 Nov 2026 08:00:00 GMT", now));
        assertEquals(Optional.empty(), FcmErrors.parse("soon", now));
        assertEquals(Optional.empty(), FcmErrors.parse("", now));
    }

    private static Delivery failed() {
        return new Delivery.Failed("UNAVAILABLE", Optional.empty());
    }

    private Outcome outcome(Delivery delivery) {
        return assertInstanceOf(Next.Finished.class, rule.next(delivery, 0, YOUNG, 0.5))
                .outcome();
    }

    private Next.Again again(Delivery delivery, int attempts, double chance) {
        return assertInstanceOf(Next.Again.class, rule.next(delivery, attempts, YOUNG, chance));
    }
}
