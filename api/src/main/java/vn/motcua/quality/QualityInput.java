package vn.motcua.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * One figure from another source, as an administrator entered it: of an agency with its units, in a period. Either counts or,
 * where the source publishes none, its points; neither takes an earlier one back.
 *
 * @param version grows with every entry of the same agency, metric and period; the last one counts
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record QualityInput(
        String agency,
        Metric metric,
        LocalDate from,
        LocalDate to,
        int version,
        Long numerator,
        Long denominator,
        BigDecimal score,
        String source,
        LocalDate asOf,
        OffsetDateTime enteredAt) {

    boolean takenBack() {
        return denominator == null && score == null;
    }

    boolean lasts(LocalDate first, LocalDate last) {
        return from.equals(first) && to.equals(last);
    }

    boolean liesIn(LocalDate first, LocalDate last) {
        return !from.isBefore(first) && !to.isAfter(last);
    }

    Figure figure(QualityNote note) {
        return score != null
                ? new Figure(0, 0, score, Figure.Basis.INPUT, source, asOf, note)
                : new Figure(numerator, denominator, null, Figure.Basis.INPUT, source, asOf, note);
    }
}
