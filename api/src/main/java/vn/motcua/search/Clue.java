package vn.motcua.search;

import java.util.Comparator;
import java.util.List;

/**
 * A part of a query with everything it may mean. A document satisfies it as well as it satisfies the best meaning.
 *
 * @param said the words as typed
 * @param mass how much the part tells of the whole query
 */
record Clue(String said, List<Meaning> meanings, float mass) {
    static Clue of(String said, List<Meaning> meanings, float share) {
        var found = meanings.stream().filter(meaning -> !meaning.findsNothing()).toList();
        float mass = (float) found.stream()
                .mapToDouble(meaning -> meaning.weight() * meaning.mass())
                .max()
                .orElse(0);
        return new Clue(said, found, mass * share);
    }

    boolean tellsNothing() {
        return mass == 0;
    }

    /** What is most probably meant; only of a clue that tells something. */
    Meaning likeliest() {
        return meanings.stream()
                .max(Comparator.comparingDouble(Meaning::weight))
                .orElseThrow();
    }
}
