package vn.motcua.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What an authority published of a procedure: the part of {@link Procedure} that makes a version and has a checksum. Lists
 * that came later are left out of the stored form when empty, so that records stored before keep their checksum.
 */
@RegisterForReflection(
        targets = {
            ProcedureRecord.class,
            NamedCode.class,
            AgencyRef.class,
            TimeLimit.class,
            Fee.class,
            Procedure.Source.class,
            Procedure.AgencyRole.class,
            Procedure.Method.class,
            Procedure.ProcedureCase.class,
            Procedure.Component.class,
            Procedure.ComponentGroup.class,
            Procedure.StepGroup.class,
            Procedure.Result.class,
            Procedure.LegalBasis.class,
            Procedure.Decision.class
        })
record ProcedureRecord(
        String code,
        String name,
        NamedCode field,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NamedCode> otherFields,
        Procedure.Kind kind,
        Procedure.FormalityType formalityType,
        Procedure.State state,
        String description,
        List<Level> levels,
        List<Subject> subjects,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> subjectNotes,
        AgencyRef publishingAuthority,
        List<Procedure.AgencyRole> agencies,
        String receptionAddress,
        List<Procedure.Method> methods,
        List<Procedure.ProcedureCase> cases,
        List<Procedure.ComponentGroup> components,
        List<String> steps,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Procedure.StepGroup> stepGroups,
        List<Procedure.Result> results,
        List<Procedure.LegalBasis> legalBasis,
        String requirements,
        Procedure.Decision decision,
        OnlineLevel onlineLevel,
        List<String> keywords,
        List<String> related,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> interlinked,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> replaces,
        Procedure.Source source) {

    ProcedureRecord {
        otherFields = Lists.of(otherFields);
        levels = Lists.of(levels);
        subjects = Lists.of(subjects);
        subjectNotes = Lists.of(subjectNotes);
        agencies = Lists.of(agencies);
        methods = Lists.of(methods);
        cases = Lists.of(cases);
        components = Lists.of(components);
        stepGroups = Lists.of(stepGroups);
        // Steps by case are also told one after the other, for readers who know no cases.
        steps = steps == null || steps.isEmpty()
                ? stepGroups.stream().flatMap(group -> group.items().stream()).toList()
                : List.copyOf(steps);
        results = Lists.of(results);
        legalBasis = Lists.of(legalBasis);
        keywords = Lists.of(keywords);
        related = Lists.of(related);
        interlinked = Lists.of(interlinked);
        replaces = Lists.of(replaces);
    }

    boolean withdrawn() {
        return state == Procedure.State.INACTIVE;
    }
}
