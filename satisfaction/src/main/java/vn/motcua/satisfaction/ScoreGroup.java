package vn.motcua.satisfaction;

import java.math.BigDecimal;
import java.util.List;

/** Scores of one group, or of the whole selection when {@code key} is null. */
record ScoreGroup(
        String key,
        String label,
        boolean hidden,
        Integer ratings,
        Integer finished,
        BigDecimal responseRate,
        List<FactorScore> factors) {

    static ScoreGroup hidden(String key, String label) {
        return new ScoreGroup(key, label, true, null, null, null, List.of());
    }

    static ScoreGroup shown(Tally tally, String label, List<FactorScore> factors) {
        return new ScoreGroup(
                tally.key(),
                label,
                false,
                Math.toIntExact(tally.ratings()),
                Math.toIntExact(tally.finished()),
                tally.finished() == 0 ? null : Index.percent(tally.ratings(), tally.finished()),
                factors);
    }
}
