package vn.motcua.quality;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** Competition ranking: equal scores share a place, and the next one is as many places behind (1, 2, 2, 4). */
public final class Ranks {
    private Ranks() {}

    /** Places of these scores, in their order. */
    public static List<Integer> of(List<BigDecimal> scores) {
        return scores.stream().map(score -> of(score, scores)).toList();
    }

    static int of(BigDecimal score, Collection<BigDecimal> all) {
        return 1
                + (int) all.stream().filter(other -> other.compareTo(score) > 0).count();
    }
}
