package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which ratings leave together, and what is kept of their attributes. */
class LatticeTest {
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    @Test
    void nineStayAndTenLeaveWithAllTheirAttributes() {
        var cell = cell("F1", "P1", "RETURNED", "ONLINE");
        assertEquals(List.of(), Lattice.leaving(Map.of(cell, 9L), month -> true));
        assertEquals(
                List.of(new Lattice.Group(cell, List.of(cell))), Lattice.leaving(Map.of(cell, 10L), month -> false));
    }

    @Test
    void theProcedureIsGivenUpFirst() {
        var one = cell("F1", "P1", "RETURNED", "ONLINE");
        var other = cell("F1", "P2", "RETURNED", "ONLINE");
        var groups = Lattice.leaving(Map.of(one, 4L, other, 6L), month -> true);
        assertEquals(cell("F1", "*", "RETURNED", "ONLINE"), groups.getFirst().kept());
        assertEquals(List.of(), Lattice.leaving(Map.of(one, 4L, other, 6L), month -> false), "not before it is closed");
    }

    @Test
    void thirtyOfAMonthDoNotWaitUntilItIsClosed() {
        var sizes = new HashMap<Cell, Long>();
        for (int i = 0; i < 4; i++) {
            sizes.put(cell("F" + i / 2, "P" + i, "RETURNED", "ONLINE"), i == 3 ? 8L : 7L);
        }
        assertEquals(List.of(), Lattice.leaving(sizes, month -> false), "29");
        sizes.put(cell("F9", "P9", "REFUSED", "DIRECT"), 1L);
        assertEquals(
                List.of(cell("F0", "*", "RETURNED", "ONLINE"), cell("F1", "*", "RETURNED", "ONLINE")),
                Lattice.leaving(sizes, month -> false).stream()
                        .map(Lattice.Group::kept)
                        .toList());
    }

    @Test
    void whatAllShareIsKeptHoweverLittleElseTheyShare() {
        var one = cell("F1", "P1", "RETURNED", "ONLINE");
        var other = cell("F2", "P2", "REFUSED", "ONLINE");
        var groups = Lattice.leaving(Map.of(one, 5L, other, 5L), month -> true);
        assertEquals(cell("*", "*", "*", "ONLINE"), groups.getFirst().kept());
    }

    @Test
    void aSmallAgencyIsCountedInTheMonthInWhichTenAreTogether() {
        var may = new Cell(MAY, "F1", "P1", "RETURNED", "ONLINE");
        var june = new Cell(MAY.plusMonths(1), "F1", "P1", "RETURNED", "ONLINE");
        var groups = Lattice.leaving(Map.of(may, 6L, june, 5L), month -> true);
        assertEquals(List.of(june), groups.stream().map(Lattice.Group::kept).toList());
    }

    @Test
    void whateverComesNobodyLeavesTwiceAndNoGroupIsSmallerThanTen() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var sizes = new HashMap<Cell, Long>();
            for (int i = random.nextInt(30); i > 0; i--) {
                sizes.put(anyCell(random), 1L + random.nextInt(14));
            }
            var closed = MAY.plusMonths(random.nextInt(3));
            var left = new HashSet<Cell>();
            for (var group : Lattice.leaving(sizes, month -> month.isBefore(closed))) {
                var size = group.cells().stream().mapToLong(sizes::get).sum();
                assertTrue(size >= Lattice.MINIMUM, "seed " + seed);
                for (var cell : group.cells()) {
                    assertTrue(left.add(cell), "seed " + seed);
                    assertTrue(covers(group.kept(), cell), "seed " + seed);
                }
            }
            var staying = sizes.entrySet().stream()
                    .filter(e -> !left.contains(e.getKey()))
                    .filter(e -> e.getKey().month().isBefore(closed))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            assertTrue(staying < Lattice.MINIMUM, "of closed months fewer than ten stay; seed " + seed);
        }
    }

    private static boolean covers(Cell kept, Cell cell) {
        return !cell.month().isAfter(kept.month())
                && List.of("*", cell.field()).contains(kept.field())
                && List.of("*", cell.procedure()).contains(kept.procedure())
                && List.of("*", cell.outcome()).contains(kept.outcome())
                && List.of("*", cell.channel()).contains(kept.channel());
    }

    private static Cell anyCell(Random random) {
        return new Cell(
                MAY.plusMonths(random.nextInt(3)),
                "F" + random.nextInt(3),
                "P" + random.nextInt(4),
                random.nextInt(4) == 0 ? "REFUSED" : "RETURNED",
                random.nextBoolean() ? "ONLINE" : "DIRECT");
    }

    private static Cell cell(String field, String procedure, String outcome, String channel) {
        return new Cell(MAY, field, procedure, outcome, channel);
    }
}
