package vn.motcua.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Vietnamese words as people type them: in any case, with or without tone marks, composed or decomposed. */
final class Folding {
    private Folding() {}

    /** Words in lower case with their marks; everything but letters and digits separates. */
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> {
                    if (Character.isLetterOrDigit(c)) {
                        word.appendCodePoint(c);
                    } else if (!word.isEmpty()) {
                        words.add(word.toString());
                        word.setLength(0);
                    }
                });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** Without marks, and with đ as d: {@code đăng} and {@code dang} are one. */
    static String fold(String word) {
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

    static List<String> foldedWords(String text) {
        return words(text).stream().map(Folding::fold).toList();
    }

    /** Neighbouring words as one: most Vietnamese words are written as two. */
    static List<String> pairs(List<String> words) {
        var pairs = new ArrayList<String>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.get(i - 1) + "_" + words.get(i));
        }
        return pairs;
    }

    /** A short readable code made of a name: {@code Hộ tịch} is {@code ho-tich}. Cut between words at the length. */
    static String slug(String name, int length) {
        var slug = foldedWords(name).stream().collect(Collectors.joining("-"));
        if (slug.length() <= length) {
            return slug;
        }
        var cut = slug.lastIndexOf('-', length);
        return slug.substring(0, cut > 0 ? cut : length);
    }
}
