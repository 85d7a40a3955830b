package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommentBatchesTest {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Test
    void aMonthLeavesWithTenAndWaitsWithNine() {
        assertEquals(List.of(), ready(Map.of(NOVEMBER, 9L)));
        assertEquals(List.of(List.of(NOVEMBER)), ready(Map.of(NOVEMBER, 10L)));
    }

    @Test
    void whatIsLeftOfAClosedMonthJoinsTheNext() {
        assertEquals(List.of(List.of(OCTOBER, NOVEMBER)), ready(Map.of(OCTOBER, 4L, NOVEMBER, 6L)));
        assertEquals(List.of(), ready(Map.of(OCTOBER, 4L, NOVEMBER, 5L)));
        assertEquals(
                List.of(List.of(OCTOBER), List.of(SEPTEMBER, NOVEMBER)),
                ready(Map.of(SEPTEMBER, 3L, OCTOBER, 12L, NOVEMBER, 7L)));
    }

    @Test
    void partsAreTenToNineteenAndHoldEverything() {
        for (int n = 10; n < 200; n++) {
            var all = IntStream.range(0, n).boxed().toList();
            var parts = CommentBatches.divided(all);
            assertTrue(parts.stream().allMatch(part -> part.size() >= 10 && part.size() <= 19), "of " + n);
            assertEquals(all, parts.stream().flatMap(List::stream).toList());
        }
    }

    /** Whatever topic is asked for: groups of ten or more, of whole batches, in order, and never a smaller rest. */
    @Test
    void whateverIsFilteredIsReadTenAtATime() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var rows = new ArrayList<CommentGroups.Row>();
            for (int batch = 1; batch <= random.nextInt(12); batch++) {
                for (int i = random.nextInt(20); i > 0; i--) {
                    rows.add(new CommentGroups.Row(
                            batch, "H44.0" + batch % 3, OCTOBER, new Comment("c" + rows.size(), List.of("WAITING"))));
                }
            }
            var groups = CommentGroups.of(rows, Integer.MAX_VALUE);
            assertTrue(groups.stream().allMatch(group -> group.comments().size() >= 10), "seed " + seed);
            var shown =
                    groups.stream().flatMap(group -> group.comments().stream()).toList();
            assertEquals(
                    rows.stream().map(CommentGroups.Row::comment).toList().subList(0, shown.size()),
                    shown,
                    "seed " + seed);
            assertTrue(rows.size() - shown.size() < 10, "seed " + seed);
        }
    }

    @Test
    void aGroupOfSeveralUnitsIsNamedAfterTheAgencyAboveThem() {
        var rows = new ArrayList<CommentGroups.Row>();
        for (int i = 0; i < 10; i++) {
            rows.add(new CommentGroups.Row(
                    i / 5,
                    i < 5 ? "H44.07.1" : "H44.07.2",
                    i < 5 ? OCTOBER : NOVEMBER,
                    new Comment("x", List.of("A"))));
        }
        var group = CommentGroups.of(rows, 1).getFirst();
        assertEquals("H44.07", group.agency());
        assertEquals(NOVEMBER, group.month());
    }

    private static List<List<YearMonth>> ready(Map<YearMonth, Long> waiting) {
        return CommentBatches.ready(new TreeMap<>(waiting), NOVEMBER);
    }
}
