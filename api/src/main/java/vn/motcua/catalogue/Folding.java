package vn.motcua.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import vn.motcua.search.Normaliser;

/** Names without tone marks, for codes and for comparing. */
final class Folding {
    private Folding() {}

    static List<String> foldedWords(String text) {
        return Normaliser.words(text).stream().map(Normaliser::fold).toList();
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
