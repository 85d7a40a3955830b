package vn.motcua.dossier;

import java.util.List;

/** One page of what came near or passed, newest first, and how it stands now. */
record DeadlineEventPage(Counts counts, List<DeadlineEvent> items, String nextCursor) {
    /** Dossiers in work, of the events of the last year: {@code dueSoon} are still in time, {@code overdue} are not. */
    record Counts(int dueSoon, int overdue) {}

    DeadlineEventPage {
        items = List.copyOf(items);
    }
}
