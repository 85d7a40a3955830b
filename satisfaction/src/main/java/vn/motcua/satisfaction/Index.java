package vn.motcua.satisfaction;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares in percent with two decimals, half up. */
final class Index {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Index() {}

    /** F1: share of levels 4 and 5 among all answers. */
    static BigDecimal of(Levels levels) {
        return percent(levels.satisfied(), levels.n());
    }

    static BigDecimal percent(long part, long whole) {
        if (whole <= 0) {
            throw new IllegalArgumentException("no share of nothing");
        }
        return BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
