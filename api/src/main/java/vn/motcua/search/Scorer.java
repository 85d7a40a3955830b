package vn.motcua.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scores every document of an index by the clues of a query. */
final class Scorer {
    /** Half of a phrase is less than half of its meaning. */
    private static final float WHOLE_PHRASE = 1.5f;
    /** Documents that satisfy less than this part of what the best one does are not found. */
    private static final float FOUND = 0.45f;

    private static final int REFINED = 300;

    private final SearchIndex index;
    private final RankingWeights weights;

    Scorer(SearchIndex index, RankingWeights weights) {
        this.index = index;
        this.weights = weights;
    }

    /** Found documents, best first. */
    List<Hit> hits(List<Clue> clues) {
        float whole = (float) clues.stream().mapToDouble(Clue::mass).sum();
        if (whole == 0) {
            return List.of();
        }
        var satisfied = new float[index.size()];
        var best = new float[index.size()];
        var part = new float[index.size()];
        for (var clue : clues) {
            clue.meanings().forEach(meaning -> addBest(meaning, part, best));
            clue.meanings().forEach(meaning -> collect(meaning, clue.mass(), best, satisfied));
        }
        float most = 0;
        for (float one : satisfied) {
            most = Math.max(most, one);
        }
        return refined(bestFirst(satisfied, most * FOUND, whole), clues);
    }

    /** As numbers that sort by score, then by document: there may be very many. */
    private static List<Hit> bestFirst(float[] satisfied, float least, float whole) {
        var keys = new long[satisfied.length];
        int found = 0;
        for (int document = 0; document < satisfied.length; document++) {
            if (satisfied[document] >= least && satisfied[document] > 0) {
                long descending = Integer.MAX_VALUE - Float.floatToIntBits(satisfied[document]);
                keys[found++] = descending << Integer.SIZE | document;
            }
        }
        Arrays.sort(keys, 0, found);
        var hits = new ArrayList<Hit>(found);
        for (int i = 0; i < found; i++) {
            int document = (int) keys[i];
            hits.add(new Hit(document, satisfied[document] / whole));
        }
        return hits;
    }

    /** The same for one document, told part by part. */
    Explanation explain(List<Clue> clues, int document) {
        float whole = (float) clues.stream().mapToDouble(Clue::mass).sum();
        var parts = clues.stream().map(clue -> part(clue, document, whole)).toList();
        float satisfied = (float) parts.stream()
                .mapToDouble(part -> part.share() * part.satisfied())
                .sum();
        var asked = asked(clues);
        return new Explanation(
                refined(new Hit(document, satisfied), asked),
                parts,
                satisfied,
                unasked(document, asked),
                index.prior(document));
    }

    private Explanation.Part part(Clue clue, int document, float whole) {
        var best = clue.meanings().stream()
                .max(Comparator.comparingDouble(meaning -> satisfied(meaning, document)))
                .orElseThrow();
        return new Explanation.Part(
                clue.said(), String.join(" ", best.words()), clue.mass() / whole, satisfied(best, document));
    }

    private float satisfied(Meaning meaning, int document) {
        float part = 0;
        for (int t = 0; t < meaning.terms().length; t++) {
            part += meaning.masses()[t] * index.postings(meaning.terms()[t]).in(document);
        }
        return satisfied(meaning, part);
    }

    private static float satisfied(Meaning meaning, float part) {
        float share = part / meaning.mass();
        return meaning.weight() * (meaning.terms().length > 1 ? (float) Math.pow(share, WHOLE_PHRASE) : share);
    }

    /** Raises what each document reaches by this meaning; {@code part} is all zeros before and after. */
    private void addBest(Meaning meaning, float[] part, float[] best) {
        for (int t = 0; t < meaning.terms().length; t++) {
            var postings = index.postings(meaning.terms()[t]);
            float mass = meaning.masses()[t];
            for (int i = 0; i < postings.size(); i++) {
                part[postings.document(i)] += mass * postings.weight(i);
            }
        }
        for (var term : meaning.terms()) {
            var postings = index.postings(term);
            for (int i = 0; i < postings.size(); i++) {
                int document = postings.document(i);
                if (part[document] > 0) {
                    best[document] = Math.max(best[document], satisfied(meaning, part[document]));
                    part[document] = 0;
                }
            }
        }
    }

    /** Adds what the documents of a clue reached to their sums, and leaves {@code best} all zeros for the next clue. */
    private void collect(Meaning meaning, float mass, float[] best, float[] satisfied) {
        for (var term : meaning.terms()) {
            var postings = index.postings(term);
            for (int i = 0; i < postings.size(); i++) {
                int document = postings.document(i);
                satisfied[document] += mass * best[document];
                best[document] = 0;
            }
        }
    }

    /** The first hits are looked at more closely: what of their titles was not asked for, what people usually mean. */
    private List<Hit> refined(List<Hit> hits, List<Clue> clues) {
        var asked = asked(clues);
        var refined = new ArrayList<Hit>(hits.size());
        for (int i = 0; i < Math.min(REFINED, hits.size()); i++) {
            var hit = hits.get(i);
            refined.add(new Hit(hit.document(), refined(hit, asked)));
        }
        refined.sort(Hit.BEST_FIRST);
        refined.addAll(hits.subList(refined.size(), hits.size()));
        return refined;
    }

    private float refined(Hit hit, Map<String, Float> asked) {
        int document = hit.document();
        return hit.score() * (1 - weights.unasked() * unasked(document, asked))
                + weights.prior() * index.prior(document)
                - (index.secondary(document) ? weights.secondary() : 0);
    }

    /** The part of a title, from 0 to 1, that nobody asked for. */
    float unasked(int document, Map<String, Float> asked) {
        float covered = 0;
        for (var key : index.title(document)) {
            covered += index.information(key) * asked.getOrDefault(key, 0f);
        }
        float mass = index.titleMass(document);
        return mass == 0 ? 1 : 1 - covered / mass;
    }

    static Map<String, Float> asked(List<Clue> clues) {
        var asked = new HashMap<String, Float>();
        for (var clue : clues) {
            for (var meaning : clue.meanings()) {
                meaning.words().forEach(word -> asked.merge(word, meaning.weight(), Math::max));
            }
        }
        return asked;
    }
}
