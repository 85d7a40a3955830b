package vn.motcua.notification;

import com.google.auth.Retryable;
import com.google.firebase.ErrorCode;
import com.google.firebase.IncomingHttpResponse;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.MessagingErrorCode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Optional;

/** FCM's errors by its own documents. A bare 404 or 400 without FCM's code says nothing about a token. */
final class FcmErrors {
    /** What FCM's documents ask for when 429 comes without Retry-After. */
    static final Duration QUOTA_WAIT = Duration.ofMinutes(1);

    /** The token was made for another project: one such token is old, many in a row mean that our credentials are wrong. */
    static final String OTHER_PROJECT = MessagingErrorCode.SENDER_ID_MISMATCH.name();

    /** No server may silence us for longer; quotas are per minute. */
    private static final long LONGEST_WAIT_SECONDS = 3_600;

    private FcmErrors() {}

    static Delivery classify(FirebaseMessagingException failure, Instant now) {
        var code = failure.getMessagingErrorCode();
        var wait = retryAfter(failure.getHttpResponse(), now);
        if (code == null) {
            return withoutFcmCode(failure, wait);
        }
        return switch (code) {
            case UNREGISTERED -> new Delivery.DeadToken();
            case INVALID_ARGUMENT, SENDER_ID_MISMATCH -> new Delivery.Refused(code.name());
            case QUOTA_EXCEEDED -> new Delivery.QuotaExceeded(wait.orElse(QUOTA_WAIT));
            case THIRD_PARTY_AUTH_ERROR -> new Delivery.PlatformRefused(code.name());
            case UNAVAILABLE, INTERNAL -> new Delivery.Failed(code.name(), wait);
        };
    }

    private static Delivery withoutFcmCode(FirebaseMessagingException failure, Optional<Duration> wait) {
        var code = failure.getErrorCode();
        if (code == ErrorCode.UNAUTHENTICATED || code == ErrorCode.PERMISSION_DENIED || keyRefused(failure)) {
            return new Delivery.CredentialsRefused(code.name());
        }
        if (code == ErrorCode.RESOURCE_EXHAUSTED) {
            return new Delivery.QuotaExceeded(wait.orElse(QUOTA_WAIT));
        }
        if (code == ErrorCode.INVALID_ARGUMENT) {
            return new Delivery.Refused(code.name());
        }
        return new Delivery.Failed(code.name(), wait);
    }

    /** Google's token service turned the service account away, for good. */
    private static boolean keyRefused(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Retryable token && !token.isRetryable()) {
                return true;
            }
        }
        return false;
    }

    /** Seconds or a date (RFC 9110). */
    static Optional<Duration> retryAfter(IncomingHttpResponse response, Instant now) {
        if (response == null) {
            return Optional.empty();
        }
        return response.getHeaders().entrySet().stream()
                .filter(h -> h.getKey().equalsIgnoreCase("Retry-After"))
                .map(h -> h.getValue() instanceof Collection<?> many && !many.isEmpty()
                        ? many.iterator().next()
                        : h.getValue())
                .flatMap(value -> parse(String.valueOf(value), now).stream())
                .findFirst();
    }

    static Optional<Duration> parse(String value, Instant now) {
        try {
            if (value.chars().allMatch(Character::isDigit)) {
                return Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(value), LONGEST_WAIT_SECONDS)));
            }
            var until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            long seconds = Math.min(Duration.between(now, until).toSeconds(), LONGEST_WAIT_SECONDS);
            return Optional.of(Duration.ofSeconds(seconds)).filter(Duration::isPositive);
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
