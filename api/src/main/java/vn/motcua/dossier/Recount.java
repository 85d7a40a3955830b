package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.List;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.dossier.RecountStore.Recounted;
import vn.motcua.notification.Notifications;

/**
 * Brings the dates of open dossiers up to the newest revision of the working time, batch by batch. All replicas do it side by
 * side; each batch is a transaction of its own, so a killed one is done by another. A replica that has not heard of the
 * newest revision yet counts with the one it knows and leaves that mark: such dossiers are found and counted again.
 */
@Singleton
class Recount {
    private final RecountStore store;
    private final DueDates dueDates;
    private final DeadlineNotices notices;
    private final Notifications notifications;
    private final Calendars calendars;

    Recount(
            RecountStore store,
            DueDates dueDates,
            DeadlineNotices notices,
            Notifications notifications,
            Calendars calendars) {
        this.store = store;
        this.dueDates = dueDates;
        this.notices = notices;
        this.notifications = notifications;
        this.calendars = calendars;
    }

    /** One batch; how many dossiers it held. Fewer than asked for: nothing is left that is not held by others. */
    Uni<Integer> batch(int most) {
        var time = calendars.time();
        return store.inTransaction(tx -> store.claim(tx, time.revision(), most)
                .chain(open -> onWorker(open, time))
                .chain(counted -> counted.isEmpty()
                        ? Uni.createFrom().item(0)
                        : store.save(tx, counted)
                                .chain(() -> notifications.tell(tx, notices.moved(counted)))
                                .replaceWith(counted.size())));
    }

    private Uni<List<Recounted>> onWorker(List<OpenDossier> open, WorkingTime time) {
        return Uni.createFrom()
                .item(() -> open.stream()
                        .map(dossier -> new Recounted(dossier, dueDates.dates(dossier.facts(), time)))
                        .toList())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
