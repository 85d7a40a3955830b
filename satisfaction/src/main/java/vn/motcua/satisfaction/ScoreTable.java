package vn.motcua.satisfaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Scores as rows for CSV and XLSX: one row for each group and factor, numbers as numbers, nothing where hidden. */
final class ScoreTable {
    static final List<String> COLUMNS = List.of(
            "key",
            "label",
            "factor",
            "factorLabel",
            "hidden",
            "ratings",
            "finished",
            "responseRate",
            "n",
            "index",
            "low",
            "high",
            "level1",
            "level2",
            "level3",
            "level4",
            "level5",
            "from",
            "to",
            "recipe",
            "overallIndex",
            "rankBest",
            "rankWorst",
            "hiddenReason");

    /** The one reason for hiding there is: fewer than ten are published. */
    static final String BELOW_TEN = "BELOW_TEN";

    private ScoreTable() {}

    /** The whole selection first, then the groups. A cell is a String, a Number, a Boolean, or null. */
    static List<List<Object>> rows(Scores scores) {
        var rows = new ArrayList<List<Object>>();
        Stream.concat(Stream.of(scores.total()), scores.groups().stream()).forEach(group -> {
            if (group.hidden()) {
                rows.add(row(scores, group, null));
            }
            group.factors().forEach(factor -> rows.add(row(scores, group, factor)));
        });
        return rows;
    }

    private static List<Object> row(Scores scores, ScoreGroup group, FactorScore factor) {
        var cells = new ArrayList<Object>();
        cells.add(group.key());
        cells.add(group.label());
        cells.add(factor == null ? null : factor.factor().name());
        cells.add(factor == null ? null : factor.label());
        cells.add(factor == null || factor.hidden());
        cells.add(group.ratings());
        cells.add(group.finished());
        cells.add(group.responseRate());
        if (factor == null || factor.hidden()) {
            cells.addAll(Collections.nCopies(9, null));
        } else {
            cells.add(factor.n());
            cells.add(factor.index());
            cells.add(factor.interval().low());
            cells.add(factor.interval().high());
            cells.addAll(factor.levels());
        }
        cells.addAll(List.of(scores.from(), scores.to(), scores.recipe()));
        cells.add(group.overallIndex());
        cells.add(group.rank() == null ? null : group.rank().best());
        cells.add(group.rank() == null ? null : group.rank().worst());
        cells.add(factor == null || factor.hidden() ? BELOW_TEN : null);
        return cells;
    }
}
