package vn.motcua.calendar;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;
import vn.motcua.openapi.StartOrder;

/**
 * The working time in force, from memory: loaded before the first request, read again when another revision was published,
 * and looked at from time to time in case nobody said so.
 */
@ApplicationScoped
public class Calendars {
    private static final Logger LOG = Logger.getLogger(Calendars.class);
    private static final Duration FIRST_LOAD = Duration.ofSeconds(30);

    private final CalendarStore store;
    private final CalendarConfig config;
    private final CalendarListener listener;
    private final Vertx vertx;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private volatile CalendarSnapshot snapshot = CalendarSnapshot.EMPTY;

    Calendars(CalendarStore store, CalendarConfig config, CalendarListener listener, Vertx vertx) {
        this.store = store;
        this.config = config;
        this.listener = listener;
        this.vertx = vertx;
    }

    /** The calendar in force now; ask again for each piece of work. */
    public WorkingCalendar current() {
        return snapshot.time().days();
    }

    /** Days and hours in force now, at one revision; ask again for each piece of work. */
    public WorkingTime time() {
        return snapshot.time();
    }

    /** Runs whenever this replica took up another revision; must not block. */
    public void onChange(Runnable follower) {
        followers.add(follower);
    }

    CalendarSnapshot snapshot() {
        return snapshot;
    }

    Optional<KnownYear> year(int year) {
        return Optional.ofNullable(snapshot.years().get(year));
    }

    void onStart(@Observes @Priority(StartOrder.FIRST_READS) StartupEvent start) {
        refresh().await().atMost(FIRST_LOAD);
        vertx.setPeriodic(config.refresh().toMillis(), timer -> catchUp());
        listener.listen(this::catchUp);
    }

    void onStop(@Observes ShutdownEvent stop) {
        listener.close();
    }

    private void catchUp() {
        refresh()
                .subscribe()
                .with(done -> {}, failure -> LOG.warn("calendar not refreshed, the former one stays", failure));
    }

    /** Takes up the newest revision. */
    Uni<Void> refresh() {
        return store.revision()
                .chain(newest -> newest == snapshot.revision()
                        ? Uni.createFrom().voidItem()
                        : store.all().invoke(this::swap).replaceWithVoid());
    }

    /** Two reads may overtake each other; the older one never replaces the newer one. */
    private synchronized void swap(CalendarSnapshot read) {
        if (read.revision() > snapshot.revision()) {
            snapshot = read;
            LOG.infof(
                    "calendar revision %d: %d years",
                    read.revision(), read.years().size());
            followers.forEach(Runnable::run);
        }
    }
}
