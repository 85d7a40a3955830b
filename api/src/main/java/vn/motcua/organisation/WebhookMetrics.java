package vn.motcua.organisation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What an operator asks about delivery to firms. No label names a firm or an endpoint. */
@Singleton
class WebhookMetrics {
    private final MeterRegistry registry;
    private final Timer handover;

    WebhookMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.handover = Timer.builder("motcua.webhook.handover")
                .description("From a place in the feed to the endpoint's 2xx")
                .serviceLevelObjectives(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(1))
                .register(registry);
    }

    void record(RetryRule.Next next, Duration age) {
        var outcome = switch (next) {
            case RetryRule.Next.Done() -> "DELIVERED";
            case RetryRule.Next.Again _ -> "RETRIED";
            case RetryRule.Next.Dead _ -> "DEAD";
            case RetryRule.Next.Disable _ -> "UNWANTED";
        };
        registry.counter("motcua.webhook.attempts", "outcome", outcome).increment();
        if (next instanceof RetryRule.Next.Done) {
            handover.record(age);
        }
    }
}
