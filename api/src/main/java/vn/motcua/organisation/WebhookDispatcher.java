package vn.motcua.organisation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Claims deliveries and starts them; they run side by side and come back by themselves. At-least-once: what a killed replica
 * held is sent by another one when the lease ends, under the same id.
 */
final class WebhookDispatcher implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WebhookDispatcher.class);
    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(30);
    /** Rings that come close together are one look. */
    private static final long GATHER_MILLIS = 5;

    private final DeliveryStore store;
    private final WebhookDelivery delivery;
    private final OrganisationConfig.Webhooks config;
    private final AtomicInteger flying = new AtomicInteger();
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().name("webhook-dispatcher").daemon().unstarted(this::run);
    private volatile boolean stopping;

    WebhookDispatcher(DeliveryStore store, WebhookDelivery delivery, OrganisationConfig.Webhooks config) {
        this.store = store;
        this.delivery = delivery;
        this.config = config;
    }

    void start() {
        thread.start();
    }

    /** Something may be there to deliver. */
    void ring() {
        bell.release();
    }

    private void run() {
        while (!stopping) {
            try {
                if (claim() == 0) {
                    bell.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
                    Thread.sleep(GATHER_MILLIS);
                    bell.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("deliveries cannot be claimed, trying again in a second: %s", e.toString());
                bell.drainPermits();
                if (!rest()) {
                    return;
                }
            }
        }
    }

    private int claim() {
        int free = config.inFlight() - flying.get();
        if (free <= 0) {
            return 0;
        }
        var claimed = store.claim(free, config.lease()).await().atMost(DATABASE_LIMIT);
        for (var one : claimed) {
            flying.incrementAndGet();
            delivery.deliver(one)
                    .onTermination()
                    .invoke(this::landed)
                    .subscribe()
                    .with(
                            done -> {},
                            lost -> LOG.warnf("what came of a delivery was not written down: %s", lost.toString()));
        }
        return claimed.size();
    }

    private void landed() {
        flying.decrementAndGet();
        bell.release();
    }

    private static boolean rest() {
        try {
            Thread.sleep(1_000);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** What is on its way is left: it is sent again when its lease ends. */
    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
    }
}
