package vn.motcua.organisation;

import java.time.Duration;
import java.util.Optional;

/** When a message is tried again and when it is given up. Pure: time and chance come in as values. */
record RetryRule(Duration backoff, Duration longest, Duration retryFor) {
    /** So many failures in a row, and the whole endpoint rests between attempts, which then go one at a time. */
    static final int RESTS_AFTER = 3;

    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    /** A resting endpoint is looked at so many times more often than its messages come due. */
    private static final int PROBES = 8;

    sealed interface Next {
        record Done() implements Next {}

        /** @param rest how long the endpoint is left alone */
        record Again(Duration delay, Duration rest, String error) implements Next {}

        record Dead(Duration rest, String error) implements Next {}

        record Disable(String error) implements Next {}
    }

    /**
     * @param attempts how often this message was tried before
     * @param failures of the endpoint in a row before this one
     * @param age since the message was to be delivered
     * @param chance from 0 to 1, spreads the retries of many messages over time
     */
    Next next(Attempt attempt, int attempts, int failures, Duration age, double chance) {
        return switch (attempt) {
            case Attempt.Delivered _ -> new Next.Done();
            case Attempt.Unwanted() -> new Next.Disable("STATUS_410");
            case Attempt.Failed(var error, var asked) -> {
                var wait = longer(spread(doubled(attempts), chance), asked);
                var rest = longer(rest(failures + 1, chance), asked);
                yield age.plus(wait).compareTo(retryFor) >= 0
                        ? new Next.Dead(rest, error)
                        : new Next.Again(wait, rest, error);
            }
        };
    }

    private Duration rest(int failures, double chance) {
        if (failures < RESTS_AFTER) {
            return Duration.ZERO;
        }
        var most = longest.dividedBy(PROBES);
        var whole = doubled(failures - RESTS_AFTER);
        return spread(whole.compareTo(most) > 0 ? most : whole, chance);
    }

    private Duration doubled(int times) {
        var whole = backoff.multipliedBy(1L << Math.min(times, 20));
        return whole.compareTo(longest) > 0 ? longest : whole;
    }

    /** Between half and the whole of it. */
    private static Duration spread(Duration whole, double chance) {
        return Duration.ofMillis((long) (whole.toMillis() * (0.5 + chance / 2)));
    }

    private static Duration longer(Duration ours, Optional<Duration> asked) {
        return asked.map(theirs -> theirs.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : theirs)
                .filter(theirs -> theirs.compareTo(ours) > 0)
                .orElse(ours);
    }
}
