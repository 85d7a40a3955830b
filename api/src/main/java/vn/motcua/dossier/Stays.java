package vn.motcua.dossier;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Keeps the stays of dossiers behind the intake: by the clock, and a little before anybody reads figures. */
@ApplicationScoped
class Stays {
    private static final Logger LOG = Logger.getLogger(Stays.class);
    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(60);

    private final StayStore store;
    private final DossierConfig config;
    private volatile ScheduledExecutorService background;

    Stays(StayStore store, DossierConfig config) {
        this.store = store;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (!config.figures().keep()) {
            return;
        }
        background = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("dossier-figures").daemon().factory());
        long every = config.figures().every().toMillis();
        background.scheduleWithFixedDelay(this::drain, every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (background != null) {
            background.shutdownNow();
        }
    }

    private void drain() {
        try {
            while (store.batch(config.figures().batch()).await().atMost(DATABASE_LIMIT) > 0) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            // What was not committed is still noted, and found in the next round.
            LOG.warnf(
                    "figures lag behind, trying again in %s: %s",
                    config.figures().every(), e.toString());
        }
    }

    /** Takes in what is waiting, as far as a few batches go; the moment up to which everything is counted then. */
    Uni<OffsetDateTime> upTo() {
        return catchUp(config.figures().catchUp()).chain(store::upTo);
    }

    private Uni<Void> catchUp(int batches) {
        if (batches == 0) {
            return Uni.createFrom().voidItem();
        }
        return store.batch(config.figures().batch())
                .chain(taken -> taken == config.figures().batch()
                        ? catchUp(batches - 1)
                        : Uni.createFrom().voidItem());
    }
}
