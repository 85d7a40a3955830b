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

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.handover = Timer.builder("motcua.notification.handover")
                .description("From writing a message to FCM's acceptance of its push")
                .serviceLevelObjectives(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(1))
                .register(registry);
        registry.gauge("motcua.notification.oldest.unsent.seconds", oldestMillis, millis -> millis.get() / 1000.0);
    }

    void record(OutboxStore.Result result) {
        switch (result.next()) {
            case DeliveryRule.Next.Finished finished -> {
                var outcome = finished.outcome();
                registry.counter("motcua.notification.finished", "outcome", outcome.name())
                        .increment();
                if (outcome == DeliveryRule.Outcome.SENT) {
                    handover.record(result.claimed().age());
                }
            }
            case DeliveryRule.Next.Again _ ->
                registry.counter("motcua.notification.retried").increment();
        }
    }

    void pruned(int devices) {
        registry.counter("motcua.notification.devices.pruned").increment(devices);
    }

    void oldest(Duration age) {
        oldestMillis.set(age.toMillis());
    }
}
