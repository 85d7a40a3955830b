package vn.motcua.catalogue;

import java.util.List;
import vn.motcua.search.Explanation;

/** A procedure as a list shows it. */
record ProcedureSummary(
        String code,
        String name,
        NamedCode field,
        List<Level> levels,
        OnlineLevel onlineLevel,
        TimeLimit timeLimit,
        Fee fee,
        Explanation explanation) {
    static ProcedureSummary of(ProcedureRecord published) {
        return new ProcedureSummary(
                published.code(),
                published.name(),
                published.field(),
                published.levels(),
                published.onlineLevel(),
                TimeLimits.first(published),
                published.methods().stream()
                        .flatMap(method -> method.fees().stream())
                        .findFirst()
                        .map(Fee::shortened)
                        .orElse(null),
                null);
    }

    /** With the reasons for its place in a search. */
    ProcedureSummary explained(Explanation why) {
        return new ProcedureSummary(code, name, field, levels, onlineLevel, timeLimit, fee, why);
    }
}
