package vn.motcua.satisfaction;

import java.util.ArrayDeque;
import java.util.Deque;

/** A tree that grows leaf by leaf and remembers only its largest complete subtrees: its root at any moment. */
final class LedgerWalk {
    private final Deque<byte[]> peaks = new ArrayDeque<>();
    private long size;

    long size() {
        return size;
    }

    void add(byte[] leafHash) {
        var hash = leafHash;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = LedgerTree.node(peaks.pop(), hash);
        }
        peaks.push(hash);
        size++;
    }

    byte[] root() {
        byte[] root = null;
        for (var peak : peaks) {
            root = root == null ? peak : LedgerTree.node(peak, root);
        }
        if (root == null) {
            throw new IllegalStateException("an empty tree");
        }
        return root;
    }
}
