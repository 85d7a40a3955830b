package vn.motcua.search;

import java.util.Arrays;
import java.util.List;

/**
 * What a query found. The first hits are in order from the start; the others are put in order when somebody turns that far.
 * For one thread.
 */
public final class Found {
    static final Found NOTHING = new Found(List.of(), new long[0], 1, true);

    private final List<Hit> first;
    /** All hits as {@link #key}, the first ones at the beginning; as long as these when only they were asked for. */
    private final long[] keys;

    private final float whole;
    private final boolean complete;
    private boolean ordered;

    Found(List<Hit> first, long[] keys, float whole, boolean complete) {
        this.first = first;
        this.keys = keys;
        this.whole = whole;
        this.complete = complete;
    }

    public int size() {
        return keys.length;
    }

    /** False when only the first hits were asked for, and there may be more. */
    public boolean complete() {
        return complete;
    }

    /** The hit at this rank, from 0. */
    public Hit hit(int rank) {
        if (rank < first.size()) {
            return first.get(rank);
        }
        if (!ordered) {
            Arrays.sort(keys, first.size(), keys.length);
            ordered = true;
        }
        long key = keys[rank];
        return new Hit(document(key), satisfied(key) / whole);
    }

    /** All found documents, in no order. */
    public int[] documents() {
        var documents = new int[size()];
        for (int i = 0; i < documents.length; i++) {
            documents[i] = document(keys[i]);
        }
        return documents;
    }

    /** A number that sorts by what is satisfied, most first, then by document. */
    static long key(int document, float satisfied) {
        long descending = Integer.MAX_VALUE - Float.floatToIntBits(satisfied);
        return descending << Integer.SIZE | document;
    }

    static int document(long key) {
        return (int) key;
    }

    static float satisfied(long key) {
        return Float.intBitsToFloat(Integer.MAX_VALUE - (int) (key >>> Integer.SIZE));
    }
}
