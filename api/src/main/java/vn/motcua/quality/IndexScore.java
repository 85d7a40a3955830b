package vn.motcua.quality;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The index of one agency: each metric rounded, groups and the whole summed up from what is rounded. Pure.
 *
 * @param scores of the metrics that are known and scored
 * @param unknown scored metrics that nobody knows
 */
record IndexScore(Map<Metric, BigDecimal> scores, List<Metric> unknown) {
    IndexScore {
        scores = Map.copyOf(scores);
        unknown = List.copyOf(unknown);
    }

    static IndexScore of(Map<Metric, Figure> figures) {
        var scores = new EnumMap<Metric, BigDecimal>(Metric.class);
        for (var metric : Metric.values()) {
            var score = MetricScore.score(metric, figures.getOrDefault(metric, Figure.UNKNOWN));
            if (metric.max() > 0 && score != null) {
                scores.put(metric, score);
            }
        }
        return new IndexScore(
                scores,
                Arrays.stream(Metric.values())
                        .filter(metric -> metric.max() > 0 && !scores.containsKey(metric))
                        .toList());
    }

    BigDecimal total() {
        return sum(Arrays.asList(Metric.values()));
    }

    BigDecimal of(QualityGroup group) {
        return sum(Arrays.stream(Metric.values())
                .filter(metric -> metric.group() == group)
                .toList());
    }

    /** Points that the known metrics could have brought: 100 when all are known. */
    int knownMax() {
        return scores.keySet().stream().mapToInt(Metric::max).sum();
    }

    /** Of these metrics alone. */
    BigDecimal sum(List<Metric> metrics) {
        return metrics.stream()
                .map(metric -> scores.getOrDefault(metric, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO.setScale(Metric.DECIMALS), BigDecimal::add);
    }
}
