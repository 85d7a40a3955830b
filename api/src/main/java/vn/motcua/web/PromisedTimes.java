package vn.motcua.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/**
 * Counts how many answers to a search and to a suggestion stay within a time, so that an operator sees how often their
 * promises are kept (99 of 100 searches within 10 ms in the service, suggestions within 5 ms): {@code
 * http_server_requests_seconds_bucket}, label {@code le} in seconds.
 */
@Singleton
final class PromisedTimes implements MeterFilter {
    private static final Set<String> PROMISED = Set.of("/v1/procedures", "/v1/procedures/suggest");
    private static final double[] WITHIN = Arrays.stream(new long[] {1, 2, 5, 10, 20, 50, 100, 500})
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals("http.server.requests") && PROMISED.contains(String.valueOf(id.getTag("uri")))
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(WITHIN)
                        .build()
                        .merge(config)
                : config;
    }
}
