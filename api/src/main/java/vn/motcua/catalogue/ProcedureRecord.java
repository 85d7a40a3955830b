package vn.motcua.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** What an authority published of a procedure: the part of {@link Procedure} that makes a version and has a checksum. */
@RegisterForReflection(
        targets = {
            ProcedureRecord.class,
            NamedCode.class,
            AgencyRef.class,
            TimeLimit.class,
            Fee.class,
            Procedure.AgencyRole.class,
            Procedure.Method.class,
            Procedure.ProcedureCase.class,
            Procedure.Component.class,
            Procedure.ComponentGroup.class,
            Procedure.Result.class,
            Procedure.LegalBasis.class,
            Procedure.Decision.class
        })
record ProcedureRecord(
        String code,
        String name,
        NamedCode field,
        Procedure.Kind kind,
        List<Level> levels,
        List<Subject> subjects,
        AgencyRef publishingAuthority,
        List<Procedure.AgencyRole> agencies,
        List<Procedure.Method> methods,
        List<Procedure.ProcedureCase> cases,
        List<Procedure.ComponentGroup> components,
        List<String> steps,
        List<Procedure.Result> results,
        List<Procedure.LegalBasis> legalBasis,
        String requirements,
        Procedure.Decision decision,
        OnlineLevel onlineLevel,
        List<String> keywords,
        List<String> related) {

    ProcedureRecord {
        levels = Lists.of(levels);
        subjects = Lists.of(subjects);
        agencies = Lists.of(agencies);
        methods = Lists.of(methods);
        cases = Lists.of(cases);
        components = Lists.of(components);
        steps = Lists.of(steps);
        results = Lists.of(results);
        legalBasis = Lists.of(legalBasis);
        keywords = Lists.of(keywords);
        related = Lists.of(related);
    }

    /** The same record under its canonical code, title, field and kind. */
    ProcedureRecord with(String canonicalCode, String readableName, NamedCode knownField, Procedure.Kind knownKind) {
        return new ProcedureRecord(
                canonicalCode,
                readableName,
                knownField,
                knownKind,
                levels,
                subjects,
                publishingAuthority,
                agencies,
                methods,
                cases,
                components,
                steps,
                results,
                legalBasis,
                requirements,
                decision,
                onlineLevel,
                keywords,
                related);
    }
}
