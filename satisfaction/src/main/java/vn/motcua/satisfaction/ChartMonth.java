package vn.motcua.satisfaction;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One month of the picture.
 *
 * @param score null when hidden
 * @param seriesBreak the version that came into use in this month, or null
 * @param unlike whether an earlier questionnaire was asked that is not compared with this one
 */
record ChartMonth(YearMonth month, FactorScore score, SeriesBreak seriesBreak, boolean unlike) {

    /** Every month of the period, also those of which nothing is published. */
    static List<ChartMonth> of(Scores scores, Factor factor) {
        var months = new ArrayList<ChartMonth>();
        var last = YearMonth.parse(scores.to());
        for (var month = YearMonth.parse(scores.from()); !month.isAfter(last); month = month.plusMonths(1)) {
            var name = month.toString();
            var score = scores.groups().stream()
                    .filter(group -> name.equals(group.key()))
                    .flatMap(group -> group.factors().stream())
                    .filter(found -> found.factor() == factor && !found.hidden())
                    .findFirst()
                    .orElse(null);
            var change = scores.seriesBreaks().stream()
                    .filter(found -> name.equals(found.month()))
                    .reduce((earlier, later) -> later);
            months.add(new ChartMonth(month, score, change.orElse(null), isUnlike(scores, name)));
        }
        return months;
    }

    private static boolean isUnlike(Scores scores, String month) {
        return scores.seriesBreaks().stream().anyMatch(found -> !found.pooled() && month.compareTo(found.month()) < 0);
    }

    boolean isHidden() {
        return score == null;
    }

    Optional<SeriesBreak> change() {
        return Optional.ofNullable(seriesBreak);
    }
}
