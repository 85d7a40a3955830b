package vn.motcua.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** Reads English words: by stem, with typing errors, translated by the lexicon. */
final class EnglishReader {
    private static final int NEAR_WORDS = 2;
    private static final int SHORTEST_MISTYPED = 5;

    private final Lexicon lexicon;
    private final Speller speller;

    EnglishReader(Lexicon lexicon) {
        this.lexicon = lexicon;
        var words = new HashMap<String, Integer>();
        lexicon.englishWords().forEach(word -> words.put(word, 1));
        this.speller = new Speller(words);
    }

    boolean knows(String word) {
        return speller.knows(English.stem(word)) || !mistyped(word).isEmpty();
    }

    /** The shortest English word that begins so; what was typed when there is none. */
    String completed(String typed) {
        return speller.startingWith(typed).stream()
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse(typed);
    }

    List<Token> read(List<String> words) {
        return words.stream().map(this::token).toList();
    }

    /** What a single English word in a Vietnamese query means; nothing for other words. */
    List<List<String>> translated(String word) {
        return Syllable.is(Normaliser.fold(word))
                ? List.of()
                : lexicon.english().next(English.stem(word)).stream()
                        .flatMap(node -> node.entries().stream())
                        .flatMap(entry -> entry.meant().stream())
                        .toList();
    }

    private Token token(String word) {
        var stem = English.stem(word);
        var readings = new ArrayList<Token.Reading>();
        readings.add(new Token.Reading(word, stem, 1f));
        if (!speller.knows(stem)) {
            mistyped(word).forEach(near -> readings.add(new Token.Reading(near.key(), near.key(), near.weight())));
        }
        return new Token(word, readings);
    }

    private List<Speller.Near> mistyped(String word) {
        return word.length() < SHORTEST_MISTYPED || Syllable.is(word)
                ? List.of()
                : speller.near(English.stem(word), NEAR_WORDS);
    }
}
