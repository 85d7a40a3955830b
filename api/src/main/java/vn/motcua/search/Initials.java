package vn.motcua.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Abbreviations nobody wrote down: phrases that occur in several titles, by the first letters of their words, so that
 * {@code kcb} is read as khám chữa bệnh wherever titles say so.
 */
final class Initials {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 7;
    private static final int TITLES_AT_LEAST = 2;
    private static final int KEPT = 3;
    /** Phrases repeat; beyond this many titles a sample tells as much. */
    private static final int SAMPLE = 20_000;

    private record Phrase(String text, int titles) {}

    private final Map<String, List<Phrase>> phrases = new HashMap<>();

    Initials(SearchIndex index) {
        var counts = new HashMap<String, Integer>();
        int step = Math.max(1, index.size() / SAMPLE);
        for (int i = 0; i < index.size(); i += step) {
            var words = index.title(i);
            for (int from = 0; from + SHORTEST <= words.length; from++) {
                var phrase = new StringBuilder(words[from]);
                for (int to = from + 1; to < Math.min(words.length, from + LONGEST); to++) {
                    phrase.append(' ').append(words[to]);
                    counts.merge(phrase.toString(), 1, Integer::sum);
                }
            }
        }
        counts.forEach((phrase, titles) -> {
            if (titles >= TITLES_AT_LEAST) {
                phrases.merge(initials(phrase), List.of(new Phrase(phrase, titles)), Initials::best);
            }
        });
    }

    /** Phrases with these first letters, the commonest first, each as its words' keys. */
    List<List<String>> read(String letters) {
        return phrases.getOrDefault(letters, List.of()).stream()
                .map(phrase -> List.of(phrase.text.split(" ")))
                .toList();
    }

    private static List<Phrase> best(List<Phrase> a, List<Phrase> b) {
        return Stream.concat(a.stream(), b.stream())
                .sorted(Comparator.comparingInt((Phrase phrase) -> -phrase.titles)
                        .thenComparing(Phrase::text))
                .limit(KEPT)
                .toList();
    }

    private static String initials(String phrase) {
        var letters = new StringBuilder();
        Arrays.stream(phrase.split(" ")).forEach(word -> letters.append(word.charAt(0)));
        return letters.toString();
    }
}
