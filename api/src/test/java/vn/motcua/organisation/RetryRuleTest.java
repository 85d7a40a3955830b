package vn.motcua.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.organisation.RetryRule.Next;

class RetryRuleTest {
    private static final Attempt ERROR = Attempt.Failed.of("STATUS_500");
    private final RetryRule rule = new RetryRule(Duration.ofSeconds(10), Duration.ofHours(4), Duration.ofDays(3));

    @Test
    void aMessageIsTriedWithDoublingWaitsForThreeDaysAndThenGivenUp() {
        for (double chance : new double[] {0, 0.5, 1}) {
            var age = Duration.ZERO;
            int attempts = 0;
            var before = Duration.ZERO;
            while (rule.next(ERROR, attempts, 0, age, chance) instanceof Next.Again(var delay, var rest, var error)) {
                assertEquals("STATUS_500", error);
                assertEquals(Duration.ZERO, rest);
                assertTrue(delay.compareTo(before) >= 0);
                assertTrue(delay.compareTo(Duration.ofHours(4)) <= 0);
                before = delay;
                age = age.plus(delay);
                attempts++;
            }
            assertTrue(age.compareTo(Duration.ofDays(3).minusHours(4)) > 0, "given up after " + age);
            assertTrue(age.compareTo(Duration.ofDays(3)) < 0, "given up after " + age);
            assertTrue(attempts > 20 && attempts < 60, attempts + " attempts");
            assertInstanceOf(Next.Dead.class, rule.next(ERROR, attempts, 0, age, chance));
        }
    }

    @Test
    void chanceSpreadsTheWaitBetweenHalfAndTheWhole() {
        assertEquals(Duration.ofSeconds(5), delay(0));
        assertEquals(Duration.ofSeconds(10), delay(1));
    }

    @Test
    void theOtherSidesWishToWaitIsKeptUpToAnHour() {
        assertEquals(Duration.ofMinutes(2), asked(Duration.ofMinutes(2)));
        assertEquals(Duration.ofHours(1), asked(Duration.ofDays(9)));
        assertEquals(Duration.ofSeconds(10), asked(Duration.ofSeconds(1)));
    }

    @Test
    void anEndpointThatFailsAgainAndAgainRestsLongerEachTimeButIsLookedAtEveryHalfHour() {
        assertEquals(Duration.ZERO, rest(1));
        assertTrue(rest(2).compareTo(Duration.ZERO) > 0);
        assertTrue(rest(5).compareTo(rest(4)) > 0);
        assertEquals(Duration.ofMinutes(30), rest(100));
    }

    @Test
    void whoAnswersGoneIsNotCalledAgain() {
        assertInstanceOf(Next.Disable.class, rule.next(new Attempt.Unwanted(), 0, 0, Duration.ZERO, 0));
        assertInstanceOf(Next.Done.class, rule.next(new Attempt.Delivered(200), 7, 7, Duration.ofDays(9), 0));
    }

    private Duration delay(double chance) {
        return assertInstanceOf(Next.Again.class, rule.next(ERROR, 0, 0, Duration.ZERO, chance))
                .delay();
    }

    private Duration asked(Duration wish) {
        var attempt = new Attempt.Failed("STATUS_429", Optional.of(wish));
        return assertInstanceOf(Next.Again.class, rule.next(attempt, 0, 0, Duration.ZERO, 1))
                .delay();
    }

    private Duration rest(int failures) {
        return assertInstanceOf(Next.Again.class, rule.next(ERROR, 0, failures, Duration.ZERO, 1))
                .rest();
    }
}
