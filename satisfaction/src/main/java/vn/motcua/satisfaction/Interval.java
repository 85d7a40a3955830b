package vn.motcua.satisfaction;

import java.math.BigDecimal;

/** Where the true value lies with 95 % confidence, in percent. */
record Interval(BigDecimal low, BigDecimal high) {
    Interval {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low above high");
        }
    }
}
