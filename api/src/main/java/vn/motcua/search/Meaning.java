package vn.motcua.search;

import java.util.ArrayList;
import java.util.List;

/**
 * One reading of a part of a query: words to look for, and how sure it is that they were meant.
 *
 * @param words keys, for the neighbours and for explanations
 * @param weight from 0 to 1
 * @param terms the terms of these words that the index has
 * @param masses how much each of the terms tells
 * @param mass their sum
 */
record Meaning(List<String> words, float weight, String[] terms, float[] masses, float mass) {
    /** A single word tells less than two in a row, which most Vietnamese words are. */
    private static final float WORD = 0.5f;

    private static final float WRITTEN = 0.25f;
    private static final float PAIR = 1f;
    /** What is left of a pair whose words usually stand in other company. */
    private static final float BY_CHANCE = 0.35f;
    /** The words occur, but never side by side: probably not this thing. */
    private static final float APART = 0.7f;

    static Meaning of(List<String> words, float weight, SearchIndex index) {
        var terms = new ArrayList<String>();
        boolean apart = false;
        for (var term : Terms.of(words)) {
            if (index.has(term)) {
                if (!terms.contains(term)) {
                    terms.add(term);
                }
            } else {
                apart |= !Terms.isWord(term) && term.charAt(0) != '=';
            }
        }
        return of(words.stream().map(Normaliser::key).toList(), apart ? weight * APART : weight, terms, index);
    }

    /** Two neighbours in a row, where titles have them so. */
    static Meaning pair(String first, String second, float weight, SearchIndex index) {
        var term = Terms.pair(first, second);
        return of(List.of(first, second), weight, index.has(term) ? List.of(term) : List.of(), index);
    }

    private static float share(String term, SearchIndex index) {
        return Terms.isWord(term)
                ? WORD
                : term.charAt(0) == '=' ? WRITTEN : PAIR * (BY_CHANCE + (1 - BY_CHANCE) * index.cohesion(term));
    }

    boolean findsNothing() {
        return mass == 0;
    }

    private static Meaning of(List<String> keys, float weight, List<String> terms, SearchIndex index) {
        var masses = new float[terms.size()];
        float sum = 0;
        for (int i = 0; i < masses.length; i++) {
            var term = terms.get(i);
            masses[i] = share(term, index) * index.information(term);
            sum += masses[i];
        }
        return new Meaning(keys, weight, terms.toArray(String[]::new), masses, sum);
    }
}
