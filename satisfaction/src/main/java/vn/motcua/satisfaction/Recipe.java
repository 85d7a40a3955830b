package vn.motcua.satisfaction;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * How a figure was made, as one line that says everything needed to make it again from the open data: formulas with their
 * version, questionnaire, filters, weights, and up to which atom was counted.
 *
 * @param pooled by earlier version: code there, code of the question of this version that asks the same
 * @param atoms number of the last atom counted
 * @param tree size of the ledger that holds these atoms; null in recipes from before the ledger
 */
record Recipe(
        String questionnaire,
        int version,
        String agency,
        String field,
        YearMonth from,
        YearMonth to,
        ScoreGrouping groupBy,
        Map<Factor, BigDecimal> weights,
        Map<Integer, Map<String, String>> pooled,
        long atoms,
        Long tree) {
    /** F1, F2 pooled items, F3 by weights, Wilson 95 %, atoms of ten; a change of any of these is a new number. */
    static final String FORMULAS = "sipas-style/2";

    private static final String POOLED = "pooled";
    private static final String NOTHING = "none";
    private static final String TREE = "tree";
    private static final Set<String> NAMES = Set.of("q", "agency", "field", "from", "to", "by", "w", "pooled", "atoms");

    Recipe {
        weights = Map.copyOf(weights);
        pooled = Map.copyOf(pooled);
    }

    static Recipe of(
            Selection selection, AskedVersions.Asked asked, Map<Factor, BigDecimal> weights, long atoms, long tree) {
        var pooled = new TreeMap<>(asked.mapped());
        pooled.remove(asked.latest().version());
        return new Recipe(
                asked.latest().code(),
                asked.latest().version(),
                selection.agencyValue(),
                selection.field(),
                selection.from(),
                selection.to(),
                selection.groupBy(),
                weights,
                pooled,
                atoms,
                tree);
    }

    /** Reads the line back; whatever is not a recipe of these formulas is refused. */
    static Recipe parse(String text) {
        var parts = new HashMap<String, String>();
        var words = List.of(text.strip().split(";"));
        for (var word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            if (equals < 0 || parts.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("not a recipe: " + word);
            }
        }
        var tree = parts.remove(TREE);
        if (!FORMULAS.equals(words.getFirst()) || !parts.keySet().equals(NAMES)) {
            throw new IllegalArgumentException("not a recipe of " + FORMULAS);
        }
        var asked = parts.get("q").split("/");
        return new Recipe(
                asked[0],
                Integer.parseInt(asked[1]),
                limit(parts.get("agency")),
                limit(parts.get("field")),
                YearMonth.parse(parts.get("from")),
                YearMonth.parse(parts.get("to")),
                Cell.ANY.equals(parts.get("by")) ? null : ScoreGrouping.valueOf(parts.get("by")),
                weights(parts.get("w")),
                pooled(parts.get("pooled")),
                Long.parseLong(parts.get("atoms")),
                tree == null ? null : Long.valueOf(tree));
    }

    private static String limit(String part) {
        return Cell.ANY.equals(part) ? null : part;
    }

    private static Map<Factor, BigDecimal> weights(String part) {
        var weights = new EnumMap<Factor, BigDecimal>(Factor.class);
        if (!POOLED.equals(part)) {
            for (var weight : part.split(",")) {
                var pair = weight.split(":");
                weights.put(Factor.valueOf(pair[0]), new BigDecimal(pair[1]));
            }
        }
        return weights;
    }

    private static Map<Integer, Map<String, String>> pooled(String part) {
        var pooled = new TreeMap<Integer, Map<String, String>>();
        if (!NOTHING.equals(part)) {
            for (var pair : part.split(",")) {
                var sides = pair.split("[.>]");
                pooled.computeIfAbsent(Integer.valueOf(sides[0]), version -> new TreeMap<>())
                        .put(sides[1], sides[2]);
            }
        }
        return pooled;
    }

    /** For example {@code sipas-style/2;q=SHORT/1;agency=H44;field=*;from=2026-01;to=2026-11;by=AGENCY
     * ;w=pooled;pooled=none;atoms=120;tree=941}. */
    @Override
    public String toString() {
        var text = new StringJoiner(";").add(FORMULAS);
        parts().forEach((name, value) -> text.add(name + "=" + value));
        return text.toString();
    }

    private Map<String, Object> parts() {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("q", questionnaire + "/" + version);
        parts.put("agency", Objects.requireNonNullElse(agency, Cell.ANY));
        parts.put("field", Objects.requireNonNullElse(field, Cell.ANY));
        parts.put("from", from);
        parts.put("to", to);
        parts.put("by", groupBy == null ? Cell.ANY : groupBy);
        parts.put("w", weights.isEmpty() ? POOLED : declared());
        parts.put("pooled", pooled.isEmpty() ? NOTHING : declaredSame());
        parts.put("atoms", atoms);
        if (tree != null) {
            parts.put(TREE, tree);
        }
        return parts;
    }

    private String declaredSame() {
        var text = new StringJoiner(",");
        new TreeMap<>(pooled)
                .forEach((earlier, items) ->
                        new TreeMap<>(items).forEach((there, here) -> text.add(earlier + "." + there + ">" + here)));
        return text.toString();
    }

    private String declared() {
        var text = new StringJoiner(",");
        new TreeMap<>(weights).forEach((factor, weight) -> text.add(factor + ":" + weight.toPlainString()));
        return text.toString();
    }
}
