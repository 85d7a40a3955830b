package vn.motcua.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How pushes are delivered. */
@ConfigMapping(prefix = "motcua.notification")
public interface NotificationConfig {
    /** What this replica does; it follows {@code motcua.role}. */
    enum Role {
        ALL,
        API,
        DISPATCHER
    }

    /** Whether this replica delivers: everything but {@code api} does. */
    @WithDefault("${motcua.role:all}")
    Role role();

    /** Most pushes that one replica holds at a time; one tenant has at most three quarters of them. */
    @WithDefault("200")
    int batch();

    /** Most requests to FCM at a time; a connection carries 100. */
    @WithDefault("64")
    int concurrency();

    /** How long one request to FCM may take. */
    @WithDefault("10s")
    Duration timeout();

    /** How long a replica that shows no sign of life keeps what it holds; it renews four times as often. */
    @WithDefault("12s")
    Duration lease();

    /** What is held for longer than this, by whomever, is stuck and is sent again. */
    @WithDefault("3m")
    Duration watchdog();

    /** What FCM lets the project send in a minute, all replicas together; Google's default. */
    @WithDefault("600000")
    int quotaPerMinute();

    /** How often the outbox is looked at although nobody rang. */
    @WithDefault("1s")
    Duration poll();

    /** The wait before the second attempt; each further one doubles it, up to 30 minutes. */
    @WithDefault("10s")
    Duration backoff();

    /** After this, quiet hours not counted, a push is no news any more and is a dead letter; the inbox entry stays. */
    @WithDefault("24h")
    Duration maxAge();

    /** A phone that was heard of so lately is taken to be in its owner's hand, and may show full text if the owner chose it. */
    @WithDefault("7d")
    Duration activeWithin();

    /** A device that was silent for longer gets no pushes: most likely it has another owner or no app any more. */
    @WithDefault("60d")
    Duration staleDevicesAfter();

    /** A device that was silent for longer is forgotten. */
    @WithDefault("270d")
    Duration dropDevicesAfter();

    /** Inbox entries that are older are dropped, with what became of their pushes. */
    @WithDefault("365d")
    Duration keepMessages();

    /** Refuses values that contradict each other: nothing is stuck while it takes the slowest way through a batch. */
    static void check(NotificationConfig config) {
        if (config.batch() < 4 || config.concurrency() < 1 || config.quotaPerMinute() < 1) {
            throw new IllegalStateException(
                    "motcua.notification.batch must be at least 4, .concurrency and" + " .quota-per-minute at least 1");
        }
        if (config.lease().compareTo(Duration.ofSeconds(2)) < 0) {
            throw new IllegalStateException("motcua.notification.lease must be at least 2 s, or a busy moment is"
                    + " taken for death and pushes are sent twice");
        }
        int rounds = (config.batch() + config.concurrency() - 1) / config.concurrency();
        if (config.watchdog().compareTo(config.timeout().multipliedBy(rounds + 1L)) < 0) {
            throw new IllegalStateException(
                    "motcua.notification.watchdog must be longer than timeout x (batch / concurrency"
                            + " + 1), or pushes are sent twice: set a longer one or a smaller batch");
        }
    }
}
