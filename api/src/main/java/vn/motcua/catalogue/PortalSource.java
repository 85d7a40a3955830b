package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The national portal's record as its services of 2026 give it. */
final class PortalSource extends ForeignSource {
    @Override
    String code(Part record) {
        return record.text("code", "codeNotation");
    }

    @Override
    boolean fill(ProcedureDraft draft, Part record, Doubts doubts) {
        draft.name = record.text("name");
        fields(draft, record);
        draft.formalityType = Words.formalityType(record.text("formalityType")).orElse(null);
        draft.state = state(record);
        draft.description = record.text("description", "note");
        draft.levels = levels(record);
        subjects(
                draft,
                record.codes("subjectTypesDetails", "name"),
                record.text("subjectDescription"),
                "/subjectTypesDetails",
                doubts);
        draft.publishingAuthority = authority(null, record.text("departmentPromulgateName"));
        draft.kind = draft.publishingAuthority != null && draft.publishingAuthority.province()
                ? Procedure.Kind.LOCAL
                : Procedure.Kind.NATIONAL;
        draft.agencies = agencies(record);
        draft.receptionAddress = joined(record.codes("dossierReceivingAddresses", "name", "address"));
        draft.methods = record.parts("executionMethods").stream()
                .flatMap(PortalMethods::methods)
                .toList();
        draft.cases = record.parts("cases").stream()
                .filter(one -> one.text("name", "code") != null)
                .map(one -> new Procedure.ProcedureCase(one.text("name", "code"), caseLimit(one.part("processingDay"))))
                .toList();
        draft.components = components(record);
        draft.steps = record.parts("executionSteps").stream()
                .map(PortalSource::step)
                .filter(step -> !step.isEmpty())
                .toList();
        draft.results = record.parts("resultsDetails").stream()
                .filter(result -> result.text("name") != null)
                .map(result -> new Procedure.Result(result.text("code"), result.text("name")))
                .toList();
        draft.legalBasis = record.parts("legalBasisesDetails").stream()
                .filter(basis -> basis.text("code", "name") != null)
                .map(basis -> new Procedure.LegalBasis(
                        basis.text("code", "name"),
                        basis.text("code") == null ? null : basis.text("name"),
                        basis.text("promulgatingAgency", "departmentPromulgateName"),
                        basis.date("promulgationDate"),
                        basis.date("effectiveDate")))
                .toList();
        draft.requirements = joined(record.codes("requirementsAndConditions", "content", "name"));
        var proposal = record.part("procedureProposal");
        var number = record.text("decisionNo");
        draft.decision = decision(
                number == null ? proposal.text("proposalNumber", "decisionNumber") : number,
                proposal.date("proposalDate"));
        draft.onlineLevel = record.flag("isFullProcess") ? OnlineLevel.FULL : null;
        draft.keywords = keywords(record.texts("keywords"));
        draft.related = record.codes("procedureRelatedGroup", "code");
        draft.source = source(record.text("id"), record.moment("updatedAt"));
        return record.flag("isInternal");
    }

    private static void fields(ProcedureDraft draft, Part record) {
        var names = Stream.concat(
                        Stream.ofNullable(record.part("category").text("name")),
                        record.codes("categoriesDetails", "name").stream())
                .distinct()
                .toList();
        draft.field = names.isEmpty() ? null : field(names.getFirst());
        draft.otherFields = names.stream().skip(1).map(ForeignSource::field).toList();
    }

    private static Procedure.State state(Part record) {
        var state = record.text("state");
        try {
            return state == null ? null : Procedure.State.valueOf(state);
        } catch (IllegalArgumentException unknown) {
            throw record.bad("state", "Trạng thái không rõ.", "Unknown state.");
        }
    }

    private static List<Level> levels(Part record) {
        var levels = new ArrayList<Level>();
        if (record.flag("isMinistry")) {
            levels.add(Level.MINISTRY);
        }
        if (record.flag("isProvince")) {
            levels.add(Level.PROVINCE);
        }
        if (record.flag("isWard")) {
            levels.add(Level.COMMUNE);
        }
        if (record.flag("isOtherAgency")) {
            levels.add(Level.OTHER);
        }
        return levels;
    }

    private static List<Procedure.AgencyRole> agencies(Part record) {
        return Stream.of(
                        agencies(
                                Procedure.AgencyRole.Role.EXECUTING,
                                both(record, "departmentsExecuting", "unitGroupsExecuting"),
                                record.text("executingAgencies"),
                                "code"),
                        agencies(
                                Procedure.AgencyRole.Role.COMPETENT,
                                both(record, "departmentsAuthority", "unitGroupsAuthority"),
                                null,
                                "code"),
                        agencies(
                                Procedure.AgencyRole.Role.AUTHORISED,
                                record.parts("departmentsAuthorized"),
                                null,
                                "code"),
                        agencies(
                                Procedure.AgencyRole.Role.COORDINATING,
                                record.parts("departmentsCoordinating"),
                                record.text("coordinatingAgencies"),
                                "code"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Part> both(Part record, String one, String other) {
        return Stream.concat(record.parts(one).stream(), record.parts(other).stream())
                .toList();
    }

    private static TimeLimit caseLimit(Part day) {
        var value = day.number("qty");
        return value == null ? null : new TimeLimit(value, Words.unit(day.text("type")), null);
    }

    private static String step(Part step) {
        var name = step.text("name");
        var description = step.text("description");
        if (name == null || description == null) {
            return name == null ? description == null ? "" : description : name;
        }
        return description.startsWith(name) ? description : name + ": " + description;
    }

    private static List<Procedure.ComponentGroup> components(Part record) {
        var cases = record.parts("executionCases");
        return (cases.isEmpty() ? List.of(record) : cases)
                .stream()
                        .map(one -> new Procedure.ComponentGroup(
                                cases.isEmpty() ? null : one.text("name"),
                                one.parts("profileComponents").stream()
                                        .filter(paper -> paper.text("name") != null)
                                        .map(PortalSource::paper)
                                        .toList()))
                        .filter(group -> !group.items().isEmpty() || group.caseName() != null)
                        .toList();
    }

    private static Procedure.Component paper(Part paper) {
        var forms = paper.parts("attachments");
        return new Procedure.Component(
                paper.text("name"),
                paper.count("originalQty"),
                paper.count("copyQty"),
                paper.text("code"),
                joined(forms.stream()
                        .flatMap(form -> Stream.ofNullable(form.text("fileName", "name")))
                        .toList()),
                forms.stream()
                        .flatMap(form -> Stream.ofNullable(form.text("id", "filePath")))
                        .findFirst()
                        .orElse(null),
                paper.maybeFlag("hasElectronicForm"),
                paper.maybeFlag("required"));
    }

    static List<String> keywords(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(text.split("[,;\n]")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty() ? null : texts.stream().collect(Collectors.joining("\n"));
    }
}
