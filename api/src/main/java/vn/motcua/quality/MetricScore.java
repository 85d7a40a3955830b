package vn.motcua.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import vn.motcua.openapi.Language;

/**
 * One metric with everything that it was made of.
 *
 * @param ratio percent, or for mean days the mean; null where there is nothing to count
 * @param score points; null where it is unknown or shown only
 * @param dossiers whether the dossiers behind it can be listed
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record MetricScore(
        Metric code,
        String number,
        String name,
        String formula,
        int max,
        Figure.Basis basis,
        Long numerator,
        Long denominator,
        BigDecimal ratio,
        BigDecimal score,
        String source,
        LocalDate asOf,
        String note,
        boolean dossiers) {

    static MetricScore of(Metric metric, Figure figure, Language language) {
        boolean counted = figure.isKnown() && figure.score() == null;
        return new MetricScore(
                metric,
                metric.number(),
                metric.label().in(language),
                metric.formula(),
                metric.max(),
                figure.basis(),
                counted ? figure.numerator() : null,
                counted ? figure.denominator() : null,
                counted ? ratio(metric, figure) : null,
                metric.max() == 0 ? null : score(metric, figure),
                figure.source(),
                figure.asOf(),
                figure.note() == null ? null : figure.note().text().in(language),
                figure.basis() == Figure.Basis.COMPUTED && metric.hasDossiers());
    }

    /** Null while unknown. */
    static BigDecimal score(Metric metric, Figure figure) {
        if (!figure.isKnown()) {
            return null;
        }
        return figure.score() != null
                ? figure.score().setScale(Metric.DECIMALS, RoundingMode.HALF_UP)
                : metric.score(figure.numerator(), figure.denominator());
    }

    private static BigDecimal ratio(Metric metric, Figure figure) {
        if (metric != Metric.DOSSIER_MEAN_DAYS) {
            return Metric.percent(figure.numerator(), figure.denominator());
        }
        if (figure.mean() != null) {
            return figure.mean().setScale(Metric.DECIMALS, RoundingMode.HALF_UP);
        }
        return figure.denominator() == 0
                ? null
                : BigDecimal.valueOf(figure.numerator())
                        .divide(BigDecimal.valueOf(figure.denominator()), Metric.DECIMALS, RoundingMode.HALF_UP);
    }
}
