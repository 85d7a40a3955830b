package vn.motcua.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A record of the portal's export. What it has more than these fields is of no use here and is passed over. */
@RegisterForReflection(
        targets = {
            PortalProcedure.class,
            PortalProcedure.Method.class,
            PortalProcedure.Limit.class,
            PortalProcedure.Charge.class,
            PortalProcedure.Case.class,
            PortalProcedure.Group.class,
            PortalProcedure.Paper.class,
            PortalProcedure.Outcome.class
        })
@JsonIgnoreProperties(ignoreUnknown = true)
record PortalProcedure(
        String code,
        String name,
        String field,
        String kind,
        String promulgatingAgency,
        List<String> agencies,
        List<String> competentAuthorities,
        List<String> levels,
        List<String> subjects,
        List<Method> methods,
        List<Case> cases,
        List<Group> dossier,
        List<Outcome> results,
        List<String> legalBasis,
        String decisionNumber,
        LocalDate decisionDate,
        String onlineLevel) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Method(String channel, Limit timeLimit, List<Charge> fees) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Limit(BigDecimal value, TimeUnit unit, String text) {
        TimeLimit toTimeLimit() {
            return value == null && text == null
                    ? null
                    : new TimeLimit(value, unit == null ? TimeUnit.OTHER : unit, text);
        }
    }

    /** {@code portalValue} is the 0 that the portal stores when the amount is set elsewhere: no amount. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Charge(String type, Long amount, Long portalValue, String note, String otherUnit, Long otherUnitValue) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Case(@JsonProperty("case") String name, Limit timeLimit) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Group(String group, List<Paper> items) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Paper(String name, Integer originals, Integer copies, String componentCode) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Outcome(String code, String name) {}

    CatalogueSource.Item toItem(int number) {
        try {
            return new CatalogueSource.Item.Usable(number, toRecord(), null, "internal".equals(kind));
        } catch (PortalWords.Unknown unknown) {
            return new CatalogueSource.Item.Refused(number, code, unknown.refusal());
        } catch (IllegalArgumentException | NullPointerException incomplete) {
            return new CatalogueSource.Item.Refused(
                    number,
                    code,
                    Refusal.of(
                            "Một mục trong bản ghi thiếu nội dung bắt buộc hoặc có số âm.",
                            "An entry of the record lacks a required part or has a negative number."));
        }
    }

    private ProcedureRecord toRecord() {
        var published = decisionNumber == null && decisionDate == null
                ? null
                : new Procedure.Decision(decisionNumber, decisionDate);
        return new ProcedureRecord(
                code,
                name,
                field == null || field.isBlank() ? null : new NamedCode(null, field),
                PortalWords.kind(kind),
                Lists.of(levels).stream().map(PortalWords::level).distinct().toList(),
                Lists.of(subjects).stream().map(PortalWords::subject).distinct().toList(),
                Optional.ofNullable(promulgatingAgency)
                        .map(PortalAuthorities::of)
                        .orElse(null),
                roles(),
                Lists.of(methods).stream().map(PortalProcedure::method).toList(),
                Lists.of(cases).stream()
                        .map(one -> new Procedure.ProcedureCase(one.name(), limit(one.timeLimit())))
                        .toList(),
                Lists.of(dossier).stream().map(PortalProcedure::group).toList(),
                null,
                Lists.of(results).stream()
                        .filter(result -> result.name() != null)
                        .map(result -> new Procedure.Result(result.code(), result.name()))
                        .toList(),
                Lists.of(legalBasis).stream()
                        .map(document -> new Procedure.LegalBasis(document, null))
                        .toList(),
                null,
                published,
                onlineLevel == null ? null : PortalWords.onlineLevel(onlineLevel),
                null,
                null);
    }

    private List<Procedure.AgencyRole> roles() {
        return Stream.concat(
                        Lists.of(agencies).stream().map(agency -> role(Procedure.AgencyRole.Role.EXECUTING, agency)),
                        Lists.of(competentAuthorities).stream()
                                .map(agency -> role(Procedure.AgencyRole.Role.COMPETENT, agency)))
                .toList();
    }

    private static Procedure.AgencyRole role(Procedure.AgencyRole.Role role, String agency) {
        return new Procedure.AgencyRole(role, agency, null);
    }

    private static TimeLimit limit(Limit limit) {
        return limit == null ? null : limit.toTimeLimit();
    }

    private static Procedure.Method method(Method method) {
        var fees = Lists.of(method.fees()).stream().map(PortalProcedure::fee).toList();
        return new Procedure.Method(PortalWords.channel(method.channel()), limit(method.timeLimit()), fees, null);
    }

    private static Fee fee(Charge charge) {
        var kind = PortalWords.feeKind(charge.type());
        return charge.otherUnit() == null
                ? new Fee(kind, charge.amount(), charge.amount() == null ? null : "VND", charge.note())
                : new Fee(kind, charge.otherUnitValue(), charge.otherUnit(), charge.note());
    }

    private static Procedure.ComponentGroup group(Group group) {
        return new Procedure.ComponentGroup(
                group.group(),
                Lists.of(group.items()).stream()
                        .map(paper -> new Procedure.Component(
                                paper.name(), paper.originals(), paper.copies(), paper.componentCode(), null))
                        .toList());
    }
}
