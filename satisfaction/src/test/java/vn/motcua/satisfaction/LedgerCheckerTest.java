package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.satisfaction.LedgerChecker.Finding;
import vn.motcua.satisfaction.LedgerChecker.Kind;

/** What an insider with the service's own code, and its key, could write, and what even then does not fit. */
class LedgerCheckerTest {
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-11-20T10:00:00+07:00");

    private final List<String> leaves = new ArrayList<>();
    private final List<TreeHead> heads = new ArrayList<>();

    @Test
    void aWholeMixingFits() {
        begin(0);
        mix(10, 10, "2026-11-20");
        sign(FIRST);
        mix(12, 12, "2026-11-21");
        sign(FIRST.plusDays(1));
        assertEquals(List.of(), kinds());
    }

    @Test
    void anAtomThatCountsMoreOrFewerThanThereAreRatingsIsFound() {
        begin(0);
        mix(10, 13, "2026-11-20");
        sign(FIRST);
        mix(20, 17, "2026-11-20");
        sign(FIRST.plusHours(1));
        mix(20, 19, "2026-11-20");
        sign(FIRST.plusHours(2));
        assertEquals(List.of(Kind.ATOM_SUM, Kind.ATOM_SUM, Kind.ATOM_SUM), kinds());
    }

    @Test
    void anAtomThatIsBackDatedOrDatedAheadIsFound() {
        begin(0);
        mix(10, 10, "2026-11-20");
        sign(FIRST);
        mix(10, 10, "2026-11-19");
        sign(FIRST.plusDays(1));
        mix(10, 10, "2026-11-30");
        sign(FIRST.plusDays(2));
        assertEquals(List.of(Kind.ATOM_DAY, Kind.ATOM_DAY), kinds());
    }

    @Test
    void batchesHaveTheRatingsTheyTellAndTenAtLeast() {
        begin(0);
        leaves.add(batch(leaves.size(), 10));
        ratings(leaves.size() - 1, 9);
        leaves.add(batch(leaves.size(), 10));
        ratings(leaves.size() - 1, 11);
        leaves.add(batch(leaves.size(), 9));
        ratings(leaves.size() - 1, 9);
        assertEquals(List.of(Kind.BATCH_SIZE, Kind.BATCH_SIZE, Kind.BATCH_SIZE), kinds());
    }

    @Test
    void atomsAreNumberedWithoutGaps() {
        begin(0);
        mix(10, 10, "2026-11-20");
        leaves.add(Leaf.atom(atom(7, 0, "2026-11-20", "ACCESS")).text());
        assertEquals(List.of(Kind.ATOM_NUMBER), kinds());
    }

    @Test
    void whatWasPublishedBeforeTheLedgerNeedsNoLeaves() {
        leaves.add(Leaf.begin(1, 40, 4).text());
        leaves.add(Leaf.atom(atom(1, 40, "2026-10-01", "OVERALL")).text());
        leaves.add(batch(leaves.size(), 10));
        ratings(leaves.size() - 1, 10);
        leaves.add(Leaf.atom(atom(2, 14, "2026-11-20", "OVERALL")).text());
        sign(FIRST);
        assertEquals(List.of(), kinds());
    }

    @Test
    void whatIsSetAsideCountsWhenItIsReleasedAndIsDecidedOnce() {
        begin(0);
        var setAside = batch(1, 10).replace("\"BATCH\"", "\"SET_ASIDE\"");
        leaves.add(setAside);
        ratings(1, 10);
        sign(FIRST);
        leaves.add(Leaf.decision(Leaf.Type.RELEASED, 1, "looked at").text());
        leaves.add(Leaf.atom(atom(1, 10, "2026-11-20", "OVERALL")).text());
        sign(FIRST.plusHours(1));
        assertEquals(List.of(), kinds());
        leaves.add(Leaf.decision(Leaf.Type.REJECTED, 1, "looked at again").text());
        assertEquals(List.of(Kind.STRUCTURE), kinds());
    }

    @Test
    void aHeadOfAnotherTreeIsFound() {
        begin(0);
        mix(10, 10, "2026-11-20");
        sign(FIRST);
        leaves.set(3, leaves.get(3).replace("\"commitment\":\"A", "\"commitment\":\"B"));
        assertEquals(List.of(Kind.ROOT), kinds());
    }

    private void begin(long atoms) {
        leaves.add(Leaf.begin(atoms, 0, 0).text());
    }

    private void mix(int ratings, int counted, String day) {
        leaves.add(batch(leaves.size(), ratings));
        ratings(leaves.size() - 1, ratings);
        long atoms = leaves.stream().filter(leaf -> leaf.contains("\"ATOM\"")).count();
        leaves.add(Leaf.atom(atom(atoms + 1, counted, day, "OVERALL")).text());
    }

    private void ratings(long batch, int n) {
        IntStream.range(0, n)
                .forEach(i -> leaves.add(Leaf.rating(batch, new Leaf.Stamp(new byte[16], new byte[32]))
                        .text()));
    }

    private static String batch(long index, int n) {
        var cell = new Cell(YearMonth.of(2026, 11), "F", "P", "RETURNED", "ONLINE");
        return Leaf.batch(index, new Mixer.Pile("SHORT", 1, "H44"), cell, n, null, new byte[32])
                .text();
    }

    private static String atom(long id, int n, String day, String item) {
        return "%d,%s,SHORT,1,H44,2026-11,F,P,RETURNED,ONLINE,%s,%s,0,0,0,0,%d".formatted(id, day, item, item, n);
    }

    private void sign(OffsetDateTime at) {
        var walk = new LedgerWalk();
        leaves.forEach(leaf -> walk.add(LedgerTree.leaf(leaf)));
        heads.add(new TreeHead(walk.size(), LeafSecret.text(walk.root()), at, "key", "signature"));
    }

    private List<Kind> kinds() {
        var checker = new LedgerChecker(heads);
        leaves.forEach(checker::leaf);
        checker.end();
        return checker.findings().stream().map(Finding::kind).toList();
    }
}
