package vn.motcua.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Delivery TROUBLE = new Delivery.Failed("UNAVAILABLE", Optional.empty());
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private long now;
    private final Breaker breaker = new Breaker(PAUSE, () -> now);

    @Test
    void troubleInARowStopsSendingAndOneSuccessBetweenDoesNot() {
        for (int i = 0; i < Breaker.TROUBLES - 1; i++) {
            took(TROUBLE);
        }
        took(new Delivery.Sent());
        for (int i = 0; i < Breaker.TROUBLES - 1; i++) {
            assertFalse(took(TROUBLE));
        }
        assertEquals(Duration.ZERO, breaker.ask());
        assertTrue(took(TROUBLE));
        assertEquals(PAUSE, breaker.ask());
        assertEquals(Breaker.PROBES, breaker.most(200));
    }

    @Test
    void afterThePauseAFewTryAndOneThatGetsThroughOpensTheWay() {
        stop();
        pass(PAUSE);
        for (int i = 0; i < Breaker.PROBES; i++) {
            assertEquals(Duration.ZERO, breaker.ask());
        }
        assertEquals(PAUSE, breaker.ask());
        took(new Delivery.Sent());
        assertEquals(Duration.ZERO, breaker.ask());
        assertEquals(200, breaker.most(200));
    }

    @Test
    void probeThatFailsDoublesThePauseUpToAMinute() {
        stop();
        for (int seconds : new int[] {10, 20, 40, 60, 60}) {
            assertEquals(Duration.ofSeconds(seconds), breaker.left());
            pass(Duration.ofSeconds(seconds));
            assertEquals(Duration.ZERO, breaker.ask());
            took(TROUBLE);
        }
    }

    @Test
    void probeThatOnePlatformsKeyFailsIsAnAnswerToo() {
        stop();
        pass(PAUSE);
        assertEquals(Duration.ZERO, breaker.ask());
        took(new Delivery.PlatformRefused("THIRD_PARTY_AUTH_ERROR"));
        assertFalse(breaker.isStopped());
    }

    @Test
    void refusedCredentialsStopAtOnce() {
        assertTrue(took(new Delivery.CredentialsRefused("UNAUTHENTICATED")));
        assertEquals(Breaker.CREDENTIALS_PAUSE, breaker.left());
    }

    @Test
    void tokensOfAnotherProjectInARowMeanWrongCredentials() {
        var stranger = new Delivery.Refused(FcmErrors.OTHER_PROJECT);
        for (int i = 0; i < Breaker.TROUBLES - 1; i++) {
            assertFalse(took(stranger));
        }
        assertTrue(took(stranger));
    }

    @Test
    void answersAboutOneTokenOrOnePlatformAreNotTrouble() {
        for (int i = 0; i < 100; i++) {
            took(new Delivery.DeadToken());
            took(new Delivery.Refused("INVALID_ARGUMENT"));
            took(new Delivery.PlatformRefused("THIRD_PARTY_AUTH_ERROR"));
            took(new Delivery.QuotaExceeded(Duration.ofSeconds(1)));
        }
        assertFalse(breaker.isStopped());
    }

    @Test
    void pushesWithTroubleOfTheirOwnDoNotKeepTheOthersWaiting() {
        took(new Delivery.Sent());
        pass(Duration.ofSeconds(1));
        assertTrue(breaker.workedWithin(Duration.ofSeconds(2)));
        assertFalse(breaker.workedWithin(Duration.ofMillis(500)));
        for (int i = 0; i < 100; i++) {
            breaker.took(TROUBLE, true);
        }
        assertFalse(breaker.isStopped());
        stop();
        pass(PAUSE);
        for (int i = 0; i < 100; i++) {
            assertEquals(Duration.ZERO, breaker.ask());
            breaker.took(TROUBLE, true);
        }
        assertEquals(Duration.ZERO, breaker.left(), "the pause is not doubled");
    }

    private boolean took(Delivery delivery) {
        return breaker.took(delivery, false);
    }

    private void stop() {
        for (int i = 0; i < Breaker.TROUBLES; i++) {
            took(TROUBLE);
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
