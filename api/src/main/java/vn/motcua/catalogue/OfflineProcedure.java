package vn.motcua.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a phone keeps of a procedure: everything that a person needs to prepare a dossier without a network. Its parts are
 * named as in {@link Procedure}; empty ones are left out. The legal record (basis, decision, versions) stays online.
 *
 * @param version the number of the published version it was taken from
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection(
        targets = {
            OfflineProcedure.class,
            OfflineProcedure.OfflineMethod.class,
            OfflineProcedure.OfflineGroup.class,
            OfflineProcedure.Paper.class
        })
record OfflineProcedure(
        String code,
        String name,
        String nameEn,
        NamedCode field,
        Procedure.Kind kind,
        Procedure.Summary summary,
        List<Level> levels,
        List<Subject> subjects,
        AgencyRef publishingAuthority,
        List<Procedure.AgencyRole> agencies,
        List<OfflineMethod> methods,
        List<Procedure.ProcedureCase> cases,
        List<OfflineGroup> components,
        List<String> steps,
        List<String> results,
        OnlineLevel onlineLevel,
        List<String> keywords,
        List<String> lifeEvents,
        int version) {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record OfflineMethod(Channel channel, TimeLimit timeLimit, List<Fee> fees) {
        OfflineMethod {
            fees = Lists.of(fees);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Paper(String name, Integer originals, Integer copies, String form) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record OfflineGroup(@JsonProperty("case") String caseName, List<Paper> items) {
        OfflineGroup {
            items = Lists.of(items);
        }
    }

    static OfflineProcedure of(Procedure full) {
        return new OfflineProcedure(
                full.code(),
                full.name(),
                full.nameEn(),
                full.field(),
                full.kind(),
                full.summary(),
                full.levels(),
                full.subjects(),
                full.publishingAuthority(),
                full.agencies(),
                full.methods().stream()
                        .map(method -> new OfflineMethod(method.channel(), method.timeLimit(), method.fees()))
                        .distinct()
                        .toList(),
                full.cases(),
                full.components().stream().map(OfflineProcedure::group).toList(),
                full.steps(),
                full.results().stream().map(Procedure.Result::name).toList(),
                full.onlineLevel(),
                full.keywords(),
                full.lifeEvents(),
                full.version().number());
    }

    private static OfflineGroup group(Procedure.ComponentGroup group) {
        return new OfflineGroup(
                group.caseName(),
                group.items().stream()
                        .map(paper -> new Paper(paper.name(), paper.originals(), paper.copies(), paper.form()))
                        .toList());
    }
}
