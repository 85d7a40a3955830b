package vn.motcua.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Publishes days and hours: first what would follow is counted, then it is written, then this replica takes it up. */
@Singleton
class CalendarAdmin {
    private final Calendars calendars;
    private final RevisionStore store;
    private final DeadlineImpact impact;

    /** What a request says beside its content. */
    record Wish(String ifMatch, String ifNoneMatch, boolean dryRun, String author) {}

    CalendarAdmin(Calendars calendars, RevisionStore store, DeadlineImpact impact) {
        this.calendars = calendars;
        this.store = store;
        this.impact = impact;
    }

    Uni<CalendarChange> publish(int year, CalendarInput input, Wish wish) {
        return calendars.refresh().chain(() -> {
            var before = calendars.snapshot();
            var known = Optional.ofNullable(before.years().get(year));
            int version = known.map(KnownYear::version).orElse(0);
            Editions.require(wish.ifMatch(), wish.ifNoneMatch(), Integer.toString(year), version);
            var changed = input.checked(year, version + 1);
            var after = before.with(changed);
            var days = known.isEmpty() ? List.<CalendarChange.ChangedDay>of() : changes(before, after, year);
            var from = known.isEmpty()
                    ? LocalDate.of(year, 1, 1)
                    : days.isEmpty()
                            ? LocalDate.of(year + 1, 1, 1)
                            : days.getFirst().date();
            var signed = new RevisionStore.Signed(wish.author(), input.reason());
            return impact.of(before.time(), after.time(), from)
                    .chain(consequences -> wish.dryRun()
                            ? Uni.createFrom().item(new CalendarChange(false, version + 1, null, days, consequences))
                            : store.publish(changed, signed).chain(id -> taken(id, version + 1, days, consequences)));
        });
    }

    Uni<CalendarChange> publish(OfficeHoursInput input, Wish wish) {
        return calendars.refresh().chain(() -> {
            var before = calendars.snapshot();
            int version = before.hoursVersion();
            Editions.require(wish.ifMatch(), wish.ifNoneMatch(), RevisionStore.OFFICE_HOURS, version);
            var rules = input.checked();
            var signed = new RevisionStore.Signed(wish.author(), input.reason());
            return impact.of(before.time(), before.with(rules).time(), null)
                    .chain(consequences -> wish.dryRun()
                            ? Uni.createFrom()
                                    .item(new CalendarChange(false, version + 1, null, List.of(), consequences))
                            : store.publish(rules, version + 1, signed)
                                    .chain(id -> taken(id, version + 1, List.of(), consequences)));
        });
    }

    /** Whoever published reads their own publication on this replica; the others are told. */
    private Uni<CalendarChange> taken(
            Optional<Long> revision, int version, List<CalendarChange.ChangedDay> days, Consequences consequences) {
        var id = revision.orElseThrow(Editions::meanwhile);
        return calendars.refresh().replaceWith(new CalendarChange(true, version, id, days, consequences));
    }

    private static List<CalendarChange.ChangedDay> changes(CalendarSnapshot before, CalendarSnapshot after, int year) {
        var changed = new ArrayList<CalendarChange.ChangedDay>();
        for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            boolean was = before.time().days().isWorkingDay(day);
            boolean is = after.time().days().isWorkingDay(day);
            if (was != is) {
                changed.add(new CalendarChange.ChangedDay(day, was, is));
            }
        }
        return changed;
    }
}
