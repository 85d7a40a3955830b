package vn.motcua.catalogue;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** A published time limit: number and unit, words, or both. */
record TimeLimit(BigDecimal value, TimeUnit unit, String text) {
    TimeLimit {
        requireNonNull(unit, "unit");
        if (value != null) {
            if (value.signum() < 0 || value.precision() > 12 || value.scale() > 6) {
                throw new IllegalArgumentException("value");
            }
            // One written form, so that 5 and 5.0 are the same record.
            value = value.stripTrailingZeros();
            value = value.scale() < 0 ? value.setScale(0) : value;
        }
    }

    /** Whether a deadline can be computed from it. */
    boolean definite() {
        return value != null && unit != TimeUnit.OTHER;
    }
}
