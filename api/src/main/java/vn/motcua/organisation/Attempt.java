package vn.motcua.organisation;

import java.time.Duration;
import java.util.Optional;

/** What came of one call of a firm's server. */
sealed interface Attempt {
    /** Answered with 2xx. */
    record Delivered(int status) implements Attempt {}

    /**
     * Answered otherwise, or not at all.
     *
     * @param error one of a few words, nothing that the other side has written
     * @param asked how long the other side asks to wait
     */
    record Failed(String error, Optional<Duration> asked) implements Attempt {
        static Failed of(String error) {
            return new Failed(error, Optional.empty());
        }
    }

    /** 410: the other side wants no more messages, ever. */
    record Unwanted() implements Attempt {}
}
