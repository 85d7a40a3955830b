package vn.motcua.dossier;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureFacts;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** Dossiers as the contract shows them, in one language. */
@Singleton
class DossierViews {
    private static final Text SUPPLY = new Text(
            "Hãy bổ sung giấy tờ theo phiếu yêu cầu. Đăng nhập để xem chi tiết.",
            "Supply the papers named in the request. Sign in for details.");
    private static final Text PAY = new Text(
            "Hãy thực hiện nghĩa vụ tài chính theo thông báo. Đăng nhập để xem chi tiết.",
            "Pay what the notice asks for. Sign in for details.");

    private final Catalogue catalogue;
    private final Agencies agencies;
    private final DueDates dueDates;
    private final DossierForecasts forecasts;
    private final Clock clock;

    /** Reason and official of one step, opened for the owner. */
    record Step(DossierStatus status, OffsetDateTime occurredAt, Reason reason, Handler handler) {}

    private record StepKey(DossierStatus status, java.time.Instant at) {}

    DossierViews(Catalogue catalogue, Agencies agencies, DueDates dueDates, DossierForecasts forecasts, Clock clock) {
        this.catalogue = catalogue;
        this.agencies = agencies;
        this.dueDates = dueDates;
        this.forecasts = forecasts;
        this.clock = clock;
    }

    DossierSummary summary(DossierRow row, Language language) {
        return new DossierSummary(
                row.code(),
                procedure(row),
                row.status(),
                row.status().label().in(language),
                vietnam(row.receivedAt()),
                vietnam(row.dueAt()),
                clock(row));
    }

    /** Status, dates and agencies; no names, no reasons. */
    Dossier forAnyone(DossierRow row, Language language) {
        return dossier(row, Map.of(), neutralAction(row.status(), language), null, language);
    }

    /** Everything, for the applicant. Steps come latest first. */
    Dossier forOwner(DossierRow row, List<Step> steps, String ticket, Language language) {
        var known = new HashMap<StepKey, Step>();
        for (var step : steps) {
            known.merge(
                    new StepKey(step.status(), step.occurredAt().toInstant()),
                    step,
                    (later, earlier) -> new Step(
                            later.status(),
                            later.occurredAt(),
                            later.reason() != null ? later.reason() : earlier.reason(),
                            later.handler() != null ? later.handler() : earlier.handler()));
        }
        var last = row.timeline().getLast();
        var now = known.get(new StepKey(last.status(), last.occurredAt().toInstant()));
        var neutral = neutralAction(row.status(), language);
        var action = neutral == null || now == null || now.reason() == null ? neutral : action(now.reason(), neutral);
        return dossier(row, known, action, ticket, language);
    }

    private Dossier dossier(
            DossierRow row, Map<StepKey, Step> steps, ActionRequired action, String ticket, Language language) {
        return new Dossier(
                row.code(),
                procedure(row),
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
                row.timeline().stream()
                        .map(moment -> entry(moment, steps, language))
                        .toList(),
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

    private TimelineEntry entry(Folded.Moment moment, Map<StepKey, Step> steps, Language language) {
        var step = Optional.ofNullable(
                steps.get(new StepKey(moment.status(), moment.occurredAt().toInstant())));
        return new TimelineEntry(
                moment.status(),
                moment.status().label().in(language),
                vietnam(moment.occurredAt()),
                agency(moment.agency()),
                step.map(Step::reason).orElse(null),
                step.map(Step::handler).orElse(null));
    }

    private static ActionRequired neutralAction(DossierStatus status, Language language) {
        return switch (status) {
            case SUPPLEMENT_REQUESTED -> new ActionRequired(SUPPLY.in(language), null);
            case PAYMENT_REQUESTED -> new ActionRequired(PAY.in(language), null);
            case SUBMITTED, RECEIVED, REFUSED, IN_PROGRESS, WITHDRAWAL_REQUESTED, STOPPED, RESULT_READY, RETURNED ->
                null;
        };
    }

    private static ActionRequired action(Reason reason, ActionRequired neutral) {
        var text = reason.nextAction() != null ? reason.nextAction() : reason.text();
        return new ActionRequired(text != null ? text : neutral.text(), reason.componentRef());
    }

    private DossierClock clock(DossierRow row) {
        return dueDates.clock(
                row.status().clock(), row.dueAt(), row.pausedSince(), row.endedAt(), OffsetDateTime.now(clock));
    }

    /** The contract wants a code: a dossier that never named its procedure shows an empty one. */
    private ProcedureRef procedure(DossierRow row) {
        if (row.procedureCode() == null) {
            return new ProcedureRef("", null, null);
        }
        var name = catalogue.inForce(row.procedureCode()).map(ProcedureFacts::name);
        return new ProcedureRef(row.procedureCode(), name.orElse(null), row.procedureVersion());
    }

    private AgencyRef agency(String code) {
        return code == null ? null : new AgencyRef(code, agencies.name(code));
    }

    private static OffsetDateTime vietnam(OffsetDateTime time) {
        return time == null ? null : time.withOffsetSameInstant(Deadline.VIETNAM);
    }
}
