package vn.motcua.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Scores the documents of an index by the clues of a query. */
final class Scorer {
    /** Documents that satisfy less than this part of what the best one does are not found. */
    private static final float FOUND = 0.45f;

    private static final int REFINED = 300;

    /** So many postings are read as fast as the least of them is found. */
    private static final int WORTH_PRUNING = 10_000;
    /** What every hit will reach of the whole query, to begin with: when there is a document that fits well. */
    private static final double GUESS = 0.36;
    /** Bounds are sums of other roundings. */
    private static final double SURELY = 0.9999;
    /** Of so many documents a part is weighed first, which often shows enough for the first hits. */
    private static final int MANY = 16_384;
    /** Fewer candidates are weighed as they are. */
    private static final int FEW = 1_000;
    /** What may be skipped when documents are bounded more closely, as a part of what every hit reaches. */
    private static final double CLOSER = 0.3;
    /** So many likely documents show what the best one reaches. */
    private static final int SOME = 24;

    private final SearchIndex index;
    private final RankingWeights weights;
    private final boolean pruning;
    private final Queue<Scales> idle = new ConcurrentLinkedQueue<>();

    Scorer(SearchIndex index, RankingWeights weights) {
        this(index, weights, true);
    }

    /** {@code pruning}: leave out documents that cannot be found; the hits are the same. */
    Scorer(SearchIndex index, RankingWeights weights, boolean pruning) {
        this.index = index;
        this.weights = weights;
        this.pruning = pruning;
    }

    /** Everything that is found. */
    Found found(List<Clue> clues) {
        return found(clues, true);
    }

    /** The first hits, just as {@link #found} has them, without counting what else there is. */
    Found first(List<Clue> clues) {
        return found(clues, false);
    }

    private Found found(List<Clue> clues, boolean all) {
        var plan = new Plan(clues, index);
        float whole = plan.whole();
        if (whole == 0) {
            return Found.NOTHING;
        }
        var scales = scales();
        if (!pruning || plan.occurrences() <= WORTH_PRUNING) {
            scales.weigh(plan);
        } else if (all || index.size() < MANY) {
            weighCandidates(scales, plan, 0, all);
        } else if (!scales.weighFirst(plan, REFINED)) {
            double least = least(scales, false);
            scales.clear();
            weighCandidates(scales, plan, least, false);
        }
        var keys = scales.keys(scales.most() * FOUND);
        clear(scales);
        return ranked(keys, clues, whole, all);
    }

    private void weighCandidates(Scales scales, Plan plan, double least, boolean all) {
        var candidates = candidates(plan, least, all);
        if (candidates == null) {
            scales.weigh(plan);
        } else {
            scales.weigh(plan, candidates);
        }
    }

    /**
     * The documents that may be found, in ascending order: those that reach far enough even if they had all that was skipped,
     * in the best place. Every hit reaches {@code known}. Null when every document that holds a term has to be looked at.
     */
    private int[] candidates(Plan plan, double known, boolean all) {
        double least = SURELY * known;
        double aim = Math.max(GUESS * plan.whole(), least);
        while (true) {
            var skipped = plan.skip(aim);
            if (skipped.nothing()) {
                return null;
            }
            var bounds = scales();
            bounds.bound(plan, skipped);
            least = Math.max(least, SURELY * reached(plan, bounds, all));
            if (skipped.bound() < least) {
                var candidates = bounds.reaching(least - skipped.bound());
                clear(bounds);
                return candidates.length < FEW ? candidates : closer(plan, candidates, least);
            }
            clear(bounds);
            aim = least;
        }
    }

    /** Bounds by more terms, but only of documents that were not ruled out by fewer. */
    private int[] closer(Plan plan, int[] candidates, double least) {
        var skipped = plan.skip(CLOSER * least);
        var bounds = scales();
        bounds.bound(plan, skipped, candidates);
        var fewer = bounds.reaching(least - skipped.bound());
        clear(bounds);
        return fewer;
    }

    /** What every hit reaches at least, going by the likeliest documents: there may be better ones. */
    private double reached(Plan plan, Scales bounds, boolean all) {
        var exact = scales();
        exact.weigh(plan, bounds.likeliest(all ? SOME : REFINED));
        double least = least(exact, all);
        clear(exact);
        return least;
    }

    /** What every hit reaches at least, going by the documents that were weighed. */
    private static double least(Scales weighed, boolean all) {
        double least = weighed.most() * FOUND;
        if (!all) {
            var reached = weighed.keys((float) least);
            if (reached.length >= REFINED) {
                Selection.first(reached, REFINED);
                return Found.satisfied(reached[REFINED - 1]);
            }
        }
        return least;
    }

    private Found ranked(long[] keys, List<Clue> clues, float whole, boolean all) {
        int first = Selection.first(keys, REFINED);
        var asked = asked(clues);
        var refined = new ArrayList<Hit>(first);
        for (int i = 0; i < first; i++) {
            int document = Found.document(keys[i]);
            refined.add(new Hit(document, refined(new Hit(document, Found.satisfied(keys[i]) / whole), asked)));
        }
        refined.sort(Hit.BEST_FIRST);
        return new Found(
                refined,
                all || first == keys.length ? keys : Arrays.copyOf(keys, first),
                whole,
                all || keys.length < REFINED);
    }

    private Scales scales() {
        var idle = this.idle.poll();
        return idle == null ? new Scales(index.size()) : idle;
    }

    private void clear(Scales scales) {
        scales.clear();
        idle.add(scales);
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
                index.unasked(document, asked),
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
        return Plan.satisfied(meaning, part);
    }

    /** Looked at more closely: what of the title was not asked for, what people usually mean. */
    private float refined(Hit hit, float[] asked) {
        int document = hit.document();
        return hit.score() * (1 - weights.unasked() * index.unasked(document, asked))
                + weights.prior() * index.prior(document)
                - (index.secondary(document) ? weights.secondary() : 0);
    }

    /** How surely each word of the index was asked for, by its number. */
    private float[] asked(List<Clue> clues) {
        var asked = new float[index.words()];
        for (var clue : clues) {
            for (var meaning : clue.meanings()) {
                for (var word : meaning.words()) {
                    int number = index.number(word);
                    asked[number] = Math.max(asked[number], meaning.weight());
                }
            }
        }
        return asked;
    }
}
