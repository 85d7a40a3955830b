package vn.motcua.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Vietnamese words as people type them: in any case, with or without tone marks, composed or decomposed. Specified with
 * test vectors in {@code openapi/normaliser}, so that a phone without network finds the same.
 */
public final class Normaliser {
    private Normaliser() {}

    /** Words in lower case with their marks, in NFC; everything but letters and digits separates. */
    public static List<String> words(String text) {
        var composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(lower(c));
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** Old fonts wrote ƣ for ư. */
    private static int lower(int c) {
        int lower = Character.toLowerCase(c);
        return lower == 'ƣ' ? 'ư' : lower;
    }

    /** Without marks, and with đ as d: {@code đăng} and {@code dang} are one. */
    public static String fold(String word) {
        if (ascii(word)) {
            return word;
        }
        var bare = new StringBuilder(word.length());
        Normalizer.normalize(word, Normalizer.Form.NFD).codePoints().forEach(c -> {
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                bare.appendCodePoint(
                        switch (c) {
                            case 'đ' -> 'd';
                            case 'Đ' -> 'D';
                            default -> c;
                        });
            }
        });
        return bare.toString();
    }

    /**
     * What words are compared by: folded, and with the two spellings of a final i as one ({@code lý} and {@code lí},
     * {@code quý} and {@code quí}).
     */
    public static String key(String word) {
        var folded = fold(word);
        int last = folded.length() - 1;
        return last > 0 && folded.charAt(last) == 'y' && writesIpsilonForI(folded, last)
                ? folded.substring(0, last) + 'i'
                : folded;
    }

    /** The keys of all words of a text. */
    public static List<String> keys(String text) {
        return words(text).stream().map(Normaliser::key).toList();
    }

    /** Whether a word carries any mark of Vietnamese, so that its writer meant just this word. */
    static boolean marked(String word) {
        return !ascii(word);
    }

    private static boolean writesIpsilonForI(String folded, int last) {
        char before = folded.charAt(last - 1);
        return "hklmst".indexOf(before) >= 0 || (last == 2 && folded.startsWith("qu"));
    }

    private static boolean ascii(String word) {
        return word.chars().allMatch(c -> c < 128);
    }
}
