package vn.motcua.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Brings the outbox to FCM. One thread owns all state: it claims, hands pushes to the sending threads, gathers what came of
 * them and completes the rows. Everything that happens reaches it as a signal. At-least-once: what a killed replica held
 * is sent by another one when the lease ends.
 */
final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(30);
    /** Answers that come close together are completed together. */
    private static final long GATHER_MILLIS = 5;

    private sealed interface Signal {
        record Ring() implements Signal {}

        record Stop() implements Signal {}

        record Done(OutboxStore.Claimed claimed, Delivery delivery) implements Signal {}
    }

    private final OutboxStore outbox;
    private final Attempts attempts;
    private final NotificationConfig config;
    private final DeliveryRule rule;
    private final DeliveryMetrics metrics;
    private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final List<OutboxStore.Result> results = new ArrayList<>();
    private final ExecutorService senders;
    private final Thread thread;
    private int inFlight;
    private boolean stopping;
    private boolean moreWaits = true;
    private long lastLook = System.nanoTime();

    Dispatcher(OutboxStore outbox, PushSender sender, NotificationConfig config, DeliveryMetrics metrics) {
        this.outbox = outbox;
        this.config = config;
        this.metrics = metrics;
        this.rule = new DeliveryRule(config.backoff(), config.maxAge());
        this.attempts = new Attempts(sender, rule);
        this.senders = Executors.newFixedThreadPool(
                config.concurrency(),
                Thread.ofPlatform().name("push-", 0).daemon().factory());
        this.thread = Thread.ofPlatform().name("push-dispatcher").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Something new is in the outbox. */
    void ring() {
        signals.add(new Signal.Ring());
    }

    /** No new claims; what is on its way is finished and completed. */
    @Override
    public void close() {
        signals.add(new Signal.Stop());
        try {
            if (!thread.join(config.timeout().plusSeconds(5))) {
                LOG.warn("pushes still on their way were left; they are sent again when their lease ends");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            senders.shutdownNow();
        }
    }

    private void run() {
        while (!(stopping && inFlight == 0 && results.isEmpty())) {
            try {
                gather();
                complete();
                claim();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The database is away, for example. Results are kept; leases guard the rest.
                LOG.warnf("the outbox cannot be reached, trying again in a second: %s", e.toString());
                if (stopping || !rest()) {
                    return;
                }
            }
        }
    }

    private static boolean rest() {
        try {
            Thread.sleep(1_000);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Waits for a signal, at most until the next look at the outbox is due, and takes in all that are there. */
    private void gather() throws InterruptedException {
        var first = signals.poll(untilNextLook(), TimeUnit.MILLISECONDS);
        if (first instanceof Signal.Done) {
            Thread.sleep(GATHER_MILLIS);
        }
        for (var signal = first; signal != null; signal = signals.poll()) {
            take(signal);
        }
    }

    private long untilNextLook() {
        var paused = attempts.paused().toMillis();
        if (moreWaits && paused == 0 && free() >= fewest()) {
            return 0;
        }
        var sinceLook = (System.nanoTime() - lastLook) / 1_000_000;
        return Math.max(1, Math.max(paused, config.poll().toMillis() - sinceLook));
    }

    private void take(Signal signal) {
        switch (signal) {
            case Signal.Ring() -> moreWaits = true;
            case Signal.Stop() -> stopping = true;
            case Signal.Done(var claimed, var delivery) -> {
                inFlight--;
                var chance = ThreadLocalRandom.current().nextDouble();
                results.add(new OutboxStore.Result(
                        claimed, rule.next(delivery, claimed.attempts(), claimed.age(), chance)));
            }
        }
    }

    private void complete() {
        if (results.isEmpty()) {
            return;
        }
        int pruned = outbox.complete(List.copyOf(results)).await().atMost(DATABASE_LIMIT);
        results.forEach(metrics::record);
        metrics.pruned(pruned);
        results.clear();
    }

    private void claim() {
        boolean lookDue = System.nanoTime() - lastLook >= config.poll().toNanos();
        if (stopping || !attempts.paused().isZero() || free() < fewest() || !(moreWaits || lookDue)) {
            return;
        }
        if (lookDue) {
            lastLook = System.nanoTime();
            metrics.oldest(outbox.oldest().await().atMost(DATABASE_LIMIT));
        }
        int most = free();
        var claimed = outbox.claim(most, config.lease()).await().atMost(DATABASE_LIMIT);
        moreWaits = claimed.size() == most;
        inFlight += claimed.size();
        claimed.forEach(one -> senders.execute(() -> signals.add(new Signal.Done(one, attempts.deliver(one)))));
    }

    private int free() {
        return config.batch() - inFlight;
    }

    /** Small claims cost as much as large ones, so a few free places are not worth one. */
    private int fewest() {
        return Math.max(1, config.batch() / 4);
    }
}
