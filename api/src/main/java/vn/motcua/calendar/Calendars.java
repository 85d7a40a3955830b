package vn.motcua.calendar;

import static java.util.stream.Collectors.toMap;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The working-day calendar in force, from memory: loaded before the first request, looked at again from time to time. */
@ApplicationScoped
public class Calendars {
    private static final Logger LOG = Logger.getLogger(Calendars.class);
    private static final Duration FIRST_LOAD = Duration.ofSeconds(30);

    private final CalendarStore store;
    private final CalendarConfig config;
    private final Vertx vertx;
    private volatile Snapshot snapshot = Snapshot.of(List.of());

    private record Snapshot(List<KnownYear> source, Map<Integer, KnownYear> years, WorkingCalendar working) {
        static Snapshot of(List<KnownYear> years) {
            var byYear = years.stream().collect(toMap(KnownYear::year, Function.identity()));
            var exceptions = years.stream()
                    .flatMap(year -> year.days().stream())
                    .collect(toMap(KnownYear.Day::date, KnownYear.Day::worked));
            return new Snapshot(years, byYear, new WorkingCalendar(byYear.keySet(), exceptions));
        }
    }

    Calendars(CalendarStore store, CalendarConfig config, Vertx vertx) {
        this.store = store;
        this.config = config;
        this.vertx = vertx;
    }

    /** The calendar in force now; ask again for each piece of work. */
    public WorkingCalendar current() {
        return snapshot.working();
    }

    Optional<KnownYear> year(int year) {
        return Optional.ofNullable(snapshot.years().get(year));
    }

    void onStart(@Observes StartupEvent start) {
        refresh().await().atMost(FIRST_LOAD);
        vertx.setPeriodic(
                config.refresh().toMillis(),
                timer -> refresh()
                        .subscribe()
                        .with(
                                done -> {},
                                failure -> LOG.warn("calendar not refreshed, the former one stays", failure)));
    }

    /** Reads the days again. */
    Uni<Void> refresh() {
        return store.all().invoke(this::swap).replaceWithVoid();
    }

    private void swap(List<KnownYear> years) {
        if (!years.equals(snapshot.source())) {
            snapshot = Snapshot.of(years);
            LOG.infof("calendar of %d years loaded", years.size());
        }
    }
}
