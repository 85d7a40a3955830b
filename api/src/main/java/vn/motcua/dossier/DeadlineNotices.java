package vn.motcua.dossier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureFacts;
import vn.motcua.notification.Notice;
import vn.motcua.openapi.PersonKey;
import vn.motcua.openapi.Vietnam;

/** What applicants are told about the date of their dossier. */
@Singleton
class DeadlineNotices {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Function<String, Optional<ProcedureFacts>> procedures;
    private final UnaryOperator<String> agencyName;

    @Inject
    DeadlineNotices(Catalogue catalogue, Agencies agencies) {
        this(catalogue::inForce, agencies::name);
    }

    DeadlineNotices(Function<String, Optional<ProcedureFacts>> procedures, UnaryOperator<String> agencyName) {
        this.procedures = procedures;
        this.agencyName = agencyName;
    }

    /** Only where a date that was known really moves to another. */
    List<Notice> moved(List<RecountStore.Recounted> counted) {
        return counted.stream()
                .filter(one -> one.dossier().personKey() != null
                        && one.moved()
                        && one.dossier().dueAt() != null
                        && one.dates().due() != null)
                .map(one -> {
                    var dossier = one.dossier();
                    var variables = variables(
                            dossier.facts().agency(),
                            dossier.facts().procedure(),
                            one.dates().due());
                    variables.put("formerDueAt", shown(dossier.dueAt()));
                    return notice(dossier, Notice.Kind.DUE_DATE_MOVED, variables);
                })
                .toList();
    }

    Notice due(OpenDossier dossier, WatchPlan.Kind kind) {
        var variables = variables(dossier.facts().agency(), dossier.facts().procedure(), dossier.dueAt());
        var told = switch (kind) {
            case DUE_IN_DAYS, DUE_IN_HOURS -> Notice.Kind.DUE_SOON;
            case OVERDUE -> Notice.Kind.OVERDUE;
        };
        return notice(dossier, told, variables);
    }

    private static Notice notice(OpenDossier dossier, Notice.Kind kind, Map<String, String> variables) {
        return new Notice(new PersonKey(dossier.personKey()), kind, dossier.code(), variables)
                .onBehalfOf(dossier.facts().agency());
    }

    private Map<String, String> variables(String agency, String procedure, OffsetDateTime due) {
        var variables = new HashMap<String, String>();
        variables.put("agency", agencyName.apply(agency));
        variables.put("dueAt", shown(due));
        if (procedure != null) {
            variables.put(
                    "procedure",
                    procedures.apply(procedure).map(ProcedureFacts::name).orElse(procedure));
        }
        return variables;
    }

    private static String shown(OffsetDateTime time) {
        return time.atZoneSameInstant(Vietnam.ZONE).format(SHOWN);
    }
}
