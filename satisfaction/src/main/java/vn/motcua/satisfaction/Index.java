package vn.motcua.satisfaction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Shares in percent with two decimals, half up. */
final class Index {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Index() {}

    /** F1: share of levels 4 and 5 among all answers. */
    static BigDecimal of(Levels levels) {
        return percent(levels.satisfied(), levels.n());
    }

    /** One part of an overall index and its declared weight, which is not negative. */
    record Part(BigDecimal index, BigDecimal weight) {}

    /** F3: the mean of the parts by their declared weights; at least one weight is above zero. */
    static BigDecimal weighted(List<Part> parts) {
        var weights = parts.stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        var sum = parts.stream()
                .map(part -> part.index().multiply(part.weight()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(weights, 2, RoundingMode.HALF_UP);
    }

    static BigDecimal percent(long part, long whole) {
        if (whole <= 0) {
            throw new IllegalArgumentException("no share of nothing");
        }
        return BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
