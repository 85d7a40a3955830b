package vn.motcua.dossier;

import static java.util.Comparator.comparingLong;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.motcua.agency.Agencies;
import vn.motcua.dossier.UnexplainedReturns.UnexplainedCell;

/**
 * The public figure of unexplained returns. Small cells are hidden as in the scores of satisfaction: a cell under ten, and
 * the next smallest ones until nothing can be computed from the total.
 */
@Singleton
class ReturnFigures {
    static final int MINIMUM = 10;
    private static final int MAX_CELLS = 5_000;

    /** $1 is null for the whole country. One more cell than is shown tells that there are more. */
    private static final String CELLS = """
            select agency, month, sum(returns)::int8 as returns, sum(unexplained)::int8 as unexplained
            from dossier.return_count
            where month between $2 and $3 and ($1::text is null or agency = $1 or starts_with(agency, $1 || '.'))
            group by month, agency
            having sum(returns) > 0
            order by month, agency
            limit 5001
            """;

    private final Pool pool;
    private final Agencies agencies;

    /** One sum of counters. */
    record Cell(String agency, int month, long n, long unexplained) {}

    ReturnFigures(Pool pool, Agencies agencies) {
        this.pool = pool;
        this.agencies = agencies;
    }

    Uni<UnexplainedReturns> of(ReturnPeriod period) {
        var agency = period.agency() == null ? null : period.agency().value();
        return pool.preparedQuery(CELLS)
                .execute(Tuple.of(agency, EventMonth.of(period.from()), EventMonth.of(period.to())))
                .map(ReturnFigures::cells)
                .map(this::answer);
    }

    private static List<Cell> cells(RowSet<Row> rows) {
        return rows.stream()
                .map(row -> new Cell(
                        row.getString("agency"),
                        row.getInteger("month"),
                        row.getLong("returns"),
                        row.getLong("unexplained")))
                .toList();
    }

    private UnexplainedReturns answer(List<Cell> all) {
        var shown = all.subList(0, Math.min(all.size(), MAX_CELLS));
        var hidden = hidden(shown);
        long n = shown.stream().mapToLong(Cell::n).sum();
        long unexplained = shown.stream().mapToLong(Cell::unexplained).sum();
        var total = n < MINIMUM
                ? new UnexplainedCell(null, null, true, null, null)
                : new UnexplainedCell(null, null, false, n, share(unexplained, n));
        return new UnexplainedReturns(
                total,
                shown.stream().map(cell -> shown(cell, hidden.contains(cell))).toList(),
                all.size() > MAX_CELLS);
    }

    private UnexplainedCell shown(Cell cell, boolean hidden) {
        var agency = new AgencyRef(cell.agency(), agencies.name(cell.agency()));
        var month = "%04d-%02d".formatted(cell.month() / 100, cell.month() % 100);
        return hidden
                ? new UnexplainedCell(agency, month, true, null, null)
                : new UnexplainedCell(agency, month, false, cell.n(), share(cell.unexplained(), cell.n()));
    }

    /** What the hidden cells hold together must be nothing, or at least the minimum from at least two cells. */
    static Set<Cell> hidden(List<Cell> cells) {
        var hidden = new HashSet<Cell>();
        cells.stream().filter(cell -> cell.n() < MINIMUM).forEach(hidden::add);
        var others = cells.stream()
                .filter(cell -> cell.n() >= MINIMUM)
                .sorted(comparingLong(Cell::n).thenComparing(Cell::agency).thenComparingInt(Cell::month))
                .iterator();
        long remainder = hidden.stream().mapToLong(Cell::n).sum();
        while (!hidden.isEmpty() && (remainder < MINIMUM || hidden.size() < 2) && others.hasNext()) {
            var next = others.next();
            hidden.add(next);
            remainder += next.n();
        }
        return hidden;
    }

    private static double share(long unexplained, long n) {
        return Math.round(unexplained * 10_000.0 / n) / 100.0;
    }
}
