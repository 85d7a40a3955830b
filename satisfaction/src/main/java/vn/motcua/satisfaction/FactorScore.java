package vn.motcua.satisfaction;

import java.math.BigDecimal;
import java.util.List;

/**
 * A score that never travels without its n and its interval. A hidden one has no numbers at all.
 *
 * @param items one by one when the questionnaire asks several questions of this factor, else null
 */
record FactorScore(
        Factor factor,
        String label,
        boolean hidden,
        Integer n,
        BigDecimal index,
        Interval interval,
        List<Integer> levels,
        List<ItemScore> items) {

    static FactorScore of(Tally tally, Factor factor, String label) {
        var pooled = tally.pooled(factor).levels();
        if (pooled.n() == 0) {
            return new FactorScore(factor, label, true, null, null, null, null, null);
        }
        long people = tally.of(factor).stream()
                .mapToLong(answers -> answers.levels().n())
                .max()
                .orElseThrow();
        return new FactorScore(
                factor,
                label,
                false,
                Math.toIntExact(pooled.n()),
                Index.of(pooled),
                Wilson.interval(pooled.satisfied(), pooled.n(), people),
                pooled.asList(),
                ItemScore.of(tally, factor));
    }

    void figures(StringBuilder text) {
        text.append('\t').append(levels);
        if (items != null) {
            items.forEach(item -> text.append(item.code()).append(item.levels()));
        }
    }
}
