package vn.motcua.satisfaction;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Decides which answers of one agency may leave together. A group leaves as a whole, with at least {@value #MINIMUM}
 * answers, and is never divided again. Whatever is asked later, and however often, is a sum of whole groups: no sum or
 * difference of answers can single out fewer than {@value #MINIMUM} people. That is the whole protection; it needs no look
 * at what else is asked.
 *
 * <p>A cell with ten answers leaves at once, with all its attributes. What is left when the month is closed, or when
 * {@value #MANY} have gathered, gives up one attribute after the other (procedure, channel, outcome, field) until ten share
 * the rest, and in the end waits for the next month. A month of which nothing was published yet may do so at once, so that a
 * small agency does not wait for weeks. When somebody leaves depends on how many there are, never on what they answered.
 */
final class Lattice {
    static final int MINIMUM = 10;
    /** So many of one month do not wait until it is closed: the total must not lag behind for the sake of details. */
    static final int MANY = 30;

    /** What is compared at each step, from all attributes to none. */
    private static final List<Function<Cell, List<?>>> STEPS = List.of(
            cell -> List.of(cell.month(), cell.field(), cell.outcome(), cell.channel(), cell.procedure()),
            cell -> List.of(cell.month(), cell.field(), cell.outcome(), cell.channel()),
            cell -> List.of(cell.month(), cell.field(), cell.outcome()),
            cell -> List.of(cell.month(), cell.field()),
            cell -> List.of(cell.month()),
            cell -> List.of());

    private Lattice() {}

    /** Cells that leave together, and what of their attributes is kept. */
    record Group(Cell kept, List<Cell> cells) {
        Group {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param sizes answers in each cell
     * @param mayCoarsen whether the cells of a month may give up attributes now
     */
    static List<Group> leaving(Map<Cell, Long> sizes, Predicate<YearMonth> mayCoarsen) {
        var staying = new ArrayList<>(sizes.keySet());
        var leaving = new ArrayList<Group>();
        leave(STEPS.getFirst(), sizes, month -> true, staying, leaving);
        var left = new HashMap<YearMonth, Long>();
        staying.forEach(cell -> left.merge(cell.month(), sizes.get(cell), Long::sum));
        Predicate<YearMonth> allowed = month -> mayCoarsen.test(month) || left.getOrDefault(month, 0L) >= MANY;
        for (var step : STEPS.subList(1, STEPS.size())) {
            leave(step, sizes, allowed, staying, leaving);
        }
        return leaving;
    }

    private static void leave(
            Function<Cell, List<?>> step,
            Map<Cell, Long> sizes,
            Predicate<YearMonth> allowed,
            List<Cell> staying,
            List<Group> leaving) {
        for (var cells : grouped(staying, step, allowed)) {
            if (cells.stream().mapToLong(sizes::get).sum() >= MINIMUM) {
                leaving.add(new Group(Cell.common(cells), cells));
                staying.removeAll(cells);
            }
        }
    }

    private static Iterable<List<Cell>> grouped(
            List<Cell> cells, Function<Cell, List<?>> step, Predicate<YearMonth> allowed) {
        var groups = new TreeMap<String, List<Cell>>();
        cells.stream()
                .filter(cell -> allowed.test(cell.month()))
                .forEach(cell -> groups.computeIfAbsent(step.apply(cell).toString(), key -> new ArrayList<>())
                        .add(cell));
        return groups.values();
    }
}
