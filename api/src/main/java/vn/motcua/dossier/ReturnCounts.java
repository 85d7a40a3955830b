package vn.motcua.dossier;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import vn.motcua.openapi.DossierCode;

/**
 * Counts refusals, supplement requests and stops by agency and month, and those without a reason. What a batch adds is what
 * the dossier's steps are now less what they were without the batch, so the sums follow from the events alone: a reason that
 * comes later explains the step, and the order of arrival does not matter.
 */
@Singleton
class ReturnCounts {
    private static final int SLOTS = 16;

    private static final String RAISE = """
            insert into dossier.return_count as c (agency, month, slot, returns, unexplained)
            select agency, month, $1, returns, unexplained
            from unnest($2::text[], $3::int4[], $4::int4[], $5::int4[]) as n (agency, month, returns, unexplained)
            order by month, agency
            on conflict (month, agency, slot)
            do update set returns = c.returns + excluded.returns, unexplained = c.unexplained + excluded.unexplained
            """;

    /** What a batch changes in one cell. */
    record Change(String agency, int month, int returns, int unexplained) {}

    private record Cell(int month, String agency) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return month != other.month ? Integer.compare(month, other.month) : agency.compareTo(other.agency);
        }
    }

    static List<Change> changes(Collection<StoredEvent> events, Folded now, FoldRules rules) {
        if (events.stream().noneMatch(event -> ReasonCheck.isReturn(event.status()))) {
            return List.of();
        }
        var changes = new ArrayList<Change>();
        add(changes, now, 1);
        var before = events.stream().filter(event -> !event.fresh()).toList();
        if (!before.isEmpty()) {
            add(changes, DossierFold.fold(before, rules), -1);
        }
        return changes;
    }

    private static void add(List<Change> changes, Folded dossier, int sign) {
        for (var step : dossier.timeline()) {
            if (ReasonCheck.isReturn(step.status())) {
                var agency = step.agency() != null ? step.agency() : agency(dossier.code());
                int month = EventMonth.of(YearMonth.from(Deadline.date(step.occurredAt())));
                changes.add(new Change(agency, month, sign, step.reasonMissing() ? sign : 0));
            }
        }
    }

    private static String agency(String code) {
        return DossierCode.parse(code).orElseThrow().agencyLeftToRight().value();
    }

    Uni<Void> raise(SqlConnection tx, List<Change> changes) {
        var cells = new ArrayList<Change>();
        changes.stream()
                .collect(groupingBy(c -> new Cell(c.month(), c.agency()), TreeMap::new, toList()))
                .forEach((cell, all) -> sum(cell, all, cells));
        if (cells.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(RAISE)
                .execute(Tuple.tuple()
                        .addShort((short) ThreadLocalRandom.current().nextInt(SLOTS))
                        .addArrayOfString(cells.stream().map(Change::agency).toArray(String[]::new))
                        .addArrayOfInteger(cells.stream().map(Change::month).toArray(Integer[]::new))
                        .addArrayOfInteger(cells.stream().map(Change::returns).toArray(Integer[]::new))
                        .addArrayOfInteger(
                                cells.stream().map(Change::unexplained).toArray(Integer[]::new)))
                .replaceWithVoid();
    }

    private static void sum(Cell cell, List<Change> all, List<Change> cells) {
        int returns = all.stream().mapToInt(Change::returns).sum();
        int unexplained = all.stream().mapToInt(Change::unexplained).sum();
        if (returns != 0 || unexplained != 0) {
            cells.add(new Change(cell.agency(), cell.month(), returns, unexplained));
        }
    }
}
