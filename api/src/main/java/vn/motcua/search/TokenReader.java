package vn.motcua.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the words of a query one by one: typed without input method, run together, mistyped. */
final class TokenReader {
    private static final int NEAR_WORDS = 4;
    private static final int NEAR_IN_CONTEXT = 12;
    private static final float WITHOUT_INPUT_METHOD = 0.95f;
    private static final float AGAINST_INPUT_METHOD = 0.6f;
    /** A known word that never stands beside its neighbours, against a near one that does. */
    private static final float BY_CONTEXT = 0.65f;

    private static final int COMPLETIONS = 12;
    private static final float COMPLETED = 0.95f;
    private static final float GUESSED = 0.6f;
    /** A single letter is the beginning of a word far more often than a word. */
    private static final float A_LETTER = 0.3f;

    private static final int SHORTEST_MISTYPED = 3;
    private static final int SHORTEST_TOGETHER = 5;

    private final SearchIndex index;
    private final Lexicon lexicon;
    private final Speller speller;

    TokenReader(SearchIndex index, Lexicon lexicon) {
        this.index = index;
        this.lexicon = lexicon;
        this.speller = new Speller(known(index, lexicon));
    }

    List<Token> read(List<String> words) {
        var apart = words.stream().flatMap(this::apart).toList();
        var readings = apart.stream().map(this::readings).toList();
        return IntStream.range(0, apart.size())
                .mapToObj(i -> new Token(apart.get(i), inContext(readings, i)))
                .toList();
    }

    /** The same for a query that is still being typed: its last word may be the beginning of others. */
    List<Token> readUnfinished(List<String> words) {
        var read = new ArrayList<>(read(words));
        if (!read.isEmpty()) {
            var last = read.removeLast();
            var before = read.isEmpty() ? null : read.getLast().key();
            var asItIs = last.readings().stream()
                    .map(reading -> last.typed().length() > 1
                            ? reading
                            : new Token.Reading(reading.word(), reading.key(), A_LETTER));
            read.add(new Token(
                    last.typed(),
                    Stream.concat(asItIs, completions(before, last.typed()))
                            .distinct()
                            .toList()));
        }
        return read;
    }

    /** Whether any known Vietnamese word begins so. */
    boolean begins(String typed) {
        return speller.startingWith(Normaliser.fold(typed)).stream().anyMatch(Syllable::is);
    }

    boolean knows(String key) {
        return speller.knows(key);
    }

    /** Whether two words stand side by side in any title or entry. */
    boolean pairs(String first, String second) {
        var pair = Terms.pair(first, second);
        return index.has(pair) || lexicon.vietnameseTerms().containsKey(pair);
    }

    private static Map<String, Integer> known(SearchIndex index, Lexicon lexicon) {
        var words = new HashMap<String, Integer>();
        index.vocabulary().forEach((word, frequency) -> {
            if (frequency > 1 || Syllable.is(word)) {
                words.put(word, frequency);
            }
        });
        lexicon.vietnameseTerms().forEach((term, frequency) -> {
            if (Terms.isWord(term)) {
                words.merge(term, frequency, Integer::sum);
            }
        });
        return words;
    }

    /** Words that begin so: those that titles have beside the word before come first, then the commonest. */
    private Stream<Token.Reading> completions(String before, String typed) {
        var start = Normaliser.fold(typed);
        return speller.startingWith(start).stream()
                .filter(word -> !word.equals(start))
                .map(word -> new Completion(word, before == null || pairs(before, word), speller.frequency(word)))
                .sorted(Completion.LIKELIEST_FIRST)
                .limit(COMPLETIONS)
                .map(completion -> Token.Reading.of(completion.word, completion.fits ? COMPLETED : GUESSED));
    }

    /** {@code fits}: titles have it beside the word before. */
    private record Completion(String word, boolean fits, int frequency) {
        private static final Comparator<Completion> LIKELIEST_FIRST =
                Comparator.comparing((Completion one) -> !one.fits).thenComparing(one -> -one.frequency);
    }

    /** "dangky" is two words, "khaisinh" too: both halves are known and stand side by side somewhere. */
    private Stream<String> apart(String word) {
        var key = Normaliser.key(word);
        if (key.length() < SHORTEST_TOGETHER
                || speller.knows(key)
                || InputMethod.read(word).isPresent()) {
            return Stream.of(word);
        }
        for (int cut = 2; cut <= word.length() - 2; cut++) {
            var first = word.substring(0, cut);
            var second = word.substring(cut);
            if (Syllable.is(Normaliser.fold(first)) && together(first, second)) {
                return Stream.of(first, second);
            }
        }
        return Stream.of(word);
    }

    private boolean together(String first, String second) {
        return Syllable.is(Normaliser.fold(second)) && pairs(Normaliser.key(first), Normaliser.key(second));
    }

    private List<Token.Reading> readings(String word) {
        var key = Normaliser.key(word);
        var meant = InputMethod.read(word).filter(marked -> speller.knows(Normaliser.key(marked)));
        if (meant.isPresent()) {
            // A word ending in a tone's letter is no Vietnamese word; it may still be a foreign one.
            var decoded = Token.Reading.of(meant.get(), WITHOUT_INPUT_METHOD);
            return speller.knows(key) && !decoded.key().equals(key)
                    ? List.of(decoded, Token.Reading.of(word, AGAINST_INPUT_METHOD))
                    : List.of(decoded);
        }
        var readings = new ArrayList<Token.Reading>();
        readings.add(Token.Reading.of(word, 1f));
        if (!speller.knows(key) && key.length() >= SHORTEST_MISTYPED) {
            speller.near(key, NEAR_WORDS).forEach(near -> readings.add(Token.Reading.of(near.key(), near.weight())));
        }
        return readings;
    }

    /** A word that fits neither neighbour gives way to near words that do. */
    private List<Token.Reading> inContext(List<List<Token.Reading>> readings, int i) {
        var own = readings.get(i);
        var key = own.getFirst().key();
        if (key.length() < 2 || readings.size() < 2 || fits(readings, i, key) || hasDigit(key)) {
            return own;
        }
        var better = speller.near(key, NEAR_IN_CONTEXT).stream()
                .filter(near -> fits(readings, i, near.key()))
                .map(near -> Token.Reading.of(near.key(), Math.max(near.weight(), BY_CONTEXT)))
                .limit(NEAR_WORDS)
                .toList();
        return Stream.concat(own.stream(), better.stream()).distinct().toList();
    }

    private boolean fits(List<List<Token.Reading>> readings, int i, String key) {
        return i > 0 && readings.get(i - 1).stream().anyMatch(before -> pairs(before.key(), key))
                || i + 1 < readings.size() && readings.get(i + 1).stream().anyMatch(after -> pairs(key, after.key()));
    }

    private static boolean hasDigit(String key) {
        return key.chars().anyMatch(Character::isDigit);
    }
}
