package vn.motcua.dossier;

import java.util.List;

/** What became of each event of a batch. */
record EventBatchResult(
        int accepted, int duplicates, int flagged, List<UnexplainedEvent> reasonMissing, List<RejectedEvent> rejected) {
    EventBatchResult {
        reasonMissing = List.copyOf(reasonMissing);
        rejected = List.copyOf(rejected);
    }
}
