package vn.motcua.feedback;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What lies on a unit's desk, next due first.
 *
 * @param facets of the whole desk; with the first page only
 */
record FeedbackQueue(List<Item> items, String nextCursor, List<Facet> facets) {
    FeedbackQueue {
        items = List.copyOf(items);
    }

    /** One open case. No names: who sent it is seen by opening it. */
    record Item(
            String code,
            FeedbackKind kind,
            FeedbackState state,
            String stateLabel,
            UnitRef agency,
            FeedbackRisk risk,
            LocalDate dueOn,
            OffsetDateTime sentAt,
            Subject subject,
            Track track,
            int reopened,
            String repeatedOf,
            String procedureCode) {}

    /** How many stand so. */
    record Facet(FeedbackRisk risk, String label, long cases) {}
}
