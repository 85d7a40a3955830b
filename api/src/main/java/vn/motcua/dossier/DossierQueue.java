package vn.motcua.dossier;

import java.util.List;

/** One page of an agency's queue; the numbers come with the first page only. */
record DossierQueue(List<QueueItem> items, String nextCursor, QueueFacets facets) {
    DossierQueue {
        items = List.copyOf(items);
    }
}
