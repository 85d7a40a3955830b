package vn.motcua.search;

import java.text.Normalizer;
import java.util.Arrays;

/** Compares the marks of words, whichever vowel the tone is written on ({@code hoà}, {@code hòa}). */
final class Marks {
    private Marks() {}

    static boolean same(String a, String b) {
        return a.equals(b) || sorted(a).equals(sorted(b));
    }

    /** The letters, then all marks: the place of a tone does not matter. */
    private static String sorted(String word) {
        var letters = new StringBuilder();
        var marks = new StringBuilder();
        Normalizer.normalize(word, Normalizer.Form.NFD).chars().forEach(c -> {
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                marks.append((char) c);
            } else {
                letters.append((char) c);
            }
        });
        var ordered = marks.toString().toCharArray();
        Arrays.sort(ordered);
        return letters + new String(ordered);
    }
}
