package vn.motcua.catalogue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vn.motcua.openapi.Language;

/** The counts of a whole result, named for people, the commonest value first. */
final class Facets {
    private Facets() {}

    static List<Facet> of(int[][] counts, CatalogueSnapshot snapshot, Language language) {
        return Arrays.stream(Dimension.values())
                .map(dimension -> facet(dimension, counts[dimension.ordinal()], snapshot, language))
                .toList();
    }

    private static Facet facet(Dimension dimension, int[] counts, CatalogueSnapshot snapshot, Language language) {
        return new Facet(
                dimension.parameter(),
                IntStream.range(0, counts.length)
                        .filter(number -> counts[number] > 0)
                        .mapToObj(number -> {
                            var value = snapshot.facetIndex().value(dimension, number);
                            return new FacetValue(value, dimension.label(value, snapshot, language), counts[number]);
                        })
                        .sorted(Comparator.comparingInt(FacetValue::count)
                                .reversed()
                                .thenComparing(FacetValue::value))
                        .toList());
    }
}
