package vn.motcua.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A scenario: what happens when, counted from the moment at which it was set. Steps may overlap; the first one that holds and
 * whose turn it is decides. A share of 0.25 hits every fourth message, so that a run can be repeated.
 */
final class FcmScript {
    static final FcmScript EMPTY = new FcmScript(List.of(), Instant.EPOCH);

    /**
     * What happens between two moments.
     *
     * @param answer FCM's error, or nothing when the message gets through (late, with a delay)
     * @param cut the connection is cut instead of an answer
     */
    private record Step(
            Duration from,
            Duration to,
            double share,
            Optional<FcmError> answer,
            boolean cut,
            Optional<Duration> retryAfter,
            Duration delay) {
        boolean holds(Duration time) {
            return time.compareTo(from) >= 0 && time.compareTo(to) < 0;
        }

        FcmVerdict verdict() {
            if (cut) {
                return new FcmVerdict.Cut(delay, false);
            }
            return answer.<FcmVerdict>map(error -> {
                        var refusal = FcmVerdict.Refuse.of(error, delay);
                        return retryAfter.map(refusal::retryAfter).orElse(refusal);
                    })
                    .orElseGet(() -> new FcmVerdict.Deliver(delay));
        }
    }

    private final List<Step> steps;
    private final Instant begin;
    private final double[] due;

    private FcmScript(List<Step> steps, Instant begin) {
        this.steps = steps;
        this.begin = begin;
        this.due = new double[steps.size()];
    }

    /** @throws IllegalArgumentException when the scenario cannot be understood */
    static FcmScript of(JsonArray script, Instant begin) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < script.size(); i++) {
            steps.add(step(script.getJsonObject(i)));
        }
        return new FcmScript(List.copyOf(steps), begin);
    }

    private static Step step(JsonObject json) {
        var answer = json.getString("answer", "OK");
        boolean cut = answer.equals("CUT");
        double share = json.getDouble("share", 1.0);
        if (share <= 0 || share > 1) {
            throw new IllegalArgumentException("share is above 0 and at most 1");
        }
        return new Step(
                Duration.ofMillis(json.getLong("fromMs", 0L)),
                Duration.ofMillis(json.getLong("toMs", Long.MAX_VALUE / 2)),
                share,
                cut || answer.equals("OK") ? Optional.empty() : Optional.of(FcmError.valueOf(answer)),
                cut,
                Optional.ofNullable(json.getLong("retryAfterSeconds")).map(Duration::ofSeconds),
                Duration.ofMillis(json.getLong("delayMs", 0L)));
    }

    /** What happens to the message that arrives now; nothing when the script has no word on it. */
    Optional<FcmVerdict> verdict(Instant now) {
        var time = Duration.between(begin, now);
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (step.holds(time)) {
                due[i] += step.share();
                // Tenths do not add up to one exactly.
                if (due[i] > 1 - 1e-9) {
                    due[i] -= 1;
                    return Optional.of(step.verdict());
                }
            }
        }
        return Optional.empty();
    }
}
