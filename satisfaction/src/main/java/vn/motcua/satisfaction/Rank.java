package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/**
 * The places that a group may have among all ranked ones. Two groups whose intervals overlap are tied: neither is called
 * better. A group is ranked only from {@value #MINIMUM} ratings on.
 *
 * @param best one more than the groups that are surely better
 * @param worst the number of ranked groups less those that are surely worse
 */
@RegisterForReflection
record Rank(int best, int worst, int of) {
    static final int MINIMUM = 30;

    /** The place of each, in the same order; null for one that is not ranked. */
    static List<Rank> of(List<FactorScore> all) {
        var ranked =
                all.stream().filter(Rank::isRanked).map(FactorScore::interval).toList();
        var lows = ranked.stream().map(Interval::low).sorted().toList();
        var highs = ranked.stream().map(Interval::high).sorted().toList();
        return all.stream()
                .map(score -> isRanked(score) ? of(score.interval(), lows, highs) : null)
                .toList();
    }

    private static Rank of(Interval own, List<BigDecimal> lows, List<BigDecimal> highs) {
        int better = lows.size() - first(lows, low -> low.compareTo(own.high()) > 0);
        int worse = first(highs, high -> high.compareTo(own.low()) >= 0);
        return new Rank(better + 1, lows.size() - worse, lows.size());
    }

    /** Where the values begin that are far enough; they are in order. */
    private static int first(List<BigDecimal> sorted, Predicate<BigDecimal> farEnough) {
        int from = 0;
        int to = sorted.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (farEnough.test(sorted.get(middle))) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private static boolean isRanked(FactorScore score) {
        return score != null && !score.hidden() && score.n() >= MINIMUM;
    }
}
