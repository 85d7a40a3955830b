package vn.motcua.dossier;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import vn.motcua.calendar.Calendars;

/** Wakes the watch and the recount: by the clock, and when another revision of the working time was taken up. */
@ApplicationScoped
class WatchSchedule {
    private static final Logger LOG = Logger.getLogger(WatchSchedule.class);
    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(60);

    private final Watch watch;
    private final Recount recount;
    private final Calendars calendars;
    private final DossierConfig config;
    private final Clock clock;
    private volatile ScheduledExecutorService background;

    WatchSchedule(Watch watch, Recount recount, Calendars calendars, DossierConfig config, Clock clock) {
        this.watch = watch;
        this.recount = recount;
        this.calendars = calendars;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (!config.watch().enabled()) {
            return;
        }
        background = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("deadline-watch").daemon().factory());
        long every = config.watch().every().toMillis();
        background.scheduleWithFixedDelay(this::round, every, every, TimeUnit.MILLISECONDS);
        calendars.onChange(() -> background.execute(this::round));
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (background != null) {
            background.shutdownNow();
        }
    }

    /** Dates first: nobody is told of one that has just moved. */
    private void round() {
        drain(() -> recount.batch(config.watch().batch()));
        drain(() -> watch.batch(OffsetDateTime.now(clock), config.watch().batch()));
    }

    private void drain(Supplier<Uni<Integer>> batch) {
        try {
            int taken;
            do {
                taken = batch.get().await().atMost(DATABASE_LIMIT);
            } while (taken == config.watch().batch() && !Thread.currentThread().isInterrupted());
        } catch (RuntimeException e) {
            // The database is away, for example. What was not committed is found again in the next round.
            LOG.warnf(
                    "deadlines could not be looked at, trying again in %s: %s",
                    config.watch().every(), e.toString());
        }
    }
}
