package vn.motcua.dossier;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import vn.motcua.calendar.CalendarYearMissing;
import vn.motcua.calendar.Calendars;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.Vietnam;

/** What lies on an agency's desk, by age and risk. */
@Singleton
class Queues {
    private static final int CHUNK = 1_000;

    private final QueueStore store;
    private final DossierViews views;
    private final Calendars calendars;
    private final QueueConfig config;
    private final Clock clock;

    Queues(QueueStore store, DossierViews views, Calendars calendars, QueueConfig config, Clock clock) {
        this.store = store;
        this.views = views;
        this.calendars = calendars;
        this.config = config;
        this.clock = clock;
    }

    Uni<DossierQueue> page(QueueSelection selection, int limit, String cursor, Language language) {
        var moments = moments();
        var place = QueueSelection.Place.of(cursor, selection.order());
        var items = store.page(selection, moments, place, limit + 1);
        var counts = cursor == null || cursor.isEmpty()
                ? store.counts(selection, moments).map(all -> facets(all, language))
                : Uni.createFrom().<QueueFacets>nullItem();
        return Uni.combine().all().unis(items, counts).asTuple().map(both -> {
            var page = Page.of(
                    both.getItem1(),
                    limit,
                    row -> new QueueSelection.Place(row.key(), row.code()).cursor(selection.order()));
            return new DossierQueue(
                    page.items().stream()
                            .map(row -> views.queued(row, moments.now(), language))
                            .toList(),
                    page.nextCursor(),
                    both.getItem2());
        });
    }

    /** The whole selection as CSV, a thousand lines at a time. */
    Multi<String> csv(QueueSelection selection, Language language) {
        var moments = moments();
        var lines = Multi.createBy()
                .repeating()
                .uni(
                        Export::new,
                        export -> store.page(selection, moments, export.place.get(), CHUNK)
                                .map(rows -> export.take(rows, config.export())))
                .whilst(rows -> rows.size() == CHUNK)
                .map(rows -> QueueCsv.lines(rows.stream()
                        .map(row -> views.queued(row, moments.now(), language))
                        .toList()));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(QueueCsv.head()), lines);
    }

    /** How far an export has come. */
    private static final class Export {
        private final AtomicReference<QueueSelection.Place> place =
                new AtomicReference<>(QueueSelection.Place.of(null, QueueSelection.Order.DUE));
        private final AtomicInteger taken = new AtomicInteger();

        /** The rows that may still go out; fewer than a chunk ends the export. */
        List<QueueStore.Queued> take(List<QueueStore.Queued> rows, int most) {
            int left = most - taken.getAndAdd(rows.size());
            if (rows.isEmpty() || rows.size() > left) {
                return rows.subList(0, Math.max(0, Math.min(left, rows.size())));
            }
            var last = rows.getLast();
            place.set(new QueueSelection.Place(last.key(), last.code()));
            return rows;
        }
    }

    private static QueueFacets facets(List<QueueStore.Count> counts, Language language) {
        var byRisk =
                counts.stream().collect(groupingBy(QueueStore.Count::risk, summingLong(QueueStore.Count::dossiers)));
        var byState =
                counts.stream().collect(groupingBy(QueueStore.Count::status, summingLong(QueueStore.Count::dossiers)));
        return new QueueFacets(
                Arrays.stream(QueueRisk.values())
                        .filter(byRisk::containsKey)
                        .map(risk -> new QueueCount(risk.name(), risk.label().in(language), byRisk.get(risk)))
                        .toList(),
                Arrays.stream(DossierStatus.values())
                        .filter(byState::containsKey)
                        .map(state -> new QueueCount(state.name(), state.label().in(language), byState.get(state)))
                        .toList());
    }

    private QueueStore.Moments moments() {
        var now = OffsetDateTime.now(clock);
        return new QueueStore.Moments(now, soon(now), now.minus(config.pausedLong()));
    }

    /** The end of the last day that counts as soon; without a calendar for it, as many plain days. */
    private OffsetDateTime soon(OffsetDateTime now) {
        var today = Deadline.date(now);
        LocalDate last;
        try {
            last = calendars.current().addWorkingDays(today, config.dueSoonWorkingDays());
        } catch (CalendarYearMissing missing) {
            last = today.plusDays(config.dueSoonWorkingDays());
        }
        return last.plusDays(1).atStartOfDay().atOffset(Vietnam.OFFSET).minus(Duration.ofNanos(1_000));
    }
}
