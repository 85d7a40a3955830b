package vn.motcua.search;

import java.util.ArrayList;
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
        for (var clue : clues) {
            add(clue, satisfied);
        }
        float best = 0;
        for (float one : satisfied) {
            best = Math.max(best, one);
        }
        var hits = new ArrayList<Hit>();
        for (int document = 0; document < satisfied.length; document++) {
            if (satisfied[document] >= best * FOUND && satisfied[document] > 0) {
                hits.add(new Hit(document, satisfied[document] / whole));
            }
        }
        hits.sort(Hit.BEST_FIRST);
        return refined(hits, clues);
    }

    private void add(Clue clue, float[] satisfied) {
        var best = new float[satisfied.length];
        var part = new float[satisfied.length];
        for (var meaning : clue.meanings()) {
            add(meaning, part, best);
        }
        for (int document = 0; document < best.length; document++) {
            satisfied[document] += clue.mass() * best[document];
        }
    }

    private void add(Meaning meaning, float[] part, float[] best) {
        for (int t = 0; t < meaning.terms().length; t++) {
            var postings = index.postings(meaning.terms()[t]);
            float mass = meaning.masses()[t];
            for (int i = 0; i < postings.size(); i++) {
                part[postings.document(i)] += mass * postings.weight(i);
            }
        }
        boolean phrase = meaning.terms().length > 1;
        for (var term : meaning.terms()) {
            var postings = index.postings(term);
            for (int i = 0; i < postings.size(); i++) {
                int document = postings.document(i);
                if (part[document] > 0) {
                    float share = part[document] / meaning.mass();
                    float value = meaning.weight() * (phrase ? (float) Math.pow(share, WHOLE_PHRASE) : share);
                    best[document] = Math.max(best[document], value);
                    part[document] = 0;
                }
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
