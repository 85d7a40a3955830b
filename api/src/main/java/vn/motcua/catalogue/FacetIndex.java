package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The values of every dimension in one release, numbered: counting a result is then adding to arrays. */
final class FacetIndex {
    private static final Dimension[] DIMENSIONS = Dimension.values();

    private final List<List<String>> values = new ArrayList<>();
    /** By dimension and by the place of the procedure in the release. */
    private final int[][][] numbers = new int[DIMENSIONS.length][][];

    FacetIndex(List<CatalogueEntry> entries) {
        for (var dimension : DIMENSIONS) {
            var known = new LinkedHashMap<String, Integer>();
            // Most procedures have what many others have: they share one array.
            var shared = new HashMap<Collection<?>, int[]>();
            var here = new int[entries.size()][];
            for (var entry : entries) {
                here[entry.place()] = shared.computeIfAbsent(dimension.of(entry), values -> numbered(values, known));
            }
            numbers[dimension.ordinal()] = here;
            values.add(List.copyOf(known.keySet()));
        }
    }

    /**
     * How often each value occurs among some places, by dimension. A procedure counts in a dimension when no filter but the
     * one of that dimension keeps it out: a facet shows what else could be chosen there.
     */
    int[][] counts(int[] places, SearchFilter filter) {
        var refusals = refusals(places, filter);
        var counts = new int[DIMENSIONS.length][];
        for (int dimension = 0; dimension < DIMENSIONS.length; dimension++) {
            counts[dimension] = count(dimension, places, refusals);
        }
        return counts;
    }

    /** Whether no filter keeps a procedure out. */
    Predicate<CatalogueEntry> passing(SearchFilter filter) {
        return entry -> refusals(new int[] {entry.place()}, filter)[0] == 0;
    }

    String value(Dimension dimension, int number) {
        return values.get(dimension.ordinal()).get(number);
    }

    /** The filters that keep each procedure out: one bit for each dimension, at its ordinal. */
    private int[] refusals(int[] places, SearchFilter filter) {
        var refusals = new int[places.length];
        for (var dimension : DIMENSIONS) {
            var wanted = filter.wanted(dimension);
            if (wanted != null) {
                int number = values.get(dimension.ordinal()).indexOf(wanted);
                var here = numbers[dimension.ordinal()];
                for (int i = 0; i < places.length; i++) {
                    refusals[i] |= holds(here[places[i]], number) ? 0 : 1 << dimension.ordinal();
                }
            }
        }
        return refusals;
    }

    private static boolean holds(int[] numbers, int wanted) {
        for (int number : numbers) {
            if (number == wanted) {
                return true;
            }
        }
        return false;
    }

    private int[] count(int dimension, int[] places, int[] refusals) {
        var counts = new int[values.get(dimension).size()];
        var here = numbers[dimension];
        int others = ~(1 << dimension);
        for (int i = 0; i < places.length; i++) {
            if ((refusals[i] & others) == 0) {
                for (int number : here[places[i]]) {
                    counts[number]++;
                }
            }
        }
        return counts;
    }

    private static int[] numbered(Collection<?> values, Map<String, Integer> known) {
        return values.stream()
                .distinct()
                .mapToInt(value -> {
                    known.putIfAbsent(value.toString(), known.size());
                    return known.get(value.toString());
                })
                .toArray();
    }
}
