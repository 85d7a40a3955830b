package vn.motcua.satisfaction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The arithmetic of the Merkle tree of RFC 9162: which complete subtrees make a root or a proof, and how they are hashed. It
 * knows no database; {@link Node}s are looked up by whoever has them.
 */
final class LedgerTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private LedgerTree() {}

    /** A complete subtree of 2^level leaves; {@code index} counts those of its level from the left. */
    record Node(int level, long index) {
        Node parent() {
            return new Node(level + 1, index >> 1);
        }

        Node sibling() {
            return new Node(level, index ^ 1);
        }

        boolean isRight() {
            return (index & 1) == 1;
        }
    }

    /** Leaves from {@code from} on, up to but without {@code to}, that are a subtree of some tree. */
    record Range(long from, long to) {
        /** Its complete subtrees from left to right. */
        List<Node> nodes() {
            var nodes = new ArrayList<Node>();
            for (long at = from; at < to; ) {
                int level = 63 - Long.numberOfLeadingZeros(to - at);
                nodes.add(new Node(level, at >> level));
                at += 1L << level;
            }
            return nodes;
        }

        /** Its hash: the last subtree is joined to the one before it, and so on. */
        byte[] hash(Function<Node, byte[]> hashes) {
            var nodes = nodes();
            var hash = hashes.apply(nodes.getLast());
            for (int i = nodes.size() - 2; i >= 0; i--) {
                hash = LedgerTree.node(hashes.apply(nodes.get(i)), hash);
            }
            return hash;
        }
    }

    static byte[] leaf(String leaf) {
        return leaf(leaf.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] leaf(byte[] leaf) {
        var digest = sha256();
        digest.update(LEAF);
        return digest.digest(leaf);
    }

    static byte[] node(byte[] left, byte[] right) {
        var digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    static Range whole(long size) {
        return new Range(0, size);
    }

    /** RFC 9162, 2.1.3.1: the subtrees beside the way from a leaf to the root of a tree of this size, lowest first. */
    static List<Range> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("no such leaf");
        }
        var path = new ArrayList<Range>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = middle(from, to);
            if (leaf < middle) {
                path.addFirst(new Range(middle, to));
                to = middle;
            } else {
                path.addFirst(new Range(from, middle));
                from = middle;
            }
        }
        return path;
    }

    /** RFC 9162, 2.1.4.1: the subtrees from which both roots can be made, the smaller tree's and the larger one's. */
    static List<Range> consistency(long first, long second) {
        if (first < 1 || first > second) {
            throw new IllegalArgumentException("no smaller tree");
        }
        var path = new ArrayList<Range>();
        long from = 0;
        long to = second;
        boolean known = true;
        while (first < to) {
            long middle = middle(from, to);
            if (first <= middle) {
                path.addFirst(new Range(middle, to));
                to = middle;
            } else {
                path.addFirst(new Range(from, middle));
                from = middle;
                known = false;
            }
        }
        if (!known) {
            path.addFirst(new Range(from, to));
        }
        return path;
    }

    /** The largest power of two below the number of leaves stands on the left. */
    private static long middle(long from, long to) {
        return from + Long.highestOneBit(to - from - 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
