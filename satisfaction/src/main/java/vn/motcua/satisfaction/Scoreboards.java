package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** Makes scores from counters: pool, hide what is too small, then compute index and interval of what is shown. */
@Singleton
class Scoreboards {
    private static final Text NAME = new Text("Kiểu SIPAS", "SIPAS-style");

    private final ScoreStore store;
    private final GroupLabels labels;

    Scoreboards(ScoreStore store, GroupLabels labels) {
        this.store = store;
        this.labels = labels;
    }

    Uni<Scores> of(Selection selection, Language language) {
        return store.tallies(selection).map(groups -> scores(selection, groups, language));
    }

    private Scores scores(Selection selection, List<Tally> groups, Language language) {
        return new Scores(
                NAME.in(language),
                selection.from().toString(),
                selection.to().toString(),
                Scores.RECIPE,
                total(selection, groups, language),
                selection.groupBy() == null ? List.of() : groups(selection.groupBy(), groups, language));
    }

    private ScoreGroup total(Selection selection, List<Tally> groups, Language language) {
        var tally = Tally.total(groups);
        var hidden = Suppression.of(List.of(tally));
        return group(tally, hidden, labels.total(selection, language), language);
    }

    private List<ScoreGroup> groups(ScoreGrouping grouping, List<Tally> groups, Language language) {
        var hidden = Suppression.of(groups);
        return groups.stream()
                .map(tally -> group(tally, hidden, labels.group(grouping, tally.key(), language), language))
                .toList();
    }

    private static ScoreGroup group(Tally tally, Suppression.Hidden hidden, String label, Language language) {
        if (hidden.hides(tally)) {
            return ScoreGroup.hidden(tally.key(), label);
        }
        var factors = Arrays.stream(Factor.values())
                .map(factor -> hidden.hides(tally, factor)
                        ? FactorScore.hidden(factor, factor.label().in(language))
                        : FactorScore.shown(factor, factor.label().in(language), tally.of(factor)))
                .toList();
        return ScoreGroup.shown(tally, label, factors);
    }
}
