package vn.motcua.quality;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.motcua.agency.Agencies;
import vn.motcua.openapi.Language;

/** Makes the answer from figures: scores, sums, band and places. */
@Singleton
class Scoring {
    private static final int WHOLE = 100;

    private final Agencies agencies;
    private final Band.Bounds bounds;

    Scoring(Agencies agencies, QualityConfig config) {
        this.agencies = agencies;
        this.bounds = config.bounds();
    }

    ServiceQuality calculation(Map<Metric, Figure> figures, Language language) {
        return answer(null, null, null, null, figures, null, language);
    }

    ServiceQuality of(QualityFigures.Read read, LocalDate from, LocalDate to, Language language) {
        return answer(unit(read.agency()), from, to, read.asOf(), read.whole(), read.units(), language);
    }

    private ServiceQuality answer(
            ServiceQuality.Unit agency,
            LocalDate from,
            LocalDate to,
            OffsetDateTime asOf,
            Map<Metric, Figure> figures,
            Map<String, Map<Metric, Figure>> units,
            Language language) {
        var index = IndexScore.of(figures);
        var ranked = units == null ? null : ranked(agency.code(), units);
        return new ServiceQuality(
                agency,
                from,
                to,
                Metric.FORMULA,
                asOf,
                total(index, language),
                groups(index, figures, language),
                units == null ? null : units(agency.code(), units, ranked, language),
                ranked);
    }

    private ServiceQuality.Total total(IndexScore index, Language language) {
        var band = band(index);
        return new ServiceQuality.Total(
                index.total(),
                WHOLE,
                index.knownMax(),
                band,
                band == null ? null : band.label().in(language),
                index.unknown());
    }

    /** Null while a metric is unknown: what nobody knows is not zero. */
    private Band band(IndexScore index) {
        return index.unknown().isEmpty() ? bounds.of(index.total()) : null;
    }

    private static List<ServiceQuality.Group> groups(IndexScore index, Map<Metric, Figure> figures, Language language) {
        return Arrays.stream(QualityGroup.values())
                .map(group -> {
                    var metrics = Arrays.stream(Metric.values())
                            .filter(metric -> metric.group() == group)
                            .map(metric ->
                                    MetricScore.of(metric, figures.getOrDefault(metric, Figure.UNKNOWN), language))
                            .toList();
                    int max = metrics.stream().mapToInt(MetricScore::max).sum();
                    return new ServiceQuality.Group(group, group.label().in(language), index.of(group), max, metrics);
                })
                .toList();
    }

    /**
     * Units are compared by what is known of all of them, or the one with fewer sources would come last. What is the agency's own
     * is no unit and takes no part: nobody enters figures for it alone.
     */
    private static List<Metric> ranked(String agency, Map<String, Map<Metric, Figure>> units) {
        var unknown = units.entrySet().stream()
                .filter(unit -> !unit.getKey().equals(agency))
                .flatMap(unit -> IndexScore.of(unit.getValue()).unknown().stream())
                .toList();
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.max() > 0 && !unknown.contains(metric))
                .toList();
    }

    private List<ServiceQuality.UnitScore> units(
            String agency, Map<String, Map<Metric, Figure>> units, List<Metric> ranked, Language language) {
        var indices = new TreeMap<String, IndexScore>();
        units.forEach((code, figures) -> indices.put(code, IndexScore.of(figures)));
        int most = ranked.stream().mapToInt(Metric::max).sum();
        var rivals = indices.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(agency))
                .map(entry -> entry.getValue().sum(ranked))
                .toList();
        return indices.entrySet().stream()
                .map(entry -> {
                    var index = entry.getValue();
                    boolean own = entry.getKey().equals(agency);
                    var band = band(index);
                    return new ServiceQuality.UnitScore(
                            unit(entry.getKey()),
                            own ? null : Ranks.of(index.sum(ranked), rivals),
                            index.total(),
                            index.knownMax(),
                            index.sum(ranked),
                            most,
                            band,
                            band == null ? null : band.label().in(language),
                            Arrays.stream(QualityGroup.values())
                                    .map(group -> new ServiceQuality.GroupPoints(group, index.of(group)))
                                    .toList());
                })
                .sorted(Comparator.comparing(
                                ServiceQuality.UnitScore::rank, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(score -> score.unit().code()))
                .toList();
    }

    private ServiceQuality.Unit unit(String code) {
        return new ServiceQuality.Unit(code, agencies.name(code));
    }
}
