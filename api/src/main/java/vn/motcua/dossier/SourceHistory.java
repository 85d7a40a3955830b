package vn.motcua.dossier;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one system said of one dossier so far. The national shape has versions of a record and no events: what is new in a
 * version is what differs from this, never from what other systems said.
 *
 * @param said in the order of the fold
 */
record SourceHistory(List<Said> said) {
    static final SourceHistory NOTHING = new SourceHistory(List.of());

    SourceHistory {
        said = List.copyOf(said);
    }

    /** @param due the date that was given with it, null for none */
    record Said(DossierStatus status, OffsetDateTime at, OffsetDateTime due) {
        private static final Comparator<Said> ORDER = Comparator.<Said, Instant>comparing(
                        said -> said.at().toInstant())
                .thenComparing(Said::status);

        static Said read(Row row) {
            var due = row.getString("due");
            return new Said(
                    DossierRows.status(row.getInteger("status")),
                    row.getOffsetDateTime("occurred_at"),
                    due == null ? null : OffsetDateTime.parse(due));
        }

        static Said of(CheckedEvent event) {
            return new Said(event.status(), event.occurredAt(), event.facts().dueAt());
        }

        /** Whether both are the same step, whatever date was given with it. */
        boolean isSameStep(Said other) {
            return other != null && ORDER.compare(this, other) == 0;
        }
    }

    SourceHistory and(List<CheckedEvent> events) {
        var all = new ArrayList<>(said);
        events.stream().map(Said::of).forEach(all::add);
        all.sort(Said.ORDER);
        return new SourceHistory(all);
    }

    /** Whether nothing was said of this step or of the time after it. */
    boolean isNews(Said step) {
        return step != null && (said.isEmpty() || Said.ORDER.compare(step, said.getLast()) > 0);
    }

    /** What stands last, with this step; null for nothing at all. */
    Said last(Said step) {
        return isNews(step) || said.isEmpty() ? step : said.getLast();
    }

    boolean isAfter(OffsetDateTime time) {
        return !said.isEmpty() && said.getLast().at().isAfter(time);
    }

    /** The date that was given last. */
    Optional<OffsetDateTime> due() {
        return said.reversed().stream().map(Said::due).filter(Objects::nonNull).findFirst();
    }

    /** Whether this step was told with this date. */
    boolean told(Said step, OffsetDateTime due) {
        return said.stream()
                .anyMatch(s -> s.isSameStep(step) && s.due() != null && s.due().isEqual(due));
    }
}
