package vn.motcua.catalogue;

import java.util.List;

/** A procedure as a list shows it. */
record ProcedureSummary(
        String code,
        String name,
        NamedCode field,
        List<Level> levels,
        OnlineLevel onlineLevel,
        TimeLimit timeLimit,
        Fee fee) {
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
                        .orElse(null));
    }
}
