package vn.motcua.quality;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is known of one metric.
 *
 * @param mean the exact mean where the numerator is a rounded sum; null otherwise
 * @param score as the source gave it, for a metric that it publishes without counts; null otherwise
 * @param basis where it comes from
 * @param source of an input, as its administrator named it; null where it is computed
 * @param asOf of an input
 * @param note what has to be known beside it, null when nothing
 */
record Figure(
        long numerator,
        long denominator,
        BigDecimal mean,
        BigDecimal score,
        Basis basis,
        String source,
        LocalDate asOf,
        QualityNote note) {
    /** Where a figure comes from. */
    enum Basis {
        /** From the events of dossiers, the catalogue or feedback. */
        COMPUTED,
        /** What an administrator entered from another source. */
        INPUT,
        /** Nobody entered it and nothing here tells it. */
        UNKNOWN
    }

    Figure(
            long numerator,
            long denominator,
            BigDecimal score,
            Basis basis,
            String source,
            LocalDate asOf,
            QualityNote note) {
        this(numerator, denominator, null, score, basis, source, asOf, note);
    }

    static final Figure UNKNOWN = new Figure(0, 0, null, Basis.UNKNOWN, null, null, null);

    static Figure computed(long numerator, long denominator) {
        return computed(numerator, denominator, null);
    }

    static Figure computed(long numerator, long denominator, QualityNote note) {
        return new Figure(numerator, denominator, null, Basis.COMPUTED, null, null, note);
    }

    /** The sum is shown in whole numbers, and the mean is that of the sum as it is. */
    static Figure mean(double sum, long count) {
        var mean = count == 0 ? null : BigDecimal.valueOf(sum / count);
        return new Figure(Math.round(sum), count, mean, null, Basis.COMPUTED, null, null, null);
    }

    boolean isKnown() {
        return basis != Basis.UNKNOWN;
    }
}
