package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The portal often gives a number without a unit by channel and the exact limit by case: read together they say more. */
final class TimeLimits {
    private TimeLimits() {}

    /** The limit to show in a list: the first definite one, else the first of any kind. */
    static TimeLimit first(ProcedureRecord published) {
        var all = Stream.concat(
                        published.methods().stream().map(method -> resolved(method.timeLimit(), published)),
                        published.cases().stream().map(Procedure.ProcedureCase::timeLimit))
                .filter(Objects::nonNull)
                .toList();
        return all.stream().filter(TimeLimit::definite).findFirst().orElse(all.isEmpty() ? null : all.getFirst());
    }

    /** Every limit that names a number: those of a channel first, then those of the cases. */
    static List<ProcedureFacts.Limit> facts(ProcedureRecord published) {
        var limits = new ArrayList<ProcedureFacts.Limit>();
        for (var method : published.methods()) {
            add(limits, method.channel().name(), resolved(method.timeLimit(), published));
        }
        for (var one : published.cases()) {
            add(limits, null, one.timeLimit());
        }
        return limits.stream().distinct().toList();
    }

    private static void add(List<ProcedureFacts.Limit> limits, String channel, TimeLimit limit) {
        if (limit != null && limit.value() != null) {
            limits.add(new ProcedureFacts.Limit(
                    channel, limit.value().doubleValue(), limit.unit().name()));
        }
    }

    /** A number without a unit takes the unit of the case with the same number, when there is one. */
    private static TimeLimit resolved(TimeLimit limit, ProcedureRecord published) {
        if (limit == null || limit.value() == null || limit.unit() != TimeUnit.OTHER) {
            return limit;
        }
        return published.cases().stream()
                .map(Procedure.ProcedureCase::timeLimit)
                .filter(exact ->
                        exact != null && exact.definite() && exact.value().equals(limit.value()))
                .findFirst()
                .orElse(limit);
    }
}
