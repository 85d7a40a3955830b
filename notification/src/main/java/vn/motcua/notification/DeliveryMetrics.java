package vn.motcua.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What an operator asks about delivery. No label ever names a person, a device or a dossier. */
@ApplicationScoped
class DeliveryMetrics {
    private final MeterRegistry registry;
    private final Timer handover;
    private final AtomicLong oldestMillis = new AtomicLong();
    private final AtomicLong stopped = new AtomicLong();

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.handover = Timer.builder("motcua.notification.handover")
                .description("From writing a message to FCM's acceptance of its push")
                .serviceLevelObjectives(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(1))
                .register(registry);
        registry.gauge("motcua.notification.oldest.unsent.seconds", oldestMillis, millis -> millis.get() / 1000.0);
        registry.gauge("motcua.notification.stopped", stopped);
    }

    void record(CompletionStore.Result result) {
        refused(result.next());
        switch (result.next()) {
            case DeliveryRule.Next.Finished finished -> {
                var outcome = finished.outcome();
                registry.counter("motcua.notification.finished", "outcome", outcome.name())
                        .increment();
                if (outcome == DeliveryRule.Outcome.SENT && !result.claimed().waitedForMorning()) {
                    handover.record(result.claimed().age());
                }
            }
            case DeliveryRule.Next.Again again ->
                registry.counter(
                                again.error().filter(DeliveryRule.QUIET::equals).isPresent()
                                        ? "motcua.notification.quiet"
                                        : "motcua.notification.retried")
                        .increment();
        }
    }

    /** What FCM said, by its own code; the codes are a closed list. */
    private void refused(DeliveryRule.Next next) {
        var error = switch (next) {
            case DeliveryRule.Next.Finished finished -> finished.error();
            case DeliveryRule.Next.Again again -> again.error();
        };
        error.ifPresent(code ->
                registry.counter("motcua.notification.errors", "code", code).increment());
    }

    void stuck(int pushes) {
        registry.counter("motcua.notification.stuck").increment(pushes);
    }

    /** Whether this replica has stopped sending because FCM refuses everything. */
    void stopped(boolean isStopped) {
        stopped.set(isStopped ? 1 : 0);
    }

    void pruned(int devices) {
        registry.counter("motcua.notification.devices.pruned").increment(devices);
    }

    void oldest(Duration age) {
        oldestMillis.set(age.toMillis());
    }
}
