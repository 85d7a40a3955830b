package vn.motcua.dossier;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.PinnedProcedure;
import vn.motcua.catalogue.ProcedureFacts;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Vietnam;

/** Dossiers as the contract shows them, in one language. */
@Singleton
class DossierViews {
    private final Catalogue catalogue;
    private final Agencies agencies;
    private final DueDates dueDates;
    private final DossierForecasts forecasts;
    private final ActionWords actions;
    private final Clock clock;

    /** Reason, official and reporting systems of one step, opened for the owner. */
    record Step(DossierStatus status, OffsetDateTime occurredAt, Reason reason, Handler handler, Set<String> sources) {
        Step and(Step earlier) {
            var both = new TreeSet<>(sources);
            both.addAll(earlier.sources());
            return new Step(
                    status,
                    occurredAt,
                    reason != null ? reason : earlier.reason(),
                    handler != null ? handler : earlier.handler(),
                    both);
        }
    }

    private record StepKey(DossierStatus status, java.time.Instant at) {}

    DossierViews(
            Catalogue catalogue,
            Agencies agencies,
            DueDates dueDates,
            DossierForecasts forecasts,
            ActionWords actions,
            Clock clock) {
        this.catalogue = catalogue;
        this.agencies = agencies;
        this.dueDates = dueDates;
        this.forecasts = forecasts;
        this.actions = actions;
        this.clock = clock;
    }

    DossierSummary summary(DossierRow row, Language language) {
        return new DossierSummary(
                row.code(),
                procedure(row.procedureCode(), row.procedureVersion()),
                row.status(),
                row.status().label().in(language),
                vietnam(row.receivedAt()),
                vietnam(row.dueAt()),
                clock(row));
    }

    /** For tables. */
    DossierLine line(DossierRow row, Language language) {
        var procedure = procedure(row.procedureCode(), row.procedureVersion());
        var standing = clock(row);
        var agency = row.facts().agency();
        return new DossierLine(
                row.code(),
                procedure.code(),
                procedure.name(),
                row.status(),
                row.status().label().in(language),
                vietnam(row.receivedAt()),
                vietnam(row.dueAt()),
                vietnam(row.endedAt()),
                standing.overdue(),
                standing.workingDaysLeft(),
                agency,
                agency == null ? null : agencies.name(agency),
                vietnam(row.lastEventAt()));
    }

    /** Status, dates and agencies; no names, no reasons. */
    Dossier forAnyone(DossierRow row, Language language) {
        return dossier(row, null, ActionWords.neutral(row.status(), language), null, language);
    }

    /** Everything, for the applicant. Steps come latest first. */
    Dossier forOwner(DossierRow row, List<Step> steps, PinnedProcedure procedure, String ticket, Language language) {
        var known = byMoment(steps);
        var last = row.timeline().getLast();
        var now = known.get(new StepKey(last.status(), last.occurredAt().toInstant()));
        var action = actions.forOwner(row, now == null ? null : now.reason(), procedure, language);
        return dossier(row, known, action, ticket, language);
    }

    /** For an officer of the agency: the steps with reasons and officials, and nothing that the owner alone may have. */
    Dossier forOfficer(DossierRow row, List<Step> steps, Language language) {
        return dossier(row, byMoment(steps), null, null, language);
    }

    private static Map<StepKey, Step> byMoment(List<Step> steps) {
        var known = new HashMap<StepKey, Step>();
        for (var step : steps) {
            known.merge(new StepKey(step.status(), step.occurredAt().toInstant()), step, Step::and);
        }
        return known;
    }

    /** @param steps null where reasons and officials are not to be told */
    private Dossier dossier(
            DossierRow row, Map<StepKey, Step> steps, ActionRequired action, String ticket, Language language) {
        return new Dossier(
                row.code(),
                procedure(row.procedureCode(), row.procedureVersion()),
                row.status(),
                row.status().label().in(language),
                vietnam(row.receivedAt()),
                vietnam(row.dueAt()),
                vietnam(row.endedAt()),
                clock(row),
                new DossierAgencies(
                        agency(row.facts().support()),
                        agency(row.facts().reception()),
                        agency(row.facts().competent())),
                entries(row.timeline(), steps, language),
                next(row, language),
                action,
                forecasts.of(row, language),
                ticket,
                changed(row, language));
    }

    private ProcedureChanged changed(DossierRow row, Language language) {
        return row.procedureCode() == null || row.procedureVersion() == null
                ? null
                : catalogue
                        .changeSince(row.procedureCode(), row.procedureVersion())
                        .map(change -> ProcedureChanged.of(row.procedureCode(), change, language))
                        .orElse(null);
    }

    private List<TimelineEntry> entries(List<Folded.Moment> moments, Map<StepKey, Step> steps, Language language) {
        var severalSources = steps != null
                && steps.values().stream()
                                .flatMap(step -> step.sources().stream())
                                .distinct()
                                .count()
                        > 1;
        var entries = new ArrayList<TimelineEntry>(moments.size());
        DossierStatus before = null;
        for (var moment : moments) {
            entries.add(entry(before, moment, steps, severalSources, language));
            before = moment.status();
        }
        return entries;
    }

    private TimelineEntry entry(
            DossierStatus before,
            Folded.Moment moment,
            Map<StepKey, Step> steps,
            boolean severalSources,
            Language language) {
        var agency = agency(moment.agency());
        var step = Optional.ofNullable(steps)
                .map(known -> known.get(
                        new StepKey(moment.status(), moment.occurredAt().toInstant())));
        var reason = step.map(Step::reason).orElse(null);
        return new TimelineEntry(
                moment.status(),
                moment.status().label().in(language),
                vietnam(moment.occurredAt()),
                agency,
                StepWords.happened(before, moment.status(), agency == null ? null : agency.name(), language),
                reason,
                step.map(Step::handler).orElse(null),
                steps != null && reason == null ? StepWords.noReason(moment.status(), language) : null,
                severalSources ? step.map(known -> List.copyOf(known.sources())).orElse(null) : null);
    }

    private String next(DossierRow row, Language language) {
        return StepWords.next(row.status(), row.dueAt(), clock(row).overdue(), language);
    }

    /** An open dossier on the desk of the agency that handles it. */
    QueueItem queued(QueueStore.Queued row, OffsetDateTime now, Language language) {
        return new QueueItem(
                row.code(),
                procedure(row.procedureCode(), row.procedureVersion()),
                row.status(),
                row.status().label().in(language),
                agency(row.handledBy()),
                vietnam(row.receivedAt()),
                vietnam(row.dueAt()),
                vietnam(row.pausedSince()),
                dueDates.clock(row.status().clock(), row.dueAt(), row.pausedSince(), null, now),
                row.risk(),
                timeUsed(row, now));
    }

    /** While the clock stands still, the share is that of the moment it stopped. */
    private static Double timeUsed(QueueStore.Queued row, OffsetDateTime now) {
        if (row.receivedAt() == null || row.dueAt() == null || !row.dueAt().isAfter(row.receivedAt())) {
            return null;
        }
        var until = row.pausedSince() != null ? row.pausedSince() : now;
        double used = Duration.between(row.receivedAt(), until).toSeconds();
        double all = Duration.between(row.receivedAt(), row.dueAt()).toSeconds();
        return Math.round(Math.max(0, used / all) * 100) / 100.0;
    }

    private DossierClock clock(DossierRow row) {
        return dueDates.clock(row, OffsetDateTime.now(clock));
    }

    /** The contract wants a code: a dossier that never named its procedure shows an empty one. */
    private ProcedureRef procedure(String code, Integer version) {
        if (code == null) {
            return new ProcedureRef("", null, null);
        }
        var name = catalogue.inForce(code).map(ProcedureFacts::name);
        return new ProcedureRef(code, name.orElse(null), version);
    }

    private AgencyRef agency(String code) {
        return code == null ? null : new AgencyRef(code, agencies.name(code));
    }

    private static OffsetDateTime vietnam(OffsetDateTime time) {
        return time == null ? null : Vietnam.time(time);
    }
}
