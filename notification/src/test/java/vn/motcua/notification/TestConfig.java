package vn.motcua.notification;

import java.time.Duration;
import java.util.Optional;

/** Settings of a dispatcher that a test runs itself: short waits, so that a test does not. */
record TestConfig(Role role, int batch, Duration lease, Duration watchdog, int quotaPerMinute)
        implements NotificationConfig {
    static final TestConfig USUAL = in(Role.ALL);

    static TestConfig in(Role role) {
        return new TestConfig(role, 200, Duration.ofSeconds(4), Duration.ofMinutes(2), 600_000);
    }

    TestConfig batchOf(int pushes) {
        return new TestConfig(role, pushes, lease, watchdog, quotaPerMinute);
    }

    TestConfig leaseOf(Duration length) {
        return new TestConfig(role, batch, length, watchdog, quotaPerMinute);
    }

    TestConfig watchdogOf(Duration length) {
        return new TestConfig(role, batch, lease, length, quotaPerMinute);
    }

    TestConfig quotaOf(int perMinute) {
        return new TestConfig(role, batch, lease, watchdog, perMinute);
    }

    @Override
    public Duration backoff() {
        return Duration.ofMillis(100);
    }

    @Override
    public Duration activeWithin() {
        return Duration.ofDays(7);
    }

    @Override
    public Duration staleDevicesAfter() {
        return Duration.ofDays(60);
    }

    @Override
    public Duration dropDevicesAfter() {
        return Duration.ofDays(270);
    }

    @Override
    public Duration keepMessages() {
        return Duration.ofDays(365);
    }

    @Override
    public Duration maxAge() {
        return Duration.ofHours(24);
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
    record Fcm(Optional<String> endpoint, Optional<String> credentialsFile, Optional<String> trustedCertificate)
            implements FcmConfig {
        Fcm(Optional<String> endpoint) {
            this(endpoint, Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<String> project() {
            return Optional.empty();
        }
    }
}
