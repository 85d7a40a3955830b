package vn.motcua.forecast;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import vn.motcua.openapi.Vietnam;

/**
 * Each night one replica learns from all dossiers and stores the model; every replica takes the newest one over. All of it on
 * a thread of its own: answers come from the model in memory meanwhile.
 */
@ApplicationScoped
class ForecastRefresh {
    private static final Logger LOG = Logger.getLogger(ForecastRefresh.class);
    private static final Duration DATABASE_WAIT = Duration.ofSeconds(60);

    private final ForecastStore store;
    private final Learning learning;
    private final Forecasts forecasts;
    private final ForecastConfig config;
    private final Clock clock;
    private volatile ScheduledExecutorService background;

    ForecastRefresh(ForecastStore store, Learning learning, Forecasts forecasts, ForecastConfig config, Clock clock) {
        this.store = store;
        this.learning = learning;
        this.forecasts = forecasts;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        background = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("forecast").daemon().factory());
        background.scheduleWithFixedDelay(this::look, 0, config.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        background.shutdownNow();
    }

    private void look() {
        try {
            takeOver();
            var now = clock.instant().atZone(Vietnam.ZONE);
            boolean due = forecasts
                    .current()
                    .map(NightlyModel::asOf)
                    .filter(now.toLocalDate()::equals)
                    .isEmpty();
            if (config.refresh() && due && !now.toLocalTime().isBefore(config.at())) {
                if (store.claim(now.toLocalDate(), config.lease(), false)
                        .await()
                        .atMost(DATABASE_WAIT)) {
                    learn(now.toLocalDate());
                }
            }
        } catch (RuntimeException e) {
            // The model in memory keeps answering; the next look tries again.
            LOG.warnf("no look at the forecasts: %s", e.getMessage());
        }
    }

    /** Takes over the newest model when it is not this one. */
    void takeOver() {
        long known = forecasts.current().map(NightlyModel::version).orElse(0L);
        if (store.latest().await().atMost(DATABASE_WAIT) > known) {
            store.read().await().atMost(DATABASE_WAIT).ifPresent(forecasts::take);
        }
    }

    /** Begins at once, whatever the hour; the morning it works for, or nothing when a replica is at it. */
    Optional<LocalDate> begin() {
        var asOf = LocalDate.now(clock.withZone(Vietnam.ZONE));
        boolean mine = store.claim(asOf, config.lease(), true).await().atMost(DATABASE_WAIT);
        if (mine) {
            background.execute(() -> learn(asOf));
        }
        return mine ? Optional.of(asOf) : Optional.empty();
    }

    private void learn(LocalDate asOf) {
        long start = System.nanoTime();
        try {
            var learnt = learning.learn(asOf);
            store.save(asOf, learnt.spells(), learnt.model(), learnt.backtest())
                    .await()
                    .atMost(DATABASE_WAIT);
            takeOver();
            LOG.infof(
                    "forecasts as of %s: %d dossiers, %d groups, memory of %.0f working days, made in %d ms",
                    asOf,
                    learnt.spells(),
                    learnt.model().groups.size(),
                    learnt.model().recipe.memory(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (RuntimeException e) {
            LOG.warn("no forecasts were made; the former ones stay", e);
            store.giveBack(asOf).subscribe().with(done -> {}, failure -> LOG.debug("the claim runs out", failure));
        }
    }
}
