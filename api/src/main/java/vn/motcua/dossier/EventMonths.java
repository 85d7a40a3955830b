package vn.motcua.dossier;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import vn.motcua.openapi.Vietnam;

/**
 * Has a partition ready for every month that events come for: those ahead from a timer, others when the first event of a
 * month is seen. Without one events are kept all the same, in the default partition, so nothing here may fail an intake.
 */
@Singleton
class EventMonths {
    private static final Logger LOG = Logger.getLogger(EventMonths.class);

    private static final String ADD = "select dossier.add_event_month($1)";

    private final Pool pool;
    private final Clock clock;
    private final DossierConfig.Partitions config;
    private final Set<Integer> ready = ConcurrentHashMap.newKeySet();

    EventMonths(Pool pool, Clock clock, DossierConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config.partitions();
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        ahead();
        vertx.setPeriodic(config.every().toMillis(), timer -> ahead());
    }

    private void ahead() {
        var now = YearMonth.from(now());
        var months = IntStream.rangeClosed(0, config.monthsAhead())
                .mapToObj(now::plusMonths)
                .map(EventMonth::of)
                .toList();
        add(months).subscribe().with(done -> {}, failure -> LOG.warn("partitions ahead were not made", failure));
    }

    /** Never fails and never waits long: a month without a partition is served too. */
    Uni<Void> prepare(Collection<CheckedEvent> events) {
        var now = now();
        var missing = events.stream()
                .map(event -> EventMonth.of(event.code()))
                .distinct()
                .filter(month -> !ready.contains(month) && EventMonth.isPlausible(month, now))
                .sorted()
                .toList();
        return missing.isEmpty() ? Uni.createFrom().voidItem() : add(missing);
    }

    /** One statement a month: a lock that is not to be had in time costs that month only, and is tried again. */
    private Uni<Void> add(List<Integer> months) {
        return Multi.createFrom()
                .iterable(months)
                .onItem()
                .transformToUniAndConcatenate(month -> pool.preparedQuery(ADD)
                        .execute(Tuple.of(month))
                        .invoke(rows -> ready.add(month))
                        .replaceWithVoid()
                        .onFailure()
                        .recoverWithUni(failure -> {
                            LOG.infof("no partition for events of %d yet: %s", month, failure.getMessage());
                            return Uni.createFrom().voidItem();
                        }))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private OffsetDateTime now() {
        return Vietnam.time(OffsetDateTime.now(clock));
    }
}
