package vn.motcua.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The terms of a text: each word by its key, each marked word as it is written, and each two neighbours as one, since most
 * Vietnamese words are written as two.
 */
final class Terms {
    private static final char WRITTEN = '=';
    private static final char BETWEEN = '_';

    private Terms() {}

    static String word(String key) {
        return key;
    }

    static String written(String marked) {
        return WRITTEN + marked;
    }

    static String pair(String firstKey, String secondKey) {
        return firstKey + BETWEEN + secondKey;
    }

    static boolean isWord(String term) {
        return term.charAt(0) != WRITTEN && term.indexOf(BETWEEN) < 0;
    }

    /** All terms of the words of a text, in which a term may occur several times. */
    static List<String> of(List<String> words) {
        return of(words, Normaliser::key);
    }

    /** The same with keys from elsewhere: whoever reads a whole catalogue remembers them. */
    static List<String> of(List<String> words, UnaryOperator<String> keys) {
        var terms = new ArrayList<String>(words.size() * 3);
        String before = null;
        for (var word : words) {
            var key = keys.apply(word);
            terms.add(key);
            if (Normaliser.marked(word)) {
                terms.add(written(word));
            }
            if (before != null) {
                terms.add(pair(before, key));
            }
            before = key;
        }
        return terms;
    }
}
