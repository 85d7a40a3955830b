package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Text;

/** Makes scores from what is published: pool, then compute index, interval, places and drivers. */
@Singleton
class Scoreboards {
    private static final Text NAME = new Text("Kiểu SIPAS", "SIPAS-style");

    private final ScoreStore store;
    private final AskedVersions versions;
    private final GroupLabels labels;
    private final SatisfactionConfig config;

    Scoreboards(ScoreStore store, AskedVersions versions, GroupLabels labels, SatisfactionConfig config) {
        this.store = store;
        this.versions = versions;
        this.labels = labels;
        this.config = config;
    }

    Uni<Scores> of(Selection selection, Language language) {
        return versions.of(selection.questionnaire())
                .map(found -> found.orElseThrow(Scoreboards::neverAsked))
                .chain(asked -> of(selection, asked, language));
    }

    private Uni<Scores> of(Selection selection, AskedVersions.Asked asked, Language language) {
        var tallies = new Tallies(asked);
        var groupBy = selection.groupBy();
        if (groupBy == null) {
            return store.whole(selection, null)
                    .map(read -> scores(selection, asked, language, read, tallies.total(read), List.of()));
        }
        return switch (groupBy) {
            case AGENCY ->
                store.whole(selection, groupBy)
                        .map(read -> scores(
                                selection,
                                asked,
                                language,
                                read,
                                tallies.total(read),
                                tallies.by(read, parent(selection))));
            case MONTH ->
                store.whole(selection, groupBy)
                        .map(read -> scores(
                                selection,
                                asked,
                                language,
                                read,
                                tallies.total(read),
                                tallies.by(read, UnaryOperator.identity())));
            case VERSION ->
                store.whole(selection, null)
                        .map(read ->
                                scores(selection, asked, language, read, tallies.total(read), tallies.byVersion(read)));
            case FIELD, PROCEDURE, OUTCOME, CHANNEL ->
                store.splitAndWhole(selection)
                        .map(read -> scores(
                                selection,
                                asked,
                                language,
                                read.whole(),
                                tallies.total(read.whole()),
                                tallies.by(read.groups(), UnaryOperator.identity())));
        };
    }

    private Scores scores(
            Selection selection,
            AskedVersions.Asked asked,
            Language language,
            ScoreStore.Read read,
            Tally total,
            List<Tally> tallies) {
        var groups = tallies.stream()
                .map(tally -> group(tally, labels.group(selection.groupBy(), tally.key(), language), language))
                .toList();
        return new Scores(
                NAME.in(language),
                selection.from().toString(),
                selection.to().toString(),
                asked.latest().code(),
                asked.latest().version(),
                Recipe.of(selection, asked, config.weights(), read.atoms(), read.tree())
                        .toString(),
                group(total, labels.total(selection, language), language),
                isRanked(selection.groupBy()) ? ranked(groups) : groups,
                Driver.of(total, language),
                breaks(selection, asked));
    }

    private ScoreGroup group(Tally tally, String label, Language language) {
        var factors = Arrays.stream(Factor.values())
                .map(factor -> FactorScore.of(tally, factor, factor.label().in(language)))
                .toList();
        return ScoreGroup.of(tally, label, factors, OverallIndex.of(tally, config.weights()));
    }

    /** Months and versions are not rivals. */
    private static boolean isRanked(ScoreGrouping groupBy) {
        return groupBy != null && groupBy != ScoreGrouping.MONTH && groupBy != ScoreGrouping.VERSION;
    }

    private static List<ScoreGroup> ranked(List<ScoreGroup> groups) {
        var places = Rank.of(groups.stream().map(ScoreGroup::overall).toList());
        return IntStream.range(0, groups.size())
                .mapToObj(i -> groups.get(i).ranked(places.get(i)))
                .toList();
    }

    private static List<SeriesBreak> breaks(Selection selection, AskedVersions.Asked asked) {
        var breaks = new ArrayList<SeriesBreak>();
        var first = asked.all().getFirst().version();
        for (var version : asked.all()) {
            var month = YearMonth.from(asked.publishedOn().get(version.version()));
            if (version.version() != first && !month.isBefore(selection.from()) && !month.isAfter(selection.to())) {
                breaks.add(new SeriesBreak(
                        month.toString(),
                        version.code(),
                        version.version(),
                        asked.mapped().containsKey(previous(asked, version))));
            }
        }
        return breaks;
    }

    private static int previous(AskedVersions.Asked asked, Questionnaire version) {
        return asked.all().get(asked.all().indexOf(version) - 1).version();
    }

    /** The unit directly below the selected agency to which a code belongs. */
    private static UnaryOperator<String> parent(Selection selection) {
        int depth = selection.agencyDepth();
        return code -> {
            int end = -1;
            for (int i = 0; i < depth; i++) {
                end = code.indexOf('.', end + 1);
                if (end < 0) {
                    return code;
                }
            }
            return code.substring(0, end);
        };
    }

    private static ProblemException neverAsked() {
        return ProblemException.invalid(
                "questionnaire",
                "Chưa có phiếu hỏi nào với mã này được công bố.",
                "No questionnaire of this code was ever published.");
    }
}
