package vn.motcua.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Runs {@link Retention} every hour where this replica delivers. */
@ApplicationScoped
class RetentionJob {
    private static final Logger LOG = Logger.getLogger(RetentionJob.class);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Retention retention;
    private final NotificationConfig config;
    private ScheduledExecutorService background;

    RetentionJob(Retention retention, NotificationConfig config) {
        this.retention = retention;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.role() == NotificationConfig.Role.API) {
            return;
        }
        background = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("notification-retention").daemon().factory());
        background.scheduleWithFixedDelay(this::run, 5, 60, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent event) {
        if (background != null) {
            background.shutdownNow();
        }
    }

    void run() {
        try {
            int devices = all(() -> retention
                    .dropSilentDevices(config.dropDevicesAfter())
                    .await()
                    .atMost(LIMIT));
            int messages = all(() ->
                    retention.dropOldMessages(config.keepMessages()).await().atMost(LIMIT));
            int broadcasts = all(() ->
                    retention.dropOldBroadcasts(config.keepMessages()).await().atMost(LIMIT));
            if (devices + messages + broadcasts > 0) {
                LOG.infof(
                        "retention: %d silent devices, %d old inbox entries and %d announcements dropped",
                        devices, messages, broadcasts);
            }
        } catch (RuntimeException e) {
            LOG.warnf("retention stopped and goes on in an hour: %s", e.toString());
        }
    }

    private static int all(Supplier<Integer> step) {
        int dropped = 0;
        int last;
        do {
            last = step.get();
            dropped += last;
        } while (last == Retention.STEP);
        return dropped;
    }
}
