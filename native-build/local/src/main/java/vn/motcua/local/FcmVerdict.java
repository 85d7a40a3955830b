package vn.motcua.local;

import java.time.Duration;
import java.util.Optional;

/** What the FCM server does with one message. */
sealed interface FcmVerdict {
    /** How long the answer takes. */
    Duration delay();

    /** The phone receives it. */
    record Deliver(Duration delay) implements FcmVerdict {}

    /** The connection is cut; the message may have been delivered before. */
    record Cut(Duration delay, boolean delivered) implements FcmVerdict {}

    /** It is refused; with {@code retryAfter} the sender is told when to come back. */
    record Refuse(FcmError error, String text, Optional<Duration> retryAfter, Duration delay) implements FcmVerdict {
        static Refuse of(FcmError error, Duration delay) {
            return new Refuse(error, error.body().getJsonObject("error").getString("message"), Optional.empty(), delay);
        }

        /** A complaint about the request itself. */
        static Refuse invalid(String text) {
            return new Refuse(FcmError.INVALID_ARGUMENT, text, Optional.empty(), Duration.ZERO);
        }

        Refuse retryAfter(Duration wait) {
            return new Refuse(error, text, Optional.of(wait), delay);
        }
    }
}
