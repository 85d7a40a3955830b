package vn.motcua.search;

import java.util.Arrays;

/** Where a term occurs: documents in ascending order, and for each how much the place of the term says. */
final class Postings {
    private static final float SCALE = 200f;

    private int[] documents = new int[2];
    private byte[] weights = new byte[2];
    private int size;

    void add(int document, float weight) {
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

    void trim() {
        documents = Arrays.copyOf(documents, size);
        weights = Arrays.copyOf(weights, size);
    }

    int size() {
        return size;
    }

    int document(int i) {
        return documents[i];
    }

    float weight(int i) {
        return (weights[i] & 0xFF) / SCALE;
    }

    /** The weight in one document, 0 where the term does not occur. */
    float in(int document) {
        int at = Arrays.binarySearch(documents, 0, size, document);
        return at < 0 ? 0 : weight(at);
    }
}
