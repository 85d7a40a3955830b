package vn.motcua.search;

import java.util.ArrayList;
import java.util.List;

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

    static boolean isWritten(String term) {
        return term.charAt(0) == WRITTEN;
    }

    /** Where the second word of a pair is divided from the first. */
    static int between(String pair) {
        return pair.indexOf(BETWEEN);
    }

    /** All terms of the words of a text, in which a term may occur several times. */
    static List<String> of(List<String> words) {
        var terms = new ArrayList<String>(words.size() * 3);
        String before = null;
        for (var word : words) {
            var key = Normaliser.key(word);
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
