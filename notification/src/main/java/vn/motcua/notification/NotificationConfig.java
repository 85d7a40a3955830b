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

    /** Most pushes that one replica holds claimed at a time. */
    @WithDefault("200")
    int batch();

    /** Most requests to FCM at a time; a connection carries 100. */
    @WithDefault("64")
    int concurrency();

    /** How long one request to FCM may take. */
    @WithDefault("10s")
    Duration timeout();

    /** How long a claim holds. After that another replica sends the push: this one is taken for dead. */
    @WithDefault("2m")
    Duration lease();

    /** How often the outbox is looked at although nobody rang. */
    @WithDefault("1s")
    Duration poll();

    /** The wait before the second attempt; each further one doubles it, up to 30 minutes. */
    @WithDefault("10s")
    Duration backoff();

    /** After this a push is no news any more and is given up; the inbox entry stays. */
    @WithDefault("24h")
    Duration maxAge();

    /** Refuses values that contradict each other: a claim must outlast the slowest way through a batch. */
    static void check(NotificationConfig config) {
        if (config.batch() < 1 || config.concurrency() < 1) {
            throw new IllegalStateException("motcua.notification.batch and .concurrency must be at least 1");
        }
        int rounds = (config.batch() + config.concurrency() - 1) / config.concurrency();
        if (config.lease().compareTo(config.timeout().multipliedBy(rounds + 1L)) < 0) {
            throw new IllegalStateException(
                    "motcua.notification.lease must be longer than timeout x (batch / concurrency"
                            + " + 1), or pushes are sent twice: set a longer lease or a smaller batch");
        }
    }
}
