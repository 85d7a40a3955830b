package vn.motcua.catalogue;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/** One procedure as published, with what the editors of this service wrote about it. */
record Procedure(
        String code,
        String name,
        String nameEn,
        NamedCode field,
        Kind kind,
        Summary summary,
        List<Level> levels,
        List<Subject> subjects,
        AgencyRef publishingAuthority,
        List<AgencyRole> agencies,
        List<Method> methods,
        List<ProcedureCase> cases,
        List<ComponentGroup> components,
        List<String> steps,
        List<Result> results,
        List<LegalBasis> legalBasis,
        String requirements,
        Decision decision,
        OnlineLevel onlineLevel,
        List<String> keywords,
        List<String> related,
        List<String> lifeEvents,
        Completeness completeness,
        ProcedureVersion version) {

    /** NATIONAL, or LOCAL when issued by one province. */
    enum Kind {
        NATIONAL,
        LOCAL
    }

    record Summary(String vi, String en) {}

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
    record Component(String name, Integer originals, Integer copies, String componentCode, String form) {
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

    record Result(String code, String name) {
        Result {
            requireNonNull(name, "name");
        }
    }

    record LegalBasis(String number, String name) {
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
                published.kind(),
                editorial.summary(),
                published.levels(),
                published.subjects(),
                published.publishingAuthority(),
                published.agencies(),
                published.methods(),
                published.cases(),
                published.components(),
                published.steps(),
                published.results(),
                published.legalBasis(),
                published.requirements(),
                published.decision(),
                published.onlineLevel(),
                editorial.keywordsAfter(published.keywords()),
                published.related(),
                List.copyOf(LifeEventMap.CURATED.events(published, editorial).keySet()),
                Completeness.of(published),
                version);
    }
}
