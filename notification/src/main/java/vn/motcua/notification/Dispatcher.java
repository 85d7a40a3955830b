package vn.motcua.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Brings the outbox to FCM. One thread owns all state: it claims, hands pushes to the sending threads, gathers what came of
 * them and completes the rows. Everything that happens reaches it as a signal. At-least-once: what a killed replica held
 * is sent by another one when its lease lapses.
 */
final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(30);
    /** Answers that come close together are completed together. */
    private static final long GATHER_MILLIS = 5;
    /** An age that goes into the day's figures. */
    private static final Duration WORTH_KEEPING = Duration.ofSeconds(1);
    /** Most tenants that one claim serves; the next one goes on behind them. */
    private static final int TENANTS = 64;

    private sealed interface Signal {
        record Ring() implements Signal {}

        record Stop() implements Signal {}

        record Done(Claimed claimed, Delivery delivery) implements Signal {}
    }

    private final OutboxStore outbox;
    private final ClaimStore claims;
    private final CompletionStore completions;
    private final FunnelStore funnel;
    private final int shard = ThreadLocalRandom.current().nextInt(FunnelStore.SHARDS);
    private final Lease lease;
    private final Quota quota;
    private final Breaker breaker;
    private final Attempts attempts;
    private final Holding holding;
    private final NotificationConfig config;
    private final DeliveryRule rule;
    private final DeliveryMetrics metrics;
    private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final FairQueue queue = new FairQueue();
    private final List<CompletionStore.Result> results = new ArrayList<>();
    private final Map<Lane, String> lastTenants = new EnumMap<>(Lane.class);
    private final ExecutorService senders;
    private final Thread thread;
    private Optional<Duration> askedToSlowDown = Optional.empty();
    private boolean stopping;
    private boolean moreWaits = true;
    private long lastLook = System.nanoTime();

    Dispatcher(DeliveryStores stores, PushSender sender, NotificationConfig config, DeliveryMetrics metrics) {
        this.outbox = stores.outbox();
        this.claims = stores.claims();
        this.completions = stores.completions();
        this.funnel = stores.funnel();
        this.config = config;
        this.metrics = metrics;
        var pause = new Pause();
        this.lease = new Lease(stores.leases(), config, metrics, this::ring, pause);
        this.quota = new Quota(stores.quota(), config);
        this.breaker = new Breaker(config.backoff(), System::nanoTime);
        this.holding = new Holding(config.batch());
        this.rule = new DeliveryRule(config.backoff(), config.maxAge());
        this.attempts = new Attempts(sender, rule, lease, breaker, pause);
        this.senders = Executors.newFixedThreadPool(
                config.concurrency(),
                Thread.ofPlatform().name("push-", 0).daemon().factory());
        this.thread = Thread.ofPlatform().name("push-dispatcher").daemon().unstarted(this::run);
    }

    void start() {
        lease.start();
        for (int i = 0; i < config.concurrency(); i++) {
            senders.execute(this::send);
        }
        thread.start();
    }

    /** Something new is in the outbox. */
    void ring() {
        signals.add(new Signal.Ring());
    }

    /** No new claims; what is on its way is finished and completed, what is left goes back to the outbox. */
    @Override
    public void close() {
        signals.add(new Signal.Stop());
        try {
            if (!thread.join(config.timeout().plusSeconds(5))) {
                LOG.warn("pushes still on their way were left; they are sent again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            senders.shutdownNow();
            lease.close();
        }
    }

    private void send() {
        try {
            while (true) {
                var push = queue.take();
                signals.add(new Signal.Done(push, attempts.deliver(push)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!(stopping && holding.isEmpty() && results.isEmpty())) {
            try {
                gather();
                complete();
                claim();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The database is away, for example. Results are kept; the lease guards the rest.
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
        var sinceLook = (System.nanoTime() - lastLook) / 1_000_000;
        var usual = Math.max(1, config.poll().toMillis() - sinceLook);
        if (!moreWaits || room() < holding.fewest() && !breaker.isStopped()) {
            return usual;
        }
        var held = attempts.paused();
        var quotaWait = quota.wait(1);
        var wait = held.compareTo(quotaWait) > 0 ? held : quotaWait;
        return room() == 0 ? usual : wait.toMillis();
    }

    /** While the breaker lets only a few try, their answers come first. */
    private int room() {
        return breaker.isStopped() && !holding.isEmpty() ? 0 : breaker.most(holding.free());
    }

    private void take(Signal signal) {
        switch (signal) {
            case Signal.Ring() -> moreWaits = true;
            case Signal.Stop() -> stopping = true;
            case Signal.Done(var claimed, var delivery) -> {
                moreWaits |= holding.release(claimed);
                if (delivery instanceof Delivery.QuotaExceeded(var wait)) {
                    askedToSlowDown = Optional.of(wait);
                }
                var chance = ThreadLocalRandom.current().nextDouble();
                results.add(new CompletionStore.Result(
                        claimed, rule.next(delivery, claimed.attempts(), claimed.age(), chance)));
            }
        }
    }

    private void complete() {
        askedToSlowDown.ifPresent(quota::slowDown);
        askedToSlowDown = Optional.empty();
        if (results.isEmpty()) {
            return;
        }
        var done = completions.complete(List.copyOf(results)).await().atMost(DATABASE_LIMIT);
        moreWaits |= done.followed();
        results.forEach(metrics::record);
        metrics.pruned(done.pruned());
        metrics.stopped(breaker.isStopped());
        results.clear();
    }

    private void claim() {
        boolean lookDue = System.nanoTime() - lastLook >= config.poll().toNanos();
        if (lookDue) {
            lastLook = System.nanoTime();
            lookAtOldest();
        }
        boolean enough = holding.free() >= holding.fewest();
        boolean paused = !attempts.paused().isZero();
        if (paused) {
            quota.forget();
        }
        if (stopping || !lease.holds() || paused || !enough || !(moreWaits || lookDue)) {
            return;
        }
        int most = quota.most(room());
        moreWaits = most == 0 && moreWaits;
        for (var lane : Lane.values()) {
            most -= claim(lane, Math.min(most, holding.free(lane)));
        }
    }

    private void lookAtOldest() {
        var age = outbox.oldest().await().atMost(DATABASE_LIMIT);
        metrics.oldest(age);
        if (age.compareTo(WORTH_KEEPING) >= 0) {
            funnel.oldest(shard, age).await().atMost(DATABASE_LIMIT);
        }
    }

    /** Takes what is due in this lane and answers how much that was. */
    private int claim(Lane lane, int most) {
        if (most <= 0) {
            return 0;
        }
        var after = lastTenants.getOrDefault(lane, "");
        var room = new ClaimStore.Room(
                lane, after, Math.min(TENANTS, most), most, holding.cap(), holding.byTenant(), config.activeWithin());
        var claim = claims.claim(lease.name(), room).await().atMost(DATABASE_LIMIT);
        lastTenants.put(lane, claim.sawAll() ? "" : claim.lastTenant());
        // When the walk began in the middle, the tenants before it were not looked at.
        moreWaits |= claim.mayBeMore() || !after.isEmpty();
        claim.pushes().forEach(holding::take);
        quota.used(claim.pushes().size());
        queue.add(claim.pushes());
        return claim.pushes().size();
    }
}
