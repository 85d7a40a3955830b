package vn.motcua.dossier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/**
 * Forgets whose a dossier was, some time after its end. The database holds the rule and the only way to do it; two replicas at
 * once take different dossiers, and each step is a transaction of its own, so that a killed one is done by another.
 */
@Singleton
class Forgetting {
    private static final Logger LOG = Logger.getLogger(Forgetting.class);
    private static final Duration EVERY = Duration.ofHours(6);
    private static final int STEP = 500;

    private static final String FORGET = "select dossier.forget_old_dossiers($1) as forgotten";

    private final Pool pool;
    private final Counter counter;

    Forgetting(Pool pool, MeterRegistry registry) {
        this.pool = pool;
        this.counter = Counter.builder("motcua.dossier.forgotten")
                .description("Dossiers of which it was forgotten whose they were")
                .register(registry);
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(
                EVERY.toMillis(),
                timer -> all().subscribe()
                        .with(
                                forgotten -> LOG.debugf("%d old dossiers forgotten", forgotten),
                                failure -> LOG.warn("old dossiers were not forgotten; tried again later", failure)));
    }

    private Uni<Long> all() {
        return Multi.createBy()
                .repeating()
                .uni(() -> step(STEP))
                .whilst(forgotten -> forgotten == STEP)
                .collect()
                .in(LongAdder::new, LongAdder::add)
                .map(LongAdder::sum);
    }

    /** Up to so many dossiers, those first that ended first; how many there were. */
    Uni<Integer> step(int most) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(most))
                .map(rows -> rows.iterator().next().getInteger("forgotten"))
                .invoke(forgotten -> counter.increment(forgotten));
    }
}
