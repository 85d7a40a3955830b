package vn.motcua.catalogue;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** One procedure as published, with what the editors of this service wrote about it. */
record Procedure(
        String code,
        String name,
        String nameEn,
        NamedCode field,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NamedCode> otherFields,
        Kind kind,
        FormalityType formalityType,
        State state,
        Summary summary,
        String description,
        List<Level> levels,
        List<Subject> subjects,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> subjectNotes,
        AgencyRef publishingAuthority,
        List<AgencyRole> agencies,
        String receptionAddress,
        List<Method> methods,
        List<ProcedureCase> cases,
        List<ComponentGroup> components,
        List<String> steps,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StepGroup> stepGroups,
        List<Result> results,
        List<LegalBasis> legalBasis,
        String requirements,
        Decision decision,
        OnlineLevel onlineLevel,
        List<String> keywords,
        List<String> related,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> interlinked,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> replaces,
        List<String> lifeEvents,
        Source source,
        Completeness completeness,
        ProcedureVersion version) {

    /** NATIONAL, or LOCAL when issued by one province. */
    enum Kind {
        NATIONAL,
        LOCAL
    }

    /** Loại thủ tục: not left to the provinces, left to them to detail, or particular (đặc thù). */
    enum FormalityType {
        STANDARD,
        ASSIGNED_REGULATION,
        PARTICULAR
    }

    /** As published: ACTIVE and UPDATED are live. An INACTIVE record abolishes the procedure that it names. */
    enum State {
        ACTIVE,
        UPDATED,
        INACTIVE
    }

    record Summary(String vi, String en) {}

    /** Where the record was read: the other system's own identifier, and when that system last changed it. */
    record Source(String id, OffsetDateTime updatedAt) {}

    record AgencyRole(Role role, String name, String code) {
        enum Role {
            EXECUTING,
            COMPETENT,
            AUTHORISED,
            COORDINATING
        }

        AgencyRole {
            requireNonNull(role, "role");
            requireNonNull(name, "name");
        }
    }

    record Method(Channel channel, TimeLimit timeLimit, List<Fee> fees, String description) {
        Method {
            requireNonNull(channel, "channel");
            fees = Lists.of(fees);
        }
    }

    record ProcedureCase(String name, TimeLimit timeLimit) {
        ProcedureCase {
            requireNonNull(name, "name");
        }
    }

    /** One paper of the dossier. */
    record Component(
            String name,
            Integer originals,
            Integer copies,
            String componentCode,
            String form,
            String formRef,
            Boolean electronicForm,
            Boolean required) {
        Component {
            requireNonNull(name, "name");
            if ((originals != null && originals < 0) || (copies != null && copies < 0)) {
                throw new IllegalArgumentException("fewer than no copies");
            }
        }
    }

    record ComponentGroup(@JsonProperty("case") String caseName, List<Component> items) {
        ComponentGroup {
            items = Lists.of(items);
        }
    }

    record StepGroup(@JsonProperty("case") String caseName, List<String> items) {
        StepGroup {
            items = Lists.of(items);
        }
    }

    record Result(String code, String name) {
        Result {
            requireNonNull(name, "name");
        }
    }

    record LegalBasis(String number, String name, String issuer, LocalDate issuedOn, LocalDate effectiveFrom) {
        LegalBasis {
            requireNonNull(number, "number");
        }
    }

    /** The decision that published the procedure (quyết định công bố). */
    record Decision(String number, LocalDate date) {}

    static Procedure of(ProcedureRecord published, Editorial editorial, ProcedureVersion version) {
        return new Procedure(
                published.code(),
                published.name(),
                editorial.nameEn(),
                published.field(),
                published.otherFields(),
                published.kind(),
                published.formalityType(),
                published.state(),
                editorial.summary(),
                published.description(),
                published.levels(),
                published.subjects(),
                published.subjectNotes(),
                published.publishingAuthority(),
                published.agencies(),
                published.receptionAddress(),
                published.methods(),
                published.cases(),
                published.components(),
                published.steps(),
                published.stepGroups(),
                published.results(),
                published.legalBasis(),
                published.requirements(),
                published.decision(),
                published.onlineLevel(),
                editorial.keywordsAfter(published.keywords()),
                published.related(),
                published.interlinked(),
                published.replaces(),
                List.copyOf(LifeEventMap.CURATED.events(published, editorial).keySet()),
                published.source(),
                Completeness.of(published),
                version);
    }
}
