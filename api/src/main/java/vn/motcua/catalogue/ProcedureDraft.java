package vn.motcua.catalogue;

import java.util.List;

/** A record on the way from somebody else's shape into ours; an adapter fills in what its shape has. */
final class ProcedureDraft {
    String code;
    String name;
    NamedCode field;
    List<NamedCode> otherFields;
    Procedure.Kind kind = Procedure.Kind.NATIONAL;
    Procedure.FormalityType formalityType;
    Procedure.State state;
    String description;
    List<Level> levels;
    List<Subject> subjects;
    List<String> subjectNotes;
    AgencyRef publishingAuthority;
    List<Procedure.AgencyRole> agencies;
    String receptionAddress;
    List<Procedure.Method> methods;
    List<Procedure.ProcedureCase> cases;
    List<Procedure.ComponentGroup> components;
    List<String> steps;
    List<Procedure.StepGroup> stepGroups;
    List<Procedure.Result> results;
    List<Procedure.LegalBasis> legalBasis;
    String requirements;
    Procedure.Decision decision;
    OnlineLevel onlineLevel;
    List<String> keywords;
    List<String> related;
    List<String> interlinked;
    List<String> replaces;
    Procedure.Source source;

    static ProcedureDraft of(ProcedureRecord published) {
        var draft = new ProcedureDraft();
        draft.code = published.code();
        draft.name = published.name();
        draft.field = published.field();
        draft.otherFields = published.otherFields();
        draft.kind = published.kind();
        draft.formalityType = published.formalityType();
        draft.state = published.state();
        draft.description = published.description();
        draft.levels = published.levels();
        draft.subjects = published.subjects();
        draft.subjectNotes = published.subjectNotes();
        draft.publishingAuthority = published.publishingAuthority();
        draft.agencies = published.agencies();
        draft.receptionAddress = published.receptionAddress();
        draft.methods = published.methods();
        draft.cases = published.cases();
        draft.components = published.components();
        draft.steps = published.steps();
        draft.stepGroups = published.stepGroups();
        draft.results = published.results();
        draft.legalBasis = published.legalBasis();
        draft.requirements = published.requirements();
        draft.decision = published.decision();
        draft.onlineLevel = published.onlineLevel();
        draft.keywords = published.keywords();
        draft.related = published.related();
        draft.interlinked = published.interlinked();
        draft.replaces = published.replaces();
        draft.source = published.source();
        return draft;
    }

    ProcedureRecord toRecord() {
        return new ProcedureRecord(
                code,
                name,
                field,
                otherFields,
                kind,
                formalityType,
                state,
                description,
                levels,
                subjects,
                subjectNotes,
                publishingAuthority,
                agencies,
                receptionAddress,
                methods,
                cases,
                components,
                steps,
                stepGroups,
                results,
                legalBasis,
                requirements,
                decision,
                onlineLevel,
                keywords,
                related,
                interlinked,
                replaces,
                source);
    }
}
