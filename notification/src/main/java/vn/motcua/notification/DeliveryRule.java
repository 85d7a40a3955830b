package vn.motcua.notification;

import java.time.Duration;
import java.util.Optional;

/** Decides what happens to an outbox row after an attempt. Pure: time and chance come in as values. */
record DeliveryRule(Duration backoff, Duration maxAge) {
    static final Duration LONGEST_BACKOFF = Duration.ofMinutes(30);

    /** The error of a push that waits for the end of quiet hours; SQL knows it, too. */
    static final String QUIET = "QUIET_HOURS";

    private static final Duration MORNING = Duration.ofMinutes(1);

    /** How a push ended. */
    enum Outcome {
        SENT,
        TOKEN_PRUNED,
        DROPPED,
        EXPIRED
    }

    sealed interface Next {
        /** The row leaves the outbox. */
        record Finished(Outcome outcome, Optional<String> error) implements Next {}

        /** The row waits for another attempt. */
        record Again(Duration delay, Optional<String> error, int attempts) implements Next {}
    }

    /**
     * @param attempts how often it was tried before
     * @param age since the message was written, without quiet hours
     * @param chance from 0 to 1, spreads the retries of many rows over time
     */
    Next next(Delivery delivery, int attempts, Duration age, double chance) {
        return switch (delivery) {
            case Delivery.Sent() -> new Next.Finished(Outcome.SENT, Optional.empty());
            case Delivery.DeadToken() -> new Next.Finished(Outcome.TOKEN_PRUNED, Optional.of("UNREGISTERED"));
            case Delivery.Refused(var error) -> new Next.Finished(Outcome.DROPPED, Optional.of(error));
            case Delivery.NoDevice() -> new Next.Finished(Outcome.DROPPED, Optional.of("NO_DEVICE"));
            case Delivery.QuotaExceeded(var wait) ->
                again(wait.plus(spread(chance)), "QUOTA_EXCEEDED", attempts + 1, age);
            case Delivery.CredentialsRefused(var error) -> again(Breaker.CREDENTIALS_PAUSE, error, attempts + 1, age);
            case Delivery.PlatformRefused(var error) -> again(backoff(attempts, chance), error, attempts + 1, age);
            case Delivery.Failed(var error, var wait) ->
                again(longer(backoff(attempts, chance), wait), error, attempts + 1, age);
            // It does not get older meanwhile; and a town that wakes at half past six does not ask FCM all at once.
            case Delivery.Quiet(var left) ->
                new Next.Again(left.plusMillis((long) (MORNING.toMillis() * chance)), Optional.of(QUIET), attempts);
            case Delivery.Held(var wait) -> again(wait.plus(spread(chance)), "PAUSED", attempts, age);
        };
    }

    private Next again(Duration wait, String error, int attempts, Duration age) {
        return age.plus(wait).compareTo(maxAge) >= 0
                ? new Next.Finished(Outcome.EXPIRED, Optional.of(error))
                : new Next.Again(wait, Optional.of(error), attempts);
    }

    /** Doubles with each attempt; between half and the whole of it, by chance. */
    private Duration backoff(int attempts, double chance) {
        var whole = backoff.multipliedBy(1L << Math.min(attempts, 20));
        var capped = whole.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : whole;
        return Duration.ofMillis((long) (capped.toMillis() * (0.5 + chance / 2)));
    }

    private static Duration spread(double chance) {
        return Duration.ofMillis((long) (500 * chance));
    }

    private static Duration longer(Duration ours, Optional<Duration> asked) {
        return asked.filter(theirs -> theirs.compareTo(ours) > 0).orElse(ours);
    }
}
