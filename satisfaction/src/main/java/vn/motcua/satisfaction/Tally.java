package vn.motcua.satisfaction;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is published of one group.
 *
 * @param key value of the grouping attribute, null for the whole selection
 * @param finished ended dossiers that could be rated
 * @param asked the questionnaire whose questions these are
 * @param said by code of the question
 */
record Tally(String key, long finished, Questionnaire asked, Map<String, Said> said) {
    Tally {
        said = Map.copyOf(said);
    }

    Said of(String item) {
        return said.getOrDefault(item, Said.NOTHING);
    }

    /** What was said to the questions of a factor, in their order; without those that nobody answered. */
    List<Said> of(Factor factor) {
        return asked.items().stream()
                .filter(item -> item.factor() == factor)
                .map(item -> of(item.code()))
                .filter(answers -> answers.levels().n() > 0)
                .toList();
    }

    /** Answers to all questions of a factor together (F2). */
    Said pooled(Factor factor) {
        return of(factor).stream().reduce(Said.NOTHING, Said::plus);
    }

    /** Every rating answers the overall question, so its answers are the ratings. */
    long ratings() {
        return pooled(Factor.OVERALL).levels().n();
    }

    /** Pools the counts, never percentages. */
    static Tally sum(String key, Questionnaire asked, Collection<Tally> parts) {
        var said = new LinkedHashMap<String, Said>();
        long finished = 0;
        for (var part : parts) {
            finished += part.finished();
            part.said().forEach((item, answers) -> said.merge(item, answers, Said::plus));
        }
        return new Tally(key, finished, asked, said);
    }
}
