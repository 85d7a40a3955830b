package vn.motcua.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Weighs the documents of an index by the clues of a query. Arrays as long as the index, used again and again: all zeros
 * between two uses, and only what was touched is cleared.
 */
final class Scales {
    /** From so many postings for one document on, seeking beats walking. */
    private static final int SPARSE = 16;
    /** When one document in so many was weighed, walking them all in order beats sorting. */
    private static final int MANY = 32;
    /** So many documents are weighed at a time: what is noted of them stays near the processor. */
    private static final int RANGE = 4_096;

    private final float[] sums;
    private final float[] best;
    private final float[] part;
    /** Places with a part of the meaning, of the clue, of the query. */
    private final int[] inMeaning;

    private final int[] inClue;
    private final int[] inQuery;
    /** By document: one more than its place among the documents that are weighed. */
    private final int[] places;
    /** Room for what is picked out; large arrays of one use each are dear where memory is mapped anew for them. */
    private final int[] picked;

    private final long[] pickedKeys;
    /** The documents that are weighed, by place; null for all, which are their own places. */
    private int[] documents;
    /** The first of a range that is weighed, and the one behind its last. */
    private int from;

    private int to;
    /** The meaning of one term that is being weighed, which has no parts to add up; else null. */
    private Meaning alone;

    private int meaningSize;
    private int clueSize;
    private int querySize;

    Scales(int size) {
        sums = new float[size];
        best = new float[size];
        part = new float[size];
        inMeaning = new int[size];
        inClue = new int[size];
        inQuery = new int[size];
        places = new int[size];
        picked = new int[size];
        pickedKeys = new long[size];
    }

    /** The most that any weighed document reached. */
    float most() {
        float most = 0;
        for (int i = 0; i < querySize; i++) {
            most = Math.max(most, sums[inQuery[i]]);
        }
        return most;
    }

    /** Everything that holds any term. */
    void weigh(Plan plan) {
        weigh(plan, Skipped.none(plan));
    }

    /**
     * Only the first documents. True when {@code enough} of them reach the most that any can: all others stand behind them.
     */
    boolean weighFirst(Plan plan, int enough) {
        weighRange(plan, Skipped.none(plan), 0);
        float most = plan.most();
        return IntStream.range(0, querySize)
                        .filter(i -> sums[inQuery[i]] >= most)
                        .limit(enough)
                        .count()
                == enough;
    }

    /** These documents only, which are in ascending order; the same sums to the last bit. */
    void weigh(Plan plan, int[] among) {
        bound(plan, Skipped.none(plan), among);
    }

    /** By the other terms: what documents may reach at most is their weight and the bound of what was skipped. */
    void bound(Plan plan, Skipped skipped) {
        weigh(plan, skipped);
    }

    /** The same for these documents only. */
    void bound(Plan plan, Skipped skipped, int[] among) {
        documents = among;
        for (int place = 0; place < among.length; place++) {
            places[among[place]] = place + 1;
        }
        weigh(plan, skipped);
    }

    void clear() {
        for (int i = 0; i < querySize; i++) {
            sums[inQuery[i]] = 0;
        }
        querySize = 0;
        if (documents != null) {
            for (int document : documents) {
                places[document] = 0;
            }
            documents = null;
        }
    }

    private void weigh(Plan plan, Skipped skipped) {
        int size = documents == null ? sums.length : 1;
        for (int range = 0; range * RANGE < size; range++) {
            weighRange(plan, skipped, range);
        }
    }

    private void weighRange(Plan plan, Skipped skipped, int range) {
        from = range * RANGE;
        to = from + RANGE;
        for (int c = 0; c < plan.clues().size(); c++) {
            var clue = plan.clues().get(c);
            for (int m = 0; m < clue.meanings().size(); m++) {
                var meaning = clue.meanings().get(m);
                var terms = plan.terms(c, m);
                alone = terms.length == 1 ? meaning : null;
                for (int t = 0; t < terms.length; t++) {
                    if (!skipped.skips(terms[t])) {
                        add(plan.postings(terms[t]), meaning.masses()[t]);
                    }
                }
                settle(meaning, skipped.mass(c, m));
            }
            settle(clue.mass(), skipped.satisfied(c));
        }
    }

    private void add(Postings postings, float mass) {
        if (documents == null) {
            for (int i = postings.seek(from, 0); i < postings.size() && postings.document(i) < to; i++) {
                add(postings.document(i), mass * postings.weight(i));
            }
        } else if (postings.looksUp() && postings.size() > documents.length) {
            lookUp(postings, mass);
        } else if (postings.size() > SPARSE * documents.length) {
            seek(postings, mass);
        } else {
            for (int i = 0; i < postings.size(); i++) {
                int place = places[postings.document(i)];
                if (place > 0) {
                    add(place - 1, mass * postings.weight(i));
                }
            }
        }
    }

    private void lookUp(Postings postings, float mass) {
        for (int place = 0; place < documents.length; place++) {
            float weight = postings.in(documents[place]);
            if (weight > 0) {
                add(place, mass * weight);
            }
        }
    }

    private void seek(Postings postings, float mass) {
        int i = 0;
        for (int place = 0; place < documents.length; place++) {
            i = postings.seek(documents[place], i);
            if (i == postings.size()) {
                return;
            }
            if (postings.document(i) == documents[place]) {
                add(place, mass * postings.weight(i));
            }
        }
    }

    private void add(int place, float mass) {
        if (alone != null) {
            raise(place, Plan.satisfied(alone, mass));
            return;
        }
        if (part[place] == 0) {
            inMeaning[meaningSize++] = place;
        }
        part[place] += mass;
    }

    /** Raises what each document reaches of the clue by this meaning. */
    private void settle(Meaning meaning, float skipped) {
        for (int i = 0; i < meaningSize; i++) {
            int place = inMeaning[i];
            float satisfied = Plan.satisfied(meaning, part[place] + skipped);
            part[place] = 0;
            raise(place, satisfied);
        }
        meaningSize = 0;
    }

    private void raise(int place, float satisfied) {
        if (best[place] == 0) {
            inClue[clueSize++] = place;
        }
        best[place] = Math.max(best[place], satisfied);
    }

    /** Adds what the documents reached of the clue; all of them may have reached {@code skipped} of it. */
    private void settle(float mass, float skipped) {
        for (int i = 0; i < clueSize; i++) {
            int place = inClue[i];
            if (best[place] > skipped) {
                if (sums[place] == 0) {
                    inQuery[querySize++] = place;
                }
                sums[place] += mass * (best[place] - skipped);
            }
            best[place] = 0;
        }
        clueSize = 0;
    }

    private int document(int place) {
        return documents == null ? place : documents[place];
    }

    /** The weighed documents that reached {@code least}, in ascending order. */
    int[] reaching(double least) {
        int count = 0;
        int size = documents == null ? sums.length : documents.length;
        if (querySize > size / MANY) {
            for (int place = 0; place < size; place++) {
                if (sums[place] > 0 && sums[place] >= least) {
                    picked[count++] = document(place);
                }
            }
            return Arrays.copyOf(picked, count);
        }
        for (int i = 0; i < querySize; i++) {
            if (sums[inQuery[i]] >= least) {
                picked[count++] = document(inQuery[i]);
            }
        }
        var found = Arrays.copyOf(picked, count);
        Arrays.sort(found);
        return found;
    }

    /** Keys of the weighed documents that reached {@code least}, as {@link Found#key} makes them, in no order. */
    long[] keys(float least) {
        int count = 0;
        for (int i = 0; i < querySize; i++) {
            float reached = sums[inQuery[i]];
            if (reached >= least) {
                pickedKeys[count++] = Found.key(document(inQuery[i]), reached);
            }
        }
        return Arrays.copyOf(pickedKeys, count);
    }

    /** The documents that reached most, at most so many, in ascending order. */
    int[] likeliest(int count) {
        // All that reach the mark or more; it rises while better ones are seen.
        var keys = new long[2 * count];
        int size = 0;
        float mark = 0;
        for (int i = 0; i < querySize; i++) {
            float reached = sums[inQuery[i]];
            if (reached > mark) {
                keys[size++] = Found.key(document(inQuery[i]), reached);
                if (size == keys.length) {
                    size = Selection.first(keys, count);
                    mark = Found.satisfied(keys[size - 1]);
                }
            }
        }
        keys = Arrays.copyOf(keys, size);
        return Arrays.stream(keys, 0, Selection.first(keys, count))
                .mapToInt(Found::document)
                .sorted()
                .toArray();
    }
}
