package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.satisfaction.LedgerTree.Node;
import vn.motcua.satisfaction.LedgerTree.Range;

/** The tree of RFC 9162, against the standard's recursive definition and the vectors that implementations share. */
class LedgerTreeTest {
    private static final int LARGEST = 70;
    /** Leaves of the test vectors of Certificate Transparency. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @Test
    void theRootsAreThoseOfTheSharedVectors() {
        var roots = Map.of(
                1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        var walk = new LedgerWalk();
        for (var leaf : LEAVES) {
            walk.add(LedgerTree.leaf(HexFormat.of().parseHex(leaf)));
            assertEquals(roots.get((int) walk.size()), HexFormat.of().formatHex(walk.root()), "size " + walk.size());
        }
    }

    @Test
    void everyProofOfEverySizeConvincesAndNoOther() {
        var leaves = leaves(LARGEST);
        var nodes = nodes(leaves);
        for (int size = 1; size <= LARGEST; size++) {
            var root = root(leaves.subList(0, size));
            assertArrayEquals(root, LedgerTree.whole(size).hash(nodes::get), "root of " + size);
            for (int leaf = 0; leaf < size; leaf++) {
                var path = hashes(LedgerTree.inclusion(leaf, size), nodes);
                assertTrue(ProofCheck.included(leaf, size, leaves.get(leaf), path, root), leaf + " in " + size);
                assertFalse(ProofCheck.included(leaf, size, leaves.get((leaf + 1) % LARGEST), path, root));
                assertFalse(ProofCheck.included((leaf + 1) % size, size, leaves.get(leaf), path, root) && size > 1);
            }
            for (int first = 1; first <= size; first++) {
                var before = root(leaves.subList(0, first));
                var path = hashes(LedgerTree.consistency(first, size), nodes);
                assertTrue(ProofCheck.consistent(first, size, before, root, path), first + " to " + size);
                var changed = before.clone();
                changed[0] ^= 1;
                assertFalse(ProofCheck.consistent(first, size, changed, root, path));
            }
        }
    }

    @Test
    void aTreeThatGrowsInStepsIsTheTreeThatGrewAtOnce() {
        var whole = nodes(leaves(LARGEST));
        var grown = new HashMap<Node, byte[]>();
        int size = 0;
        for (int step : new int[] {1, 2, 1, 12, 3, 30, 21}) {
            var entries = new LedgerEntries(size, 0);
            for (int i = 0; i < step; i++) {
                entries.add(new Leaf(Leaf.Type.ATOM, "leaf " + (size + i), null, null));
            }
            var frontier = new HashMap<Node, byte[]>();
            LedgerTree.whole(size).nodes().forEach(node -> frontier.put(node, grown.get(node)));
            grown.putAll(Ledger.grown(entries, frontier));
            size += step;
        }
        assertEquals(LARGEST, size);
        assertEquals(whole.keySet(), grown.keySet());
        whole.forEach((node, hash) -> assertArrayEquals(hash, grown.get(node), node.toString()));
    }

    @Test
    void aProofAtTenMillionLeavesReadsAFewDozenRows() {
        long size = 10_000_003;
        long most = 0;
        for (long leaf = 0; leaf < size; leaf += 99_991) {
            most = Math.max(most, rows(LedgerTree.inclusion(leaf, size)));
        }
        assertTrue(most <= 48, most + " rows for an inclusion");
        assertTrue(rows(LedgerTree.consistency(5_123_457, size)) <= 48);
    }

    @Test
    void thereAreNoProofsOfWhatIsNotThere() {
        assertThrows(IllegalArgumentException.class, () -> LedgerTree.inclusion(5, 5));
        assertThrows(IllegalArgumentException.class, () -> LedgerTree.consistency(6, 5));
        assertThrows(IllegalArgumentException.class, () -> LedgerTree.consistency(0, 5));
    }

    private static long rows(List<Range> path) {
        return path.stream().flatMap(range -> range.nodes().stream()).distinct().count();
    }

    private static List<byte[]> hashes(List<Range> path, Map<Node, byte[]> nodes) {
        return path.stream().map(range -> range.hash(nodes::get)).toList();
    }

    private static List<byte[]> leaves(int n) {
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < n; i++) {
            leaves.add(LedgerTree.leaf("leaf " + i));
        }
        return leaves;
    }

    private static Map<Node, byte[]> nodes(List<byte[]> leaves) {
        var nodes = new HashMap<Node, byte[]>();
        for (int level = 0; 1 << level <= leaves.size(); level++) {
            for (int index = 0; (index + 1) << level <= leaves.size(); index++) {
                nodes.put(new Node(level, index), root(leaves.subList(index << level, (index + 1) << level)));
            }
        }
        return nodes;
    }

    /** 2.1.1, word by word. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return LedgerTree.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }
}
