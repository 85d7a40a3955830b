package vn.motcua.satisfaction;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was counted for one group.
 *
 * @param key value of the grouping attribute, null for the whole selection
 * @param finished ended dossiers that could be rated
 */
record Tally(String key, long finished, Map<Factor, Levels> answers) {
    Tally {
        answers = Map.copyOf(answers);
    }

    Levels of(Factor factor) {
        return answers.getOrDefault(factor, Levels.NONE);
    }

    long n(Factor factor) {
        return of(factor).n();
    }

    /** Every rating answers OVERALL, so its answers are the ratings. */
    long ratings() {
        return n(Factor.OVERALL);
    }

    /** The whole selection: counts are pooled, never percentages. */
    static Tally total(List<Tally> groups) {
        var answers = new EnumMap<Factor, Levels>(Factor.class);
        long finished = 0;
        for (var group : groups) {
            finished += group.finished();
            group.answers().forEach((factor, levels) -> answers.merge(factor, levels, Levels::plus));
        }
        return new Tally(null, finished, answers);
    }
}
