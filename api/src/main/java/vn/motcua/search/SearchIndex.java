package vn.motcua.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The words of a catalogue release, in memory and immutable. */
final class SearchIndex {
    private static final float TITLE = 1f;
    private static final float KEYWORD = 0.95f;
    private static final float FIELD = 0.5f;
    private static final float RESULT = 0.4f;
    private static final float SUMMARY = 0.35f;
    private static final float PAPER = 0.2f;
    /** One document among very many tells no more than one among some hundreds. */
    private static final double RAREST = 6.5;

    private final Map<String, Postings> terms;
    private final String[][] titles;
    private final float[] titleMass;
    private final float[] priors;
    private final boolean[] secondary;

    private SearchIndex(Builder built) {
        this.terms = built.terms;
        this.terms.values().forEach(Postings::trim);
        int size = built.titles.size();
        this.titles = built.titles.toArray(String[][]::new);
        this.priors = new float[size];
        this.secondary = new boolean[size];
        this.titleMass = new float[size];
        for (int i = 0; i < size; i++) {
            priors[i] = built.priors.get(i);
            secondary[i] = built.secondary.get(i);
            for (var key : titles[i]) {
                titleMass[i] += information(key);
            }
        }
    }

    int size() {
        return titles.length;
    }

    Postings postings(String term) {
        return terms.get(term);
    }

    boolean has(String term) {
        return terms.containsKey(term);
    }

    int frequency(String term) {
        var postings = terms.get(term);
        return postings == null ? 0 : postings.size();
    }

    /** How much a term tells: the fewer documents hold it the more; 0 when none does. */
    float information(String term) {
        int frequency = frequency(term);
        return frequency == 0 ? 0 : (float) Math.min(RAREST, Math.log(1 + (double) size() / frequency));
    }

    /** How firmly two words belong together, from 0 to 1: how often the rarer of them stands in this pair. */
    float cohesion(String pair) {
        int between = pair.indexOf('_');
        int rarer = Math.min(frequency(pair.substring(0, between)), frequency(pair.substring(between + 1)));
        return rarer == 0 ? 0 : (float) Math.sqrt((double) frequency(pair) / rarer);
    }

    /** The keys of the title's words, in order. */
    String[] title(int document) {
        return titles[document];
    }

    /** How much the whole title tells. */
    float titleMass(int document) {
        return titleMass[document];
    }

    float prior(int document) {
        return priors[document];
    }

    boolean secondary(int document) {
        return secondary[document];
    }

    /** Every single word's key with the number of documents that hold it. */
    Map<String, Integer> vocabulary() {
        var words = new HashMap<String, Integer>();
        terms.forEach((term, postings) -> {
            if (Terms.isWord(term)) {
                words.put(term, postings.size());
            }
        });
        return words;
    }

    Stream<String[]> titles() {
        return Stream.of(titles);
    }

    /** Takes the documents of a release one by one. */
    static final class Builder {
        private final Lexicon lexicon;
        private final Map<String, Postings> terms = new HashMap<>();
        private final Map<String, String> keys = new HashMap<>();
        private final List<String[]> titles = new ArrayList<>();
        private final List<Float> priors = new ArrayList<>();
        private final List<Boolean> secondary = new ArrayList<>();

        Builder(Lexicon lexicon) {
            this.lexicon = lexicon;
        }

        void add(SearchDocument document) {
            int number = titles.size();
            var title = Normaliser.words(document.title());
            titles.add(title.stream().map(this::key).toArray(String[]::new));
            priors.add((float) document.prior());
            secondary.add(document.secondary());
            put(number, title, TITLE);
            document.keywords().forEach(text -> put(number, Normaliser.words(text), KEYWORD));
            put(number, Normaliser.words(document.field()), FIELD);
            document.results().forEach(text -> put(number, Normaliser.words(text), RESULT));
            document.summaries().forEach(text -> put(number, Normaliser.words(text), SUMMARY));
            document.papers().forEach(text -> put(number, Normaliser.words(text), PAPER));
        }

        SearchIndex build() {
            return new SearchIndex(this);
        }

        private void put(int number, List<String> words, float weight) {
            Terms.of(words, this::key).forEach(term -> add(term, number, weight));
            // A title that says BHXH is found by whoever types the words, too.
            for (var word : words) {
                lexicon.abbreviated(key(word))
                        .ifPresent(phrase -> Terms.of(phrase).forEach(term -> add(term, number, weight)));
            }
        }

        private String key(String word) {
            return keys.computeIfAbsent(word, Normaliser::key);
        }

        private void add(String term, int number, float weight) {
            terms.computeIfAbsent(term, unseen -> new Postings()).add(number, weight);
        }
    }
}
