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
        // A phrase is the phrase before its last word, and that word: two numbers instead of a text.
        var numbers = new PairNumbers();
        var counts = new IntList();
        var before = new IntList();
        var last = new IntList();
        int step = Math.max(1, index.size() / SAMPLE);
        for (int i = 0; i < index.size(); i += step) {
            var title = index.title(i);
            for (int from = 0; from + SHORTEST <= title.length; from++) {
                int phrase = -title[from];
                for (int to = from + 1; to < Math.min(title.length, from + LONGEST); to++) {
                    int longer = numbers.number(phrase, title[to]);
                    if (longer == counts.size()) {
                        counts.add(0);
                        before.add(phrase);
                        last.add(title[to]);
                    }
                    counts.increment(longer);
                    phrase = longer + 1;
                }
            }
        }
        for (int phrase = 0; phrase < counts.size(); phrase++) {
            if (counts.get(phrase) >= TITLES_AT_LEAST) {
                var text = text(phrase, before, last, index);
                phrases.merge(initials(text), List.of(new Phrase(text, counts.get(phrase))), Initials::best);
            }
        }
    }

    private static String text(int phrase, IntList before, IntList last, SearchIndex index) {
        var text = index.word(last.get(phrase));
        int at = before.get(phrase);
        while (at > 0) {
            text = index.word(last.get(at - 1)) + " " + text;
            at = before.get(at - 1);
        }
        return index.word(-at) + " " + text;
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
