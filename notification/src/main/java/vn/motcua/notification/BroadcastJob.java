package vn.motcua.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Works on announcements where this replica delivers. Planning is long, so it has a thread of its own. */
@ApplicationScoped
class BroadcastJob {
    private static final Logger LOG = Logger.getLogger(BroadcastJob.class);
    private static final Duration REST = Duration.ofSeconds(1);

    private final BroadcastPace pace;
    private final NotificationConfig config;
    private final BroadcastConfig broadcasts;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** What a thread does again and again; answers how long to wait. */
    private interface Turn {
        Duration take();
    }

    BroadcastJob(BroadcastPace pace, NotificationConfig config, BroadcastConfig broadcasts) {
        this.pace = pace;
        this.config = config;
        this.broadcasts = broadcasts;
    }

    void start(@Observes StartupEvent event) {
        BroadcastConfig.check(broadcasts);
        if (config.role() == NotificationConfig.Role.API) {
            return;
        }
        run("broadcast-plan", () -> pace.plan() ? Duration.ZERO : broadcasts.poll());
        run("broadcast-pace", pace::step);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void run(String name, Turn turn) {
        Thread.ofPlatform().name(name).daemon().start(() -> {
            while (!isStopped(wait(turn))) {
                // the next turn
            }
        });
    }

    private Duration wait(Turn turn) {
        try {
            return turn.take();
        } catch (BroadcastPlanStore.StoppedMeanwhile e) {
            LOG.info(e.getMessage());
            return Duration.ZERO;
        } catch (RuntimeException e) {
            if (stopped.getCount() > 0) {
                LOG.warnf("announcements rest for a second: %s", e.toString());
            }
            return REST;
        }
    }

    private boolean isStopped(Duration wait) {
        try {
            return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
