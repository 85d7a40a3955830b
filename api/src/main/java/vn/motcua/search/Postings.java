package vn.motcua.search;

import java.util.Arrays;

/** Where a term occurs: documents in ascending order, and for each how much the place of the term says. */
final class Postings {
    private static final float SCALE = 200f;
    private static final float[] WEIGHTS = new float[1 << Byte.SIZE];

    static {
        for (int i = 0; i < WEIGHTS.length; i++) {
            WEIGHTS[i] = i / SCALE;
        }
    }

    /** A term of one document in so many is also kept by document, a byte for each. */
    private static final int OFTEN = 32;

    private int[] documents = new int[2];
    private byte[] weights = new byte[2];
    private int size;
    private byte greatest;
    private byte[] byDocument;

    void add(int document, float weight) {
        greatest = (byte) Math.max(greatest & 0xFF, Math.round(weight * SCALE));
        if (size > 0 && documents[size - 1] == document) {
            weights[size - 1] = (byte) Math.max(weights[size - 1] & 0xFF, Math.round(weight * SCALE));
            return;
        }
        if (size == documents.length) {
            documents = Arrays.copyOf(documents, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
        }
        documents[size] = document;
        weights[size++] = (byte) Math.round(weight * SCALE);
    }

    /** Nothing is added any more to an index of {@code all} documents. */
    void trim(int all) {
        documents = Arrays.copyOf(documents, size);
        weights = Arrays.copyOf(weights, size);
        if (size > all / OFTEN) {
            byDocument = new byte[all];
            for (int i = 0; i < size; i++) {
                byDocument[documents[i]] = weights[i];
            }
        }
    }

    /** Whether {@link #in} is a single look. */
    boolean looksUp() {
        return byDocument != null;
    }

    int size() {
        return size;
    }

    /** The greatest weight in any document. */
    float greatest() {
        return WEIGHTS[greatest & 0xFF];
    }

    int document(int i) {
        return documents[i];
    }

    float weight(int i) {
        return WEIGHTS[weights[i] & 0xFF];
    }

    /** The first place from {@code from} on that holds {@code document} or a later one: found in few steps when it is near. */
    int seek(int document, int from) {
        int step = 1;
        int low = from;
        int high = from;
        while (high < size && documents[high] < document) {
            low = high + 1;
            high += step;
            step <<= 1;
        }
        high = Math.min(high, size);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (documents[middle] < document) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The weight in one document, 0 where the term does not occur. */
    float in(int document) {
        if (byDocument != null) {
            return WEIGHTS[byDocument[document] & 0xFF];
        }
        int at = Arrays.binarySearch(documents, 0, size, document);
        return at < 0 ? 0 : weight(at);
    }
}
