package vn.motcua.dossier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import vn.motcua.calendar.CalendarYearMissing;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureFacts;
import vn.motcua.dossier.Deadline.Limit;
import vn.motcua.dossier.Standing.Pinned;

/** Joins a dossier with the catalogue and the calendar: which limit holds, and when that is. */
@Singleton
class DueDates {
    private static final Logger LOG = Logger.getLogger(DueDates.class);

    private final Function<String, Optional<ProcedureFacts>> procedures;
    private final Supplier<WorkingCalendar> calendar;
    private final OfficeHours hours;
    private final Set<Integer> missingYearsTold = ConcurrentHashMap.newKeySet();

    /** Due dates of a dossier. Each is null where it is not known. */
    record Dates(OffsetDateTime computed, OffsetDateTime due, int waitedDays) {}

    @Inject
    DueDates(Catalogue catalogue, Calendars calendars, DossierConfig config) {
        this(catalogue::inForce, calendars::current, config.office().hours());
    }

    DueDates(
            Function<String, Optional<ProcedureFacts>> procedures,
            Supplier<WorkingCalendar> calendar,
            OfficeHours hours) {
        this.procedures = procedures;
        this.calendar = calendar;
        this.hours = hours;
    }

    Deadline deadline() {
        return new Deadline(calendar.get(), hours);
    }

    /** The version in force is pinned at reception; a later release of the catalogue does not move a running dossier. */
    Pinned pin(Folded dossier, Pinned before) {
        var code = dossier.facts().procedureCode();
        if (code == null) {
            return Pinned.NOTHING;
        }
        var facts = procedures.apply(code);
        boolean known = Objects.equals(code, before.procedureCode()) && before.version() != null;
        if (known && facts.filter(f -> f.version() == before.version()).isEmpty()) {
            return before;
        }
        return facts.map(f -> dossier.receivedAt() == null
                        ? new Pinned(code, null, f.fieldCode(), null)
                        : new Pinned(
                                code,
                                f.version(),
                                f.fieldCode(),
                                limit(dossier, f).orElse(null)))
                .orElse(new Pinned(code, null, null, null));
    }

    /** The same, with the version of the procedure that was in force at reception. */
    Pinned pin(Folded dossier, ProcedureFacts atReception) {
        return new Pinned(
                atReception.code(),
                atReception.version(),
                atReception.fieldCode(),
                limit(dossier, atReception).orElse(null));
    }

    /** The limit of the dossier's channel, else the longest of all. */
    private Optional<Limit> limit(Folded dossier, ProcedureFacts facts) {
        var channel = dossier.facts().channel();
        var own = facts.limits().stream()
                .filter(limit -> channel != null && channel.name().equals(limit.channel()))
                .toList();
        return (own.isEmpty() ? facts.limits() : own)
                .stream().map(DueDates::countable).flatMap(Optional::stream).max(Comparator.comparing(Limit::years));
    }

    private static Optional<Limit> countable(ProcedureFacts.Limit limit) {
        return Deadline.Unit.parse(limit.unit()).flatMap(unit -> Limit.of(limit.value(), unit));
    }

    /** A year without a calendar costs the computed date, never the event. */
    Dates dates(Folded dossier, Pinned pinned) {
        var given = dossier.facts().dueAt();
        try {
            var deadline = deadline();
            var waited =
                    dossier.waits().stream().mapToInt(deadline::workingDays).sum();
            var computed = dossier.receivedAt() == null || pinned.limit() == null
                    ? null
                    : deadline.due(dossier.receivedAt(), pinned.limit(), dossier.waits());
            var due = given == null ? computed : deadline.moved(given, dossier.waitsAfterPromise());
            return new Dates(computed, due, waited);
        } catch (CalendarYearMissing missing) {
            if (missingYearsTold.add(missing.year())) {
                LOG.warnf("no calendar for %d: dossiers that need it have no computed due date", missing.year());
            }
            return new Dates(null, given, 0);
        }
    }

    /** How the clock of a dossier stands at this moment. */
    DossierClock clock(
            ClockState state,
            OffsetDateTime due,
            OffsetDateTime pausedSince,
            OffsetDateTime endedAt,
            OffsetDateTime now) {
        var until = switch (state) {
            case ENDED -> endedAt;
            case PAUSED -> pausedSince;
            case NOT_STARTED, RUNNING -> now;
        };
        if (due == null || until == null) {
            return new DossierClock(state, null, false);
        }
        return new DossierClock(state, state == ClockState.ENDED ? null : daysLeft(until, due), until.isAfter(due));
    }

    private Integer daysLeft(OffsetDateTime from, OffsetDateTime due) {
        try {
            return deadline().workingDaysLeft(from, due);
        } catch (CalendarYearMissing missing) {
            return null;
        }
    }
}
