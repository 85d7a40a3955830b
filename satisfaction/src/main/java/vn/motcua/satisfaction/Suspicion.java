package vn.motcua.satisfaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * How probable it is that people, left alone, would have answered like this: one p-value for each reason, and the rule that
 * decides over all of a round. Formulas, with their sources, stand in docs/satisfaction.md.
 */
final class Suspicion {
    /** Weight of the country in what is expected of an agency's patterns, in ratings. */
    private static final double PATTERN_PRIOR = 20;
    /** An agency's own past counts as so many ratings at most: habits change. */
    private static final double PATTERN_PAST = 200;

    private static final double FAST_PRIOR = 40;
    private static final double RATE_PRIOR = 0.5;
    private static final double LEAST_SPREAD = 0.0004;
    private static final double SMALL = 1e-4;

    private Suspicion() {}

    static Map<SuspicionReason, Double> chances(Cohort cohort, Baseline usual) {
        var chances = new EnumMap<SuspicionReason, Double>(SuspicionReason.class);
        chances.put(SuspicionReason.BURST, burst(cohort, usual));
        chances.put(SuspicionReason.PATTERN, pattern(cohort, usual));
        chances.put(SuspicionReason.FAST, fast(cohort, usual));
        chances.put(SuspicionReason.OUTLIER, outlier(cohort, usual));
        return chances;
    }

    /**
     * The rate of an agency is gamma-distributed around that of the country, sharpened by its own past; counts vary around it by
     * chance and by the unrest of days. Together a negative binomial.
     */
    private static double burst(Cohort cohort, Baseline usual) {
        double certainty =
                (cohort.workdays() > 0 ? RATE_PRIOR + usual.workdays().ratings() : 0)
                        + (cohort.weekends() > 0 ? RATE_PRIOR + usual.weekends().ratings() : 0);
        double days = Math.max(1, cohort.workdays() + cohort.weekends());
        double variation = usual.unrest() / days + 1 / Math.max(certainty, RATE_PRIOR);
        return Tails.negativeBinomial(cohort.fresh(), expected(cohort, usual), 1 / variation);
    }

    /** How many ratings people would have sent in these days. */
    static double expected(Cohort cohort, Baseline usual) {
        double mean =
                cohort.workdays() * rate(usual.workdays(), usual) + cohort.weekends() * rate(usual.weekends(), usual);
        return Math.max(mean, SMALL);
    }

    private static double rate(Baseline.Arrivals past, Baseline usual) {
        return (RATE_PRIOR + past.ratings()) / (RATE_PRIOR / usual.usual() + past.days());
    }

    /** The commonest pattern, whichever it is: so the chances of all patterns are added. */
    private static double pattern(Cohort cohort, Baseline usual) {
        long most = cohort.patterns().values().stream()
                .max(Comparator.naturalOrder())
                .orElse(0L);
        double own = sum(usual.ownPatterns());
        double others = sum(usual.otherPatterns());
        double past = own == 0 ? 0 : Math.min(1, PATTERN_PAST / own);
        var patterns = new HashSet<>(usual.otherPatterns().keySet());
        patterns.addAll(usual.ownPatterns().keySet());
        patterns.addAll(cohort.patterns().keySet());
        double chance = 0;
        for (var pattern : patterns) {
            double share = (usual.otherPatterns().getOrDefault(pattern, 0L) + 0.5) / (others + 0.5 * patterns.size());
            double seen = past * usual.ownPatterns().getOrDefault(pattern, 0L);
            chance += Tails.betaBinomial(
                    most,
                    cohort.ratings(),
                    PATTERN_PRIOR * share + seen,
                    PATTERN_PRIOR * (1 - share) + past * own - seen + SMALL);
        }
        return Math.min(1, chance);
    }

    private static double fast(Cohort cohort, Baseline usual) {
        double share = Math.clamp(usual.fast(), 0.005, 0.9);
        return cohort.timed() == 0
                ? 1
                : Tails.betaBinomial(cohort.fast(), cohort.timed(), FAST_PRIOR * share, FAST_PRIOR * (1 - share));
    }

    /** The funnel around the middle of all agencies, in both directions. */
    private static double outlier(Cohort cohort, Baseline usual) {
        double share = Math.clamp(usual.satisfied(), 0.02, 0.98);
        double spread = Math.clamp(usual.spread(), LEAST_SPREAD, share * (1 - share) / 3);
        double weight = share * (1 - share) / spread - 1;
        long n = cohort.ratings();
        double high = Tails.betaBinomial(cohort.satisfied(), n, weight * share, weight * (1 - share));
        double low = Tails.betaBinomial(n - cohort.satisfied(), n, weight * (1 - share), weight * share);
        return Math.min(1, 2 * Math.min(high, low));
    }

    /**
     * Benjamini and Hochberg (1995): of all p-values of one round the largest group that keeps the share of false alarms among
     * the alarms at {@code rate}. Returns the largest p-value that is an alarm, or -1 when none is.
     */
    static double threshold(List<Double> chances, double rate) {
        var sorted = new ArrayList<>(chances);
        sorted.sort(Comparator.naturalOrder());
        double threshold = -1;
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i) <= rate * (i + 1) / sorted.size()) {
                threshold = sorted.get(i);
            }
        }
        return threshold;
    }

    private static double sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
