package vn.motcua.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The index of one agency in a period, with the units directly below it.
 *
 * @param formula the version of the formulas
 * @param asOf the moment up to which everything that was reported is counted; null for a mere calculation
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServiceQuality(
        Unit agency,
        LocalDate from,
        LocalDate to,
        String formula,
        OffsetDateTime asOf,
        Total total,
        List<Group> groups,
        List<UnitScore> units,
        List<Metric> rankedBy) {
    ServiceQuality {
        groups = List.copyOf(groups);
        units = units == null ? null : List.copyOf(units);
    }

    @RegisterForReflection
    record Unit(String code, String name) {}

    /**
     * @param knownMax points that the known metrics could have brought
     * @param band null while a metric is unknown
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Total(BigDecimal score, int max, int knownMax, Band band, String bandLabel, List<Metric> unknown) {}

    @RegisterForReflection
    record Group(QualityGroup code, String name, BigDecimal score, int max, List<MetricScore> metrics) {}

    /**
     * @param rank by the metrics of {@code rankedBy}; null for dossiers that are the agency's own and no unit's
     * @param rankedScore points of those metrics alone, by which it is ranked
     * @param rankedMax points that they could have brought
     * @param band null while a metric of the unit is unknown
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitScore(
            Unit unit,
            Integer rank,
            BigDecimal score,
            int knownMax,
            BigDecimal rankedScore,
            int rankedMax,
            Band band,
            String bandLabel,
            List<GroupPoints> groups) {}

    @RegisterForReflection
    record GroupPoints(QualityGroup code, BigDecimal score) {}
}
