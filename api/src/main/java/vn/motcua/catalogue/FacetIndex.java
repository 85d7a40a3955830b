package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /** What a filter leaves of some matches, and how often each value occurs, by dimension. */
    record Narrowed(List<CatalogueEntry> found, int[][] counts) {}

    /**
     * A procedure is found when no filter keeps it out. It counts in a dimension when none but the filter of that
     * dimension does: a facet shows what else could be chosen there.
     */
    Narrowed narrow(List<CatalogueEntry> matches, SearchFilter filter) {
        var places = new int[matches.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = matches.get(i).place();
        }
        var refusals = refusals(places, filter);
        var found = new ArrayList<CatalogueEntry>();
        for (int i = 0; i < places.length; i++) {
            if (refusals[i] == 0) {
                found.add(matches.get(i));
            }
        }
        var counts = new int[DIMENSIONS.length][];
        for (int dimension = 0; dimension < DIMENSIONS.length; dimension++) {
            counts[dimension] = count(dimension, places, refusals);
        }
        return new Narrowed(List.copyOf(found), counts);
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
