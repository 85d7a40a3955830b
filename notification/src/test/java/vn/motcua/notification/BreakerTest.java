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
            breaker.took(TROUBLE);
        }
        breaker.took(new Delivery.Sent());
        for (int i = 0; i < Breaker.TROUBLES - 1; i++) {
            assertFalse(breaker.took(TROUBLE));
        }
        assertEquals(Duration.ZERO, breaker.ask());
        assertTrue(breaker.took(TROUBLE));
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
        breaker.took(new Delivery.Sent());
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
            breaker.took(TROUBLE);
        }
    }

    @Test
    void refusedCredentialsStopAtOnce() {
        assertTrue(breaker.took(new Delivery.CredentialsRefused("UNAUTHENTICATED")));
        assertEquals(Breaker.CREDENTIALS_PAUSE, breaker.left());
    }

    @Test
    void tokensOfAnotherProjectInARowMeanWrongCredentials() {
        var stranger = new Delivery.Refused(FcmErrors.OTHER_PROJECT);
        for (int i = 0; i < Breaker.TROUBLES - 1; i++) {
            assertFalse(breaker.took(stranger));
        }
        assertTrue(breaker.took(stranger));
    }

    @Test
    void answersAboutOneTokenOrOnePlatformAreNotTrouble() {
        for (int i = 0; i < 100; i++) {
            breaker.took(new Delivery.DeadToken());
            breaker.took(new Delivery.Refused("INVALID_ARGUMENT"));
            breaker.took(new Delivery.PlatformRefused("THIRD_PARTY_AUTH_ERROR"));
            breaker.took(new Delivery.QuotaExceeded(Duration.ofSeconds(1)));
        }
        assertFalse(breaker.isStopped());
    }

    private void stop() {
        for (int i = 0; i < Breaker.TROUBLES; i++) {
            breaker.took(TROUBLE);
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
