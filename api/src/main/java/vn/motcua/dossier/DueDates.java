package vn.motcua.dossier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import vn.motcua.calendar.CalendarYearMissing;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureFacts;
import vn.motcua.dossier.Deadline.Limit;
import vn.motcua.dossier.DossierClock.OverdueReason;
import vn.motcua.dossier.Standing.Pinned;

/** Joins a dossier with the catalogue and the working time: which limit holds, and when that is. */
@Singleton
class DueDates {
    private static final Logger LOG = Logger.getLogger(DueDates.class);

    private final Function<String, Optional<ProcedureFacts>> procedures;
    private final Supplier<WorkingTime> time;
    private final Rules rules;
    private final Set<Integer> missingYearsTold = ConcurrentHashMap.newKeySet();

    /** What an installation may set. */
    record Rules(OfficeHours usualHours, Deadline.Unit publishedHours, int extensionNoticeDays, WatchPlan.Rules watch) {
        static final Rules USUAL =
                new Rules(OfficeHours.USUAL, Deadline.Unit.WORKING_HOUR, 1, new WatchPlan.Rules(1, 3));

        static Rules of(DossierConfig config) {
            return new Rules(
                    config.office().hours(),
                    config.limits().publishedHours(),
                    config.limits().extensionNoticeDays(),
                    WatchPlan.Rules.of(config.watch()));
        }
    }

    /**
     * Due dates of a dossier. Each is null where it is not known.
     *
     * @param computed by the published limit
     * @param due the one that holds
     * @param watchAt when something is to be told about it, null while the clock does not run
     * @param revision of the working time that they were counted with
     */
    record Dates(
            OffsetDateTime computed,
            OffsetDateTime due,
            int waitedDays,
            Appointment appointment,
            OffsetDateTime watchAt,
            long revision) {}

    @Inject
    DueDates(Catalogue catalogue, Calendars calendars, DossierConfig config) {
        this(catalogue::inForce, calendars::time, Rules.of(config));
    }

    DueDates(Function<String, Optional<ProcedureFacts>> procedures, Supplier<WorkingTime> time, Rules rules) {
        this.procedures = procedures;
        this.time = time;
        this.rules = rules;
    }

    Deadline deadline(String agency, String procedure) {
        return deadline(agency, procedure, time.get());
    }

    private Deadline deadline(String agency, String procedure, WorkingTime at) {
        return new Deadline(at.days(), at.offices().hours(agency, procedure, rules.usualHours()));
    }

    WatchPlan plan(OffsetDateTime due, OffsetDateTime receivedAt, Deadline deadline) {
        return WatchPlan.of(due, receivedAt, deadline, rules.watch());
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
                .stream().map(this::countable).flatMap(Optional::stream).max(Comparator.comparing(Limit::years));
    }

    private Optional<Limit> countable(ProcedureFacts.Limit limit) {
        return Deadline.Unit.parse(limit.unit())
                .map(unit -> unit == Deadline.Unit.HOUR ? rules.publishedHours() : unit)
                .flatMap(unit -> Limit.of(limit.value(), unit));
    }

    Dates dates(Folded dossier, Pinned pinned) {
        return dates(ClockFacts.of(dossier, pinned), time.get());
    }

    /** A year without a calendar costs the computed date, never the event. */
    Dates dates(ClockFacts facts, WorkingTime at) {
        var deadline = deadline(facts.agency(), facts.procedure(), at);
        try {
            var waits = facts.pauses().waits();
            var appointment = Appointment.of(facts.promises(), waits, deadline, rules.extensionNoticeDays());
            var computed = facts.receivedAt() == null || facts.limit() == null
                    ? null
                    : deadline.due(facts.receivedAt(), facts.limit(), waits);
            var due = appointment.binding() == null ? computed : appointment.binding();
            return new Dates(
                    computed,
                    due,
                    deadline.workingDays(waits),
                    appointment,
                    watchAt(facts, due, deadline),
                    at.revision());
        } catch (CalendarYearMissing missing) {
            if (missingYearsTold.add(missing.year())) {
                LOG.warnf("no calendar for %d: dossiers that need it have no computed due date", missing.year());
            }
            return uncounted(facts, deadline, at);
        }
    }

    /** What is left without a calendar: the date that the agency gave. */
    private Dates uncounted(ClockFacts facts, Deadline deadline, WorkingTime at) {
        var given =
                facts.promises().isEmpty() ? null : facts.promises().getLast().dueAt();
        var appointment = new Appointment(given, given, 0, null, false);
        return new Dates(null, given, 0, appointment, watchAt(facts, given, deadline), at.revision());
    }

    private OffsetDateTime watchAt(ClockFacts facts, OffsetDateTime due, Deadline deadline) {
        return facts.state() == ClockState.RUNNING
                ? plan(due, facts.receivedAt(), deadline).first()
                : null;
    }

    /** How the clock of a dossier stands at this moment, with what its date came from. */
    DossierClock clock(DossierRow row, OffsetDateTime now) {
        var plain = clock(row.status().clock(), row.dueAt(), row.pausedSince(), row.endedAt(), now);
        var because = new ArrayList<>(plain.overdueBecause());
        if (Pauses.of(row.timeline(), row.receivedAt()).moreThanOneSupplement()) {
            because.add(OverdueReason.ASKED_MORE_THAN_ONCE);
        }
        var dates = row.dueDates();
        return new DossierClock(
                plain.state(),
                plain.workingDaysLeft(),
                !because.isEmpty(),
                because,
                dates.given(),
                dates.computed(),
                days(dates.computed(), dates.given()),
                dates.extension());
    }

    /** The same by its dates alone. */
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
        boolean passed = due != null && until != null && until.isAfter(due);
        return new DossierClock(
                state,
                state == ClockState.ENDED ? null : days(until, due),
                passed,
                passed ? List.of(OverdueReason.DATE_PASSED) : List.of(),
                null,
                null,
                null,
                null);
    }

    /** Working days do not depend on the hours of an agency. */
    private Integer days(OffsetDateTime from, OffsetDateTime to) {
        if (from == null || to == null) {
            return null;
        }
        try {
            return deadline(null, null).workingDaysLeft(from, to);
        } catch (CalendarYearMissing missing) {
            return null;
        }
    }
}
