package vn.motcua.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of a catalogue release, in memory and immutable. Words have numbers from 1, in the order of their coming. */
final class SearchIndex {
    private static final float TITLE = 1f;
    private static final float KEYWORD = 0.95f;
    private static final float FIELD = 0.5f;
    private static final float RESULT = 0.4f;
    private static final float SUMMARY = 0.35f;
    private static final float PAPER = 0.2f;
    /** One document among very many tells no more than one among some hundreds. */
    private static final double RAREST = 6.5;

    private final IndexTerms terms;
    private final int[][] titles;
    private final float[] titleMass;
    private final float[] priors;
    private final boolean[] secondary;
    /** How much each word tells, by its number. */
    private final float[] information;

    private SearchIndex(Builder built) {
        this.terms = built.terms;
        int size = built.titles.size();
        this.terms.trim(size);
        this.titles = built.titles.toArray(int[][]::new);
        this.priors = new float[size];
        this.secondary = new boolean[size];
        this.titleMass = new float[size];
        this.information = new float[terms.words()];
        for (int word = 1; word < information.length; word++) {
            information[word] = information(terms.postings(word).size());
        }
        for (int i = 0; i < size; i++) {
            priors[i] = built.priors.get(i);
            secondary[i] = built.secondary.get(i);
            for (int word : titles[i]) {
                titleMass[i] += information[word];
            }
        }
    }

    int size() {
        return titles.length;
    }

    /** Null when no document holds the term. */
    Postings postings(String term) {
        return terms.postings(term);
    }

    boolean has(String term) {
        return terms.postings(term) != null;
    }

    int frequency(String term) {
        var postings = terms.postings(term);
        return postings == null ? 0 : postings.size();
    }

    /** How much a term tells: the fewer documents hold it the more; 0 when none does. */
    float information(String term) {
        return information(frequency(term));
    }

    private float information(int frequency) {
        return frequency == 0 ? 0 : (float) Math.min(RAREST, Math.log(1 + (double) size() / frequency));
    }

    /** How firmly two words belong together, from 0 to 1: how often the rarer of them stands in this pair. */
    float cohesion(String pair) {
        int between = Terms.between(pair);
        int rarer = Math.min(frequency(pair.substring(0, between)), frequency(pair.substring(between + 1)));
        return rarer == 0 ? 0 : (float) Math.sqrt((double) frequency(pair) / rarer);
    }

    /** One more than the number of the last word. */
    int words() {
        return information.length;
    }

    /** The number of a word by its key, 0 when no document holds it. */
    int number(String key) {
        return terms.number(key);
    }

    /** The key of the word with this number. */
    String word(int number) {
        return terms.word(number);
    }

    /** The numbers of the title's words, in order. */
    int[] title(int document) {
        return titles[document];
    }

    /** The part of a title, from 0 to 1, that nobody asked for; {@code asked} tells how surely each word was. */
    float unasked(int document, float[] asked) {
        float covered = 0;
        for (int word : titles[document]) {
            covered += information[word] * asked[word];
        }
        float mass = titleMass[document];
        return mass == 0 ? 1 : 1 - covered / mass;
    }

    float prior(int document) {
        return priors[document];
    }

    boolean secondary(int document) {
        return secondary[document];
    }

    /** Every single word's key with the number of documents that hold it. */
    Map<String, Integer> vocabulary() {
        var words = HashMap.<String, Integer>newHashMap(information.length);
        for (int word = 1; word < information.length; word++) {
            words.put(terms.word(word), terms.postings(word).size());
        }
        return words;
    }

    /** Takes the documents of a release one by one. */
    static final class Builder {
        private final IndexTerms terms;
        private final List<int[]> titles = new ArrayList<>();
        private final List<Float> priors = new ArrayList<>();
        private final List<Boolean> secondary = new ArrayList<>();

        Builder(Lexicon lexicon) {
            this.terms = new IndexTerms(lexicon);
        }

        void add(SearchDocument document) {
            int number = titles.size();
            var title = Normaliser.words(document.title());
            titles.add(terms.numbers(title));
            priors.add((float) document.prior());
            secondary.add(document.secondary());
            terms.put(number, title, TITLE);
            put(number, document.keywords(), KEYWORD);
            terms.put(number, Normaliser.words(document.field()), FIELD);
            put(number, document.results(), RESULT);
            put(number, document.summaries(), SUMMARY);
            put(number, document.papers(), PAPER);
        }

        private void put(int number, List<String> texts, float weight) {
            texts.forEach(text -> terms.put(number, Normaliser.words(text), weight));
        }

        SearchIndex build() {
            return new SearchIndex(this);
        }
    }
}
