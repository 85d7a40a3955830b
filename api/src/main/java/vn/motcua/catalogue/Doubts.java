package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Words that are not in our lists. One unknown word must not cost the citizen the whole record: what can stand as text is
 * kept as text, the rest is left out, and whoever imports is told.
 */
final class Doubts {
    private static final int SHOWN = 80;

    private final List<Refusal> found = new ArrayList<>();

    List<Refusal> found() {
        return found;
    }

    /** The known ones of some words; each unknown one goes to {@code keep} and into the report. */
    <T> List<T> known(List<String> words, Function<String, Optional<T>> meaning, String pointer, List<String> keep) {
        var known = new ArrayList<T>();
        for (var word : words) {
            meaning.apply(word).ifPresentOrElse(known::add, () -> {
                keep.add(word);
                unknown(pointer, word);
            });
        }
        return known.stream().distinct().toList();
    }

    void unknown(String pointer, String word) {
        var shown = word.length() <= SHOWN ? word : word.substring(0, word.offsetByCodePoints(0, SHOWN / 2)) + "…";
        found.add(Refusal.of(
                "%s: \"%s\" không có trong danh mục; bản ghi vẫn được nhận.".formatted(pointer, shown),
                "%s: \"%s\" is not in the list; the record is taken all the same.".formatted(pointer, shown)));
    }
}
