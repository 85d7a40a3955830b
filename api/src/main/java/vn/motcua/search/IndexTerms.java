package vn.motcua.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The terms of an index ({@link Terms}) with their postings. Words are numbered, so that a pair of words is two numbers. */
final class IndexTerms {
    /**
     * A word as it is written in the catalogue.
     *
     * @param written the postings of a word with marks, else null
     * @param phrase the words of an abbreviation
     */
    private record Form(int number, Postings written, List<String> phrase) {}

    private final Lexicon lexicon;
    private final Map<String, Form> forms = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<Postings> ofWords = new ArrayList<>();
    private final PairNumbers pairs = new PairNumbers();
    private final List<Postings> ofPairs = new ArrayList<>();

    IndexTerms(Lexicon lexicon) {
        this.lexicon = lexicon;
        words.add("");
        ofWords.add(new Postings());
    }

    /** Puts the terms of a text into a document. */
    void put(int document, List<String> text, float weight) {
        putWords(document, text, weight);
        // A title that says BHXH is found by whoever types the words, too.
        for (var word : text) {
            var phrase = forms.get(word).phrase();
            if (!phrase.isEmpty()) {
                putWords(document, phrase, weight);
            }
        }
    }

    private void putWords(int document, List<String> text, float weight) {
        int before = 0;
        for (var word : text) {
            var form = form(word);
            ofWords.get(form.number).add(document, weight);
            if (form.written != null) {
                form.written.add(document, weight);
            }
            if (before != 0) {
                pair(before, form.number).add(document, weight);
            }
            before = form.number;
        }
    }

    /** The numbers of words. */
    int[] numbers(List<String> text) {
        return text.stream().mapToInt(word -> form(word).number).toArray();
    }

    /** Nothing is put in any more; there are {@code all} documents. */
    void trim(int all) {
        ofWords.forEach(postings -> postings.trim(all));
        ofPairs.forEach(postings -> postings.trim(all));
        forms.values().stream()
                .map(Form::written)
                .filter(written -> written != null)
                .forEach(written -> written.trim(all));
    }

    /** One more than the number of the last word. */
    int words() {
        return words.size();
    }

    String word(int number) {
        return words.get(number);
    }

    int number(String key) {
        return numbers.getOrDefault(key, 0);
    }

    Postings postings(int word) {
        return ofWords.get(word);
    }

    /** Null when no document holds the term. */
    Postings postings(String term) {
        if (Terms.isWord(term)) {
            int number = number(term);
            return number == 0 ? null : ofWords.get(number);
        }
        if (Terms.isWritten(term)) {
            var form = forms.get(term.substring(1));
            return form == null ? null : form.written;
        }
        int between = Terms.between(term);
        int pair = pairs.find(number(term.substring(0, between)), number(term.substring(between + 1)));
        return pair < 0 ? null : ofPairs.get(pair);
    }

    private Form form(String word) {
        var known = forms.get(word);
        if (known == null) {
            var key = Normaliser.key(word);
            known = new Form(
                    numbered(key),
                    Normaliser.marked(word) ? new Postings() : null,
                    lexicon.abbreviated(key).orElse(List.of()));
            forms.put(word, known);
        }
        return known;
    }

    private int numbered(String key) {
        return numbers.computeIfAbsent(key, unseen -> {
            words.add(key);
            ofWords.add(new Postings());
            return words.size() - 1;
        });
    }

    private Postings pair(int first, int second) {
        int pair = pairs.number(first, second);
        if (pair == ofPairs.size()) {
            ofPairs.add(new Postings());
        }
        return ofPairs.get(pair);
    }
}
