package vn.motcua.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How the server treats a token. The token's first word says what its phone is like ({@code dead-}, {@code slow-},
 * {@code quota-}, {@code bad-}, {@code flaky-}, {@code foreign-}, {@code broken-}, {@code apple-}, {@code bare-}, {@code cut-},
 * {@code lost-}); every other token is a healthy phone.
 */
final class FcmRules {
    /** What Google grants a project by default. */
    static final int DEFAULT_QUOTA = 600_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final Clock clock;
    private final Set<String> askedToWait = new HashSet<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private int quotaPerMinute = DEFAULT_QUOTA;
    private final Set<String> retired = new HashSet<>();
    private FcmScript script = FcmScript.EMPTY;
    private boolean down;
    private boolean credentialsRefused;
    private Duration delay = Duration.ZERO;
    private Instant minute = Instant.EPOCH;
    private int usedThisMinute;

    FcmRules(Clock clock) {
        this.clock = clock;
    }

    synchronized void quotaPerMinute(int messages) {
        quotaPerMinute = messages;
    }

    synchronized void down(boolean isDown) {
        down = isDown;
    }

    synchronized void credentialsRefused(boolean areRefused) {
        credentialsRefused = areRefused;
    }

    synchronized void delay(Duration everyAnswer) {
        delay = everyAnswer;
    }

    synchronized void retire(String token) {
        retired.add(token);
    }

    synchronized void script(FcmScript newScript) {
        script = newScript;
    }

    synchronized FcmVerdict judge(String token) {
        if (down) {
            return refuse(FcmError.UNAVAILABLE);
        }
        if (credentialsRefused) {
            return refuse(FcmError.UNAUTHENTICATED);
        }
        var now = clock.instant();
        if (!now.isBefore(minute.plus(MINUTE))) {
            minute = now;
            usedThisMinute = 0;
        }
        if (usedThisMinute >= quotaPerMinute) {
            // Rounded up: a sender that comes back after exactly this time must find the next minute open.
            var wait =
                    Duration.between(now, minute.plus(MINUTE)).plusMillis(999).toSeconds();
            return refuse(FcmError.QUOTA_EXCEEDED).retryAfter(Duration.ofSeconds(wait));
        }
        usedThisMinute++;
        return script.verdict(now).orElseGet(() -> ofToken(token));
    }

    private FcmVerdict ofToken(String token) {
        if (retired.contains(token)) {
            return refuse(FcmError.UNREGISTERED);
        }
        return switch (firstWord(token)) {
            case "dead" -> refuse(FcmError.UNREGISTERED);
            case "bad" -> refuse(FcmError.INVALID_ARGUMENT);
            case "apple" -> refuse(FcmError.THIRD_PARTY_AUTH_ERROR);
            case "bare" -> refuse(FcmError.NOT_FOUND);
            case "foreign" -> refuse(FcmError.SENDER_ID_MISMATCH);
            case "broken" -> refuse(FcmError.INTERNAL);
            case "quota" ->
                askedToWait.add(token) ? refuse(FcmError.QUOTA_EXCEEDED).retryAfter(ONE_SECOND) : deliver();
            case "flaky" -> tries.merge(token, 1, Integer::sum) % 2 == 1 ? refuse(FcmError.UNAVAILABLE) : deliver();
            case "cut" -> tries.merge(token, 1, Integer::sum) % 2 == 1 ? new FcmVerdict.Cut(delay, false) : deliver();
            // The message arrives, the word of it does not: the sender cannot but send it again.
            case "lost" -> tries.merge(token, 1, Integer::sum) % 2 == 1 ? new FcmVerdict.Cut(delay, true) : deliver();
            case "slow" -> new FcmVerdict.Deliver(delay.plus(SLOW));
            default -> deliver();
        };
    }

    private FcmVerdict deliver() {
        return new FcmVerdict.Deliver(delay);
    }

    private FcmVerdict.Refuse refuse(FcmError error) {
        return FcmVerdict.Refuse.of(error, delay);
    }

    private static String firstWord(String token) {
        int end = token.indexOf('-');
        return end < 0 ? "" : token.substring(0, end);
    }
}
