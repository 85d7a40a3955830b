package vn.motcua.feedback;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import vn.motcua.search.Normaliser;

/**
 * How alike two texts are, without keeping them readable: the smallest keyed hashes of all pairs of neighbouring words, marks
 * left out. Two texts share about the part of their smallest hashes that they share of all pairs (min-hash).
 */
final class Likeness {
    /** Hashes kept of a text; a likeness is right within about 1/sqrt(64), 0.12. */
    static final int KEPT = 64;

    private Likeness() {}

    /** @param hash keyed, so that nobody can try texts against what is kept */
    static Long[] sketch(String text, ToLongFunction<String> hash) {
        var words = Normaliser.keys(text);
        var smallest = new TreeSet<Long>();
        for (int i = 0; i + 1 < words.size(); i++) {
            smallest.add(hash.applyAsLong(words.get(i) + " " + words.get(i + 1)));
        }
        if (words.size() == 1) {
            smallest.add(hash.applyAsLong(words.getFirst()));
        }
        return smallest.stream().limit(KEPT).toArray(Long[]::new);
    }

    /** From 0 (nothing in common) to 1 (the same pairs of words). */
    static double of(Long[] one, Long[] other) {
        var all = new TreeSet<Long>(List.of(one));
        all.addAll(List.of(other));
        var known = new TreeSet<Long>(Arrays.asList(one));
        var also = new TreeSet<Long>(Arrays.asList(other));
        var compared = all.stream().limit(KEPT).toList();
        long both = compared.stream()
                .filter(hash -> known.contains(hash) && also.contains(hash))
                .count();
        return compared.isEmpty() ? 0 : (double) both / compared.size();
    }
}
