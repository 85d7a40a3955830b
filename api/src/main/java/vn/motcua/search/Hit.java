package vn.motcua.search;

import java.util.Comparator;

/** A found document and its score, which is comparable within one query only. */
public record Hit(int document, float score) {
    static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingDouble((Hit hit) -> -hit.score).thenComparingInt(Hit::document);
}
