package vn.motcua.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Brings announcements forward, one step at a time. Any number of replicas may call it. */
@ApplicationScoped
class BroadcastPace {
    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(30);
    private static final Duration PLAN_LIMIT = Duration.ofMinutes(10);
    /** How long to let the dispatchers work when announced pushes pile up. */
    private static final Duration JAM = Duration.ofMillis(300);
    /** The least wait when nothing could be done: a slice that is due and not ours is in another replica's hands. */
    private static final Duration OTHERS = Duration.ofMillis(50);

    private final BroadcastPlanStore plans;
    private final BroadcastSliceStore slices;
    private final BroadcastConfig config;
    private final Counter told;

    BroadcastPace(
            BroadcastPlanStore plans, BroadcastSliceStore slices, BroadcastConfig config, MeterRegistry registry) {
        this.plans = plans;
        this.slices = slices;
        this.config = config;
        this.told = registry.counter("motcua.notification.broadcast.told");
    }

    /** Plans what waits for it. Blocks; whether there was something. */
    boolean plan() {
        return plans.planNext().await().atMost(PLAN_LIMIT);
    }

    /**
     * Tells one slice where one is due, unless pushes of earlier ones pile up: then whatever is somebody's own would find a
     * crowd. Blocks.
     *
     * @return how long there is nothing to do
     */
    Duration step() {
        int full = 2 * config.slice();
        if (slices.jam(full).await().atMost(DATABASE_LIMIT) >= full) {
            return JAM;
        }
        if (release()) {
            return Duration.ZERO;
        }
        return rest(slices.untilNext().await().atMost(DATABASE_LIMIT));
    }

    /** Until the next slice, but never without a pause, and never past the next look for new announcements. */
    private Duration rest(Optional<Duration> untilNext) {
        return untilNext
                .map(wait -> wait.compareTo(OTHERS) < 0 ? OTHERS : wait)
                .filter(wait -> wait.compareTo(config.poll()) < 0)
                .orElse(config.poll());
    }

    private boolean release() {
        return slices.inTransaction(tx -> slices.due(tx).chain(found -> {
                    if (found.isEmpty()) {
                        return io.smallrye.mutiny.Uni.createFrom().item(Optional.<BroadcastSliceStore.Released>empty());
                    }
                    var due = found.get();
                    var opens = due.opens();
                    return opens.isAfter(due.now())
                            ? slices.waitUntil(tx, due.id(), opens)
                                    .replaceWith(Optional.of(new BroadcastSliceStore.Released(0, 0)))
                            : slices.release(tx, due.id(), due.next()).map(Optional::of);
                }))
                .await()
                .atMost(DATABASE_LIMIT)
                .map(done -> {
                    told.increment(done.told());
                    return true;
                })
                .orElse(false);
    }
}
