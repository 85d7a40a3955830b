package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

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

    /** Null when this one is not ranked. */
    static Rank of(FactorScore own, List<FactorScore> all) {
        if (!isRanked(own)) {
            return null;
        }
        var ranked = all.stream().filter(Rank::isRanked).toList();
        int better = (int) ranked.stream()
                .filter(other -> other.interval().low().compareTo(own.interval().high()) > 0)
                .count();
        int worse = (int) ranked.stream()
                .filter(other ->
                        other.interval().high().compareTo(own.interval().low()) < 0)
                .count();
        return new Rank(better + 1, ranked.size() - worse, ranked.size());
    }

    private static boolean isRanked(FactorScore score) {
        return score != null && !score.hidden() && score.n() >= MINIMUM;
    }
}
