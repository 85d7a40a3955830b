package vn.motcua.satisfaction;

import java.math.BigDecimal;
import java.util.List;

/**
 * Scores of one group, or of the whole selection when {@code key} is null.
 *
 * @param responseRate null where ratings that waited for ten were counted in a later month than their dossiers
 * @param overallIndex F3 over the five factors by the weights of the recipe; null while one of them is hidden
 * @param rank null where groups are not ranked
 */
record ScoreGroup(
        String key,
        String label,
        boolean hidden,
        Integer ratings,
        Integer finished,
        BigDecimal responseRate,
        BigDecimal overallIndex,
        Rank rank,
        List<FactorScore> factors) {

    static ScoreGroup of(Tally tally, String label, List<FactorScore> factors, BigDecimal overallIndex) {
        if (tally.ratings() == 0) {
            return new ScoreGroup(tally.key(), label, true, null, null, null, null, null, List.of());
        }
        return new ScoreGroup(
                tally.key(),
                label,
                false,
                Math.toIntExact(tally.ratings()),
                Math.toIntExact(tally.finished()),
                tally.finished() < tally.ratings() ? null : Index.percent(tally.ratings(), tally.finished()),
                overallIndex,
                null,
                factors);
    }

    ScoreGroup ranked(Rank place) {
        return new ScoreGroup(key, label, hidden, ratings, finished, responseRate, overallIndex, place, factors);
    }

    void figures(StringBuilder text) {
        text.append('\n').append(key).append('\t').append(label);
        text.append('\t')
                .append(ratings)
                .append('\t')
                .append(finished)
                .append('\t')
                .append(overallIndex);
        factors.forEach(score -> score.figures(text));
    }

    /** The score of the overall question, null when hidden. */
    FactorScore overall() {
        return factors.stream()
                .filter(score -> score.factor() == Factor.OVERALL)
                .findFirst()
                .orElse(null);
    }
}
