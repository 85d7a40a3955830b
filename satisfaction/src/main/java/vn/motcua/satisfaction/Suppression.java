package vn.motcua.satisfaction;

import static java.util.Comparator.comparingLong;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Decides which cells are shown. A cell with fewer than {@value #MINIMUM} answers is hidden. Because the total is shown,
 * what all hidden cells hold together can be computed from it; so more cells are hidden, the smallest first, until that
 * remainder is nothing, or holds at least {@value #MINIMUM} answers from at least two groups that have answers.
 *
 * <p>This protects within one answer. Differences between answers with overlapping filters are not looked at here.
 */
final class Suppression {
    static final int MINIMUM = 10;

    private Suppression() {}

    /** What of the groups may not be shown. A hidden group is also in every factor's set. */
    record Hidden(Set<Tally> groups, Map<Factor, Set<Tally>> cells) {
        Hidden {
            groups = Set.copyOf(groups);
            cells = Map.copyOf(cells);
        }

        boolean hides(Tally group) {
            return groups.contains(group);
        }

        boolean hides(Tally group, Factor factor) {
            return cells.get(factor).contains(group);
        }
    }

    /** Whether a count is too small to be shown by itself. */
    static boolean tooFew(long n) {
        return n < MINIMUM;
    }

    static Hidden of(List<Tally> groups) {
        var hidden = hide(groups, Tally::ratings, Set.of());
        var cells = new EnumMap<Factor, Set<Tally>>(Factor.class);
        for (var factor : EnumSet.allOf(Factor.class)) {
            cells.put(factor, hide(groups, group -> group.n(factor), hidden));
        }
        return new Hidden(hidden, cells);
    }

    private static Set<Tally> hide(List<Tally> groups, ToLongFunction<Tally> size, Set<Tally> already) {
        var hidden = new HashSet<>(already);
        groups.stream().filter(group -> tooFew(size.applyAsLong(group))).forEach(hidden::add);
        while (tellsTooMuch(hidden, size) && hidden.size() < groups.size()) {
            // Keys break ties, so that the same counts always hide the same cells.
            groups.stream()
                    .filter(group -> !hidden.contains(group))
                    .min(comparingLong(size).thenComparing(Tally::key))
                    .ifPresent(hidden::add);
        }
        return hidden;
    }

    /** Whether total minus shown cells reveals fewer than the minimum, or one group alone. */
    private static boolean tellsTooMuch(Set<Tally> hidden, ToLongFunction<Tally> size) {
        long remainder = hidden.stream().mapToLong(size).sum();
        long groupsWithAnswers =
                hidden.stream().filter(group -> size.applyAsLong(group) > 0).count();
        return remainder > 0 && (tooFew(remainder) || groupsWithAnswers < 2);
    }
}
