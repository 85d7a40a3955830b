package vn.motcua.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns what was typed into clues. */
final class QueryReader {
    /** Longer input adds cost, not meaning. */
    private static final int MAX_WORDS = 32;

    private static final float NEXT_MEANING = 0.9f;
    private static final float LITERALLY = 0.95f;
    private static final float BY_INITIALS = 0.85f;
    /** Unmarked words that would say nothing with the marks of a stop word, but may be other words. */
    private static final float PERHAPS_STOP = 0.35f;
    /** "bị mất" after "làm lại": the same meaning once more. */
    private static final float AGAIN = 0.3f;

    /** Words that meet may do so by accident. */
    private static final float MET = 0.7f;

    /** "the can c…" is Vietnamese; a letter or two prove no language. */
    private static final int SHORTEST_ENGLISH = 3;

    private static final double MOSTLY_ENGLISH = 0.6;
    /** Who it is for narrows a matter but seldom names it: a passport for a child is a passport. */
    private static final float WHO = 0.5f;

    private static final int NEIGHBOURS = 3;

    private final SearchIndex index;
    private final Lexicon lexicon;
    private final TokenReader tokens;
    private final EnglishReader english;
    private final Initials initials;

    QueryReader(SearchIndex index, Lexicon lexicon) {
        this.index = index;
        this.lexicon = lexicon;
        this.tokens = new TokenReader(index, lexicon);
        this.english = new EnglishReader(lexicon);
        this.initials = new Initials(index);
    }

    List<Clue> read(String typed) {
        return read(typed, false);
    }

    /** Reads a query that is still being typed. */
    List<Clue> readUnfinished(String typed) {
        return read(typed, !Character.isWhitespace(typed.charAt(typed.length() - 1)));
    }

    private List<Clue> read(String typed, boolean unfinished) {
        var words = Normaliser.words(typed);
        if (words.size() > MAX_WORDS) {
            words = words.subList(0, MAX_WORDS);
        }
        if (unfinished && !words.isEmpty() && !tokens.begins(words.getLast())) {
            words = Stream.concat(
                            words.subList(0, words.size() - 1).stream(), Stream.of(english.completed(words.getLast())))
                    .toList();
        }
        boolean inEnglish = isEnglish(words);
        var read = inEnglish ? english.read(words) : unfinished ? tokens.readUnfinished(words) : tokens.read(words);
        var spans = Spans.choose(read, inEnglish ? lexicon.english() : lexicon.vietnamese());
        var parts = parts(read, spans, inEnglish);
        var saying = parts.stream().filter(part -> !part.tellsNothing()).toList();
        return Stream.concat(once(saying).stream(), neighbours(saying, inEnglish).stream())
                .toList();
    }

    private boolean isEnglish(List<String> words) {
        if (words.stream().anyMatch(Normaliser::marked)) {
            return false;
        }
        long known = words.stream().filter(english::knows).count();
        long onlyEnglish = words.stream()
                .filter(word -> word.length() >= SHORTEST_ENGLISH && english.knows(word) && !Syllable.is(word))
                .count();
        return onlyEnglish > 0 && known >= MOSTLY_ENGLISH * words.size();
    }

    private List<Clue> parts(List<Token> read, Map<Integer, List<Span>> spans, boolean inEnglish) {
        var parts = new ArrayList<Clue>();
        for (int i = 0; i < read.size(); ) {
            var here = spans.getOrDefault(i, List.of());
            int to = here.isEmpty() ? i + 1 : here.getFirst().to();
            var words = read.subList(i, to);
            parts.add(here.isEmpty() ? bare(words.getFirst(), inEnglish) : entry(words, here, inEnglish));
            i = to;
        }
        return parts;
    }

    private Clue bare(Token token, boolean inEnglish) {
        var meanings = new ArrayList<Meaning>();
        for (var reading : token.readings()) {
            meanings.add(Meaning.of(List.of(reading.word()), reading.weight(), index));
        }
        if (!inEnglish && !Syllable.is(Normaliser.fold(token.typed()))) {
            initials.read(Normaliser.fold(token.typed()))
                    .forEach(phrase -> meanings.add(Meaning.of(phrase, BY_INITIALS, index)));
        }
        if (!inEnglish) {
            english.translated(token.typed()).forEach(phrase -> meanings.add(Meaning.of(phrase, BY_INITIALS, index)));
        }
        return Clue.of(token.typed(), meanings, 1);
    }

    private Clue entry(List<Token> words, List<Span> spans, boolean inEnglish) {
        var said = String.join(" ", words.stream().map(Token::typed).toList());
        var meanings = new ArrayList<Meaning>();
        for (var span : spans) {
            float weight = span.weight();
            for (var meant : span.entry().meant()) {
                meanings.add(Meaning.of(meant, weight, index));
                weight *= NEXT_MEANING;
            }
        }
        if (meanings.isEmpty()) {
            return perhapsStop(words, spans.getFirst(), inEnglish);
        }
        meanings.add(literal(words));
        return Clue.of(said, meanings, lexicon.isPerson(meanings.getFirst().words()) ? WHO : 1);
    }

    private Clue perhapsStop(List<Token> words, Span span, boolean inEnglish) {
        var word = words.getFirst();
        boolean sure = inEnglish
                || words.size() > 1
                || Normaliser.marked(word.typed())
                || !Normaliser.marked(span.entry().said().getFirst());
        return sure
                ? new Clue(word.typed(), List.of(), 0)
                : Clue.of(word.typed(), List.of(literal(words)), PERHAPS_STOP);
    }

    private Meaning literal(List<Token> words) {
        float weight = LITERALLY;
        var typed = new ArrayList<String>();
        for (var word : words) {
            typed.add(word.readings().getFirst().word());
            weight *= word.readings().getFirst().weight();
        }
        return Meaning.of(typed, weight, index);
    }

    private static List<Clue> once(List<Clue> parts) {
        var seen = new HashSet<List<String>>();
        return parts.stream()
                .map(part -> seen.add(part.likeliest().words())
                        ? part
                        : new Clue(part.said(), part.meanings(), part.mass() * AGAIN))
                .toList();
    }

    /** Where two parts meet, titles may have the last word of one beside the first of the next; in English also reversed. */
    private List<Clue> neighbours(List<Clue> parts, boolean inEnglish) {
        var neighbours = new ArrayList<Clue>();
        for (int i = 1; i < parts.size(); i++) {
            var meanings = new ArrayList<Meaning>();
            for (var left : first(parts.get(i - 1))) {
                for (var right : first(parts.get(i))) {
                    meanings.add(beside(left, right));
                    if (inEnglish) {
                        meanings.add(beside(right, left));
                    }
                }
            }
            var met = Clue.of(parts.get(i - 1).said() + " + " + parts.get(i).said(), meanings, MET);
            if (!met.tellsNothing()) {
                neighbours.add(met);
            }
        }
        return neighbours;
    }

    private Meaning beside(Meaning left, Meaning right) {
        return Meaning.pair(left.words().getLast(), right.words().getFirst(), left.weight() * right.weight(), index);
    }

    private static List<Meaning> first(Clue part) {
        return part.meanings().subList(0, Math.min(NEIGHBOURS, part.meanings().size()));
    }
}
