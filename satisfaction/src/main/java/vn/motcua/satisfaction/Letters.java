package vn.motcua.satisfaction;

import java.text.Normalizer;
import java.util.Arrays;

/** Vietnamese letters with and without their marks. */
final class Letters {
    private Letters() {}

    /** Small letters without marks, digits as 0 to 9; as long as the text, so that places in both are the same. */
    static String folded(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(folded(text.charAt(i)));
        }
        return plain.toString();
    }

    private static char folded(char letter) {
        if (letter < 0x80) {
            return Character.toLowerCase(letter);
        }
        if (Character.isDigit(letter)) {
            return (char) ('0' + Character.digit(letter, 10));
        }
        if (Character.isSurrogate(letter)) {
            return letter;
        }
        var small = Character.toLowerCase(letter);
        return small == 'đ'
                ? 'd'
                : Normalizer.normalize(String.valueOf(small), Normalizer.Form.NFD)
                        .charAt(0);
    }

    /** Equal for spellings that differ in case or in where the tone mark stands, as in hoà and hòa. */
    static String key(String word) {
        var parts = Normalizer.normalize(word.toLowerCase(java.util.Locale.ROOT), Normalizer.Form.NFD);
        var letters = new StringBuilder();
        var marks = new StringBuilder();
        parts.chars()
                .forEach(c -> (Character.getType(c) == Character.NON_SPACING_MARK ? marks : letters).append((char) c));
        var sorted = marks.toString().toCharArray();
        Arrays.sort(sorted);
        return letters.append(sorted).toString();
    }

    static boolean isMarked(String word) {
        return word.chars().anyMatch(c -> c >= 0x80 && Character.isLetter(c));
    }
}
