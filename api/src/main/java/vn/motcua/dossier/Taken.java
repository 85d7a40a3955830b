package vn.motcua.dossier;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a batch.
 *
 * @param accepted events that are new
 * @param duplicates events that were known, by id or by content
 * @param flagged new events whose status does not follow from the one before
 * @param unexplained what the reasons of new events lack, by place
 * @param reused places of events whose id was used for something else before; they were not taken
 */
record Taken(
        int accepted,
        int duplicates,
        int flagged,
        SortedMap<Integer, Set<ReasonPart>> unexplained,
        Set<Integer> reused) {
    static final Taken NOTHING = new Taken(0, 0, 0, new TreeMap<>(), Set.of());

    Taken {
        unexplained = Collections.unmodifiableSortedMap(new TreeMap<>(unexplained));
        reused = Set.copyOf(reused);
    }
}
