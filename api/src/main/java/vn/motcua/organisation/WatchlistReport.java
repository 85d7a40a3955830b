package vn.motcua.organisation;

import java.util.List;
import java.util.Map;

/** The shape of the answer to an upload, for the contract; {@link WatchReport} writes it. */
record WatchlistReport(
        int lines, Map<String, Integer> counts, int cleared, boolean truncated, List<LineResult> results) {
    /** What became of one line. */
    record LineResult(int line, WatchResult result) {}
}
