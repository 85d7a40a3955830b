package vn.motcua.notification;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * This replica's sign of life, renewed on a thread of its own so that a slow claim does not look like death. As long as it
 * is renewed, nobody else touches what this replica holds; once it lapses, the replica must not send what it still has.
 * The same thread looks after others: it frees what the dead and the stuck hold, and hears what FCM asked of them.
 */
final class Lease implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lease.class);

    private final LeaseStore store;
    private final NotificationConfig config;
    private final DeliveryMetrics metrics;
    private final Runnable somethingCameFree;
    private final Pause pause;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile Term term = new Term(UUID.randomUUID(), System.nanoTime());
    private long lastWatch = System.nanoTime();

    /** The name it runs under, and until when by this machine's steady clock. */
    private record Term(UUID id, long until) {
        boolean runs() {
            return until - System.nanoTime() > 0;
        }
    }

    Lease(
            LeaseStore store,
            NotificationConfig config,
            DeliveryMetrics metrics,
            Runnable somethingCameFree,
            Pause pause) {
        this.store = store;
        this.config = config;
        this.metrics = metrics;
        this.somethingCameFree = somethingCameFree;
        this.pause = pause;
        this.thread = Thread.ofPlatform().name("push-lease").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** The name to claim under. */
    UUID name() {
        return term.id;
    }

    /** Whether it runs at all. */
    boolean holds() {
        return term.runs();
    }

    /** Whether a push that was claimed under this name is still ours. */
    boolean holds(UUID name) {
        var now = term;
        return now.id.equals(name) && now.runs();
    }

    private void run() {
        do {
            try {
                renew();
                lookAfterOthers();
            } catch (RuntimeException e) {
                LOG.warnf("the lease could not be renewed: %s", e.toString());
            }
        } while (!isStopped());
    }

    private boolean isStopped() {
        try {
            return stopped.await(config.lease().toMillis() / 4, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void renew() {
        long began = System.nanoTime();
        var before = term;
        // A lapsed name is not taken up again: others may have freed and sent what was claimed under it.
        var id = before.runs() ? before.id : UUID.randomUUID();
        // Half the lease for an answer: a database that is slower than that leaves time for another try.
        pause.atLeast(
                store.renew(id, config.lease()).await().atMost(config.lease().dividedBy(2)));
        var renewed = new Term(id, began + config.lease().toNanos());
        boolean lapsedMeanwhile = id.equals(before.id) && !before.runs();
        term = lapsedMeanwhile ? new Term(UUID.randomUUID(), began) : renewed;
        if (!id.equals(before.id)) {
            somethingCameFree.run();
        }
    }

    private void lookAfterOthers() {
        int freed = store.freeOfTheDead(config.lease()).await().atMost(config.lease());
        if (freed > 0) {
            LOG.infof("%d pushes of a dispatcher that died are sent by others", freed);
            somethingCameFree.run();
        }
        if (System.nanoTime() - lastWatch < config.watchdog().toNanos() / 4) {
            return;
        }
        lastWatch = System.nanoTime();
        int stuck = store.freeTheStuck(config.watchdog()).await().atMost(config.lease());
        if (stuck > 0) {
            LOG.warnf("%d pushes were stuck and are sent again", stuck);
            metrics.stuck(stuck);
            somethingCameFree.run();
        }
    }

    /** What was not sent is free for others at once. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(config.lease());
            store.leave(term.id).await().atMost(config.lease());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.infof("the lease ends by itself: %s", e.toString());
        }
    }
}
