package vn.motcua.satisfaction;

import java.math.BigDecimal;
import java.util.List;

/** A score that never travels without its n and its interval. A hidden one has no numbers at all. */
record FactorScore(
        Factor factor,
        String label,
        boolean hidden,
        Integer n,
        BigDecimal index,
        Interval interval,
        List<Integer> levels) {

    static FactorScore hidden(Factor factor, String label) {
        return new FactorScore(factor, label, true, null, null, null, null);
    }

    static FactorScore shown(Factor factor, String label, Levels levels) {
        return new FactorScore(
                factor,
                label,
                false,
                Math.toIntExact(levels.n()),
                Index.of(levels),
                Wilson.interval(levels.satisfied(), levels.n()),
                levels.asList());
    }
}
