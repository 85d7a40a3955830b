package vn.motcua.notification;

import java.time.Duration;
import java.util.Optional;

/** Settings of a dispatcher that a test runs itself: short waits, so that a test does not. */
record TestConfig(Role role, int batch, Duration lease, Duration backoff, Duration maxAge)
        implements NotificationConfig {
    static final TestConfig USUAL = in(Role.ALL);

    static TestConfig in(Role role) {
        return new TestConfig(role, 200, Duration.ofMinutes(2), Duration.ofMillis(100), Duration.ofHours(24));
    }

    @Override
    public int concurrency() {
        return 16;
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration poll() {
        return Duration.ofMillis(100);
    }

    /** Firebase at a local server. */
    record Fcm(Optional<String> endpoint) implements FcmConfig {
        @Override
        public Optional<String> credentialsFile() {
            return Optional.empty();
        }

        @Override
        public Optional<String> project() {
            return Optional.empty();
        }
    }
}
