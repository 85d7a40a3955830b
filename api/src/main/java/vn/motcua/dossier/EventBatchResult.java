package vn.motcua.dossier;

import java.util.List;

/** What became of each event of a batch. */
record EventBatchResult(int accepted, int duplicates, int flagged, List<RejectedEvent> rejected) {
    EventBatchResult {
        rejected = List.copyOf(rejected);
    }
}
