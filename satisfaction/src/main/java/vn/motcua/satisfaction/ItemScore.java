package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;

/** F1: the index of one question. Without numbers while fewer than ten answered it. */
@RegisterForReflection
record ItemScore(String code, boolean hidden, Integer n, BigDecimal index, Interval interval, List<Integer> levels) {

    /** The questions of a factor, or null when it is a single one: the factor itself says it. */
    static List<ItemScore> of(Tally tally, Factor factor) {
        var items = tally.asked().items().stream()
                .filter(item -> item.factor() == factor)
                .map(item -> of(item.code(), tally.of(item.code()).levels()))
                .toList();
        return items.size() < 2 ? null : items;
    }

    private static ItemScore of(String code, Levels levels) {
        return levels.n() == 0
                ? new ItemScore(code, true, null, null, null, null)
                : new ItemScore(
                        code,
                        false,
                        Math.toIntExact(levels.n()),
                        Index.of(levels),
                        Wilson.interval(levels.satisfied(), levels.n()),
                        levels.asList());
    }
}
