package vn.motcua.feedback;

import java.util.Comparator;
import java.util.List;

/** All time limits. A rule of a sector (a ministry and all below it) goes before the general one. */
record Limits(List<Limit> all) {
    Limits {
        all = List.copyOf(all);
    }

    Limit of(LimitStep step, String unit) {
        return all.stream()
                .filter(limit -> limit.step() == step && limit.holdsFor(unit))
                .max(Comparator.comparingInt(limit -> limit.agency().length()))
                .orElseThrow(() -> new IllegalStateException("feedback.step_limit has no row for " + step));
    }
}
