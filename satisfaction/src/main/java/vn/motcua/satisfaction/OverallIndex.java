package vn.motcua.satisfaction;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** F3 over the five factors. The overall question is not among them: it is a measure of its own. */
final class OverallIndex {
    private static final List<Factor> FACTORS =
            Arrays.stream(Factor.values()).filter(f -> f != Factor.OVERALL).toList();

    private OverallIndex() {}

    /**
     * @param weights declared ones, or none to pool all answers; a factor that is not named weighs nothing
     * @return null while a factor that counts is hidden
     */
    static BigDecimal of(Tally tally, Map<Factor, BigDecimal> weights) {
        return of(factor -> tally.pooled(factor).levels(), weights);
    }

    static BigDecimal of(Function<Factor, Levels> answers, Map<Factor, BigDecimal> weights) {
        var counted = FACTORS.stream()
                .filter(factor -> weights.isEmpty()
                        || weights.getOrDefault(factor, BigDecimal.ZERO).signum() > 0)
                .toList();
        if (counted.isEmpty() || counted.stream().anyMatch(f -> answers.apply(f).n() == 0)) {
            return null;
        }
        if (weights.isEmpty()) {
            return Index.of(counted.stream().map(answers).reduce(Levels.NONE, Levels::plus));
        }
        return Index.weighted(counted.stream()
                .map(f -> new Index.Part(Index.of(answers.apply(f)), weights.get(f)))
                .toList());
    }
}
