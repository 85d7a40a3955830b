package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The values of every dimension in one release, numbered: counting a result is then adding to arrays. */
final class FacetIndex {
    private static final Dimension[] DIMENSIONS = Dimension.values();

    private final List<List<String>> values = new ArrayList<>();
    /** By dimension and by the place of the procedure in the release. */
    private final int[][][] numbers = new int[DIMENSIONS.length][][];

    FacetIndex(List<CatalogueEntry> entries) {
        for (var dimension : DIMENSIONS) {
            var known = new HashMap<String, Integer>();
            var named = new ArrayList<String>();
            numbers[dimension.ordinal()] = entries.stream()
                    .map(entry -> numbered(dimension.of(entry), known, named))
                    .toArray(int[][]::new);
            values.add(named);
        }
    }

    /**
     * How often each value occurs, by dimension. A procedure counts in every dimension when no filter keeps it out, and
     * in one dimension alone when only the filter of that dimension does: a facet shows what else could be chosen there.
     */
    int[][] count(List<CatalogueEntry> matches, SearchFilter filter) {
        var counts = new int[DIMENSIONS.length][];
        for (int dimension = 0; dimension < DIMENSIONS.length; dimension++) {
            counts[dimension] = new int[values.get(dimension).size()];
        }
        for (var entry : matches) {
            int refusals = filter.refusals(entry);
            if (refusals == 0) {
                for (int dimension = 0; dimension < DIMENSIONS.length; dimension++) {
                    add(counts, dimension, entry);
                }
            } else if (Integer.bitCount(refusals) == 1) {
                add(counts, Integer.numberOfTrailingZeros(refusals), entry);
            }
        }
        return counts;
    }

    String value(Dimension dimension, int number) {
        return values.get(dimension.ordinal()).get(number);
    }

    private void add(int[][] counts, int dimension, CatalogueEntry entry) {
        for (int number : numbers[dimension][entry.place()]) {
            counts[dimension][number]++;
        }
    }

    private static int[] numbered(Iterable<String> values, Map<String, Integer> known, List<String> named) {
        var distinct = new LinkedHashSet<String>();
        values.forEach(distinct::add);
        return distinct.stream()
                .mapToInt(value -> known.computeIfAbsent(value, unknown -> {
                    named.add(unknown);
                    return named.size() - 1;
                }))
                .toArray();
    }
}
