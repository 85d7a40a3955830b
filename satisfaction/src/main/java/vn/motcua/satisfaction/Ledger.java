package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ledger: what became of every rating, in an order that only grows. Whoever appends does it in the transaction that
 * changes the tables: a mixing cannot be committed without its leaves, nor leaves without their mixing. Append before any
 * resting rating is locked, as the mixing does: whoever does it the other way round may wait in a ring.
 */
@Singleton
class Ledger {
    private final LedgerStore store;

    Ledger(LedgerStore store) {
        this.store = store;
    }

    /** Begins to append; until the transaction ends nobody else does. The first of all writes down what was there before. */
    Uni<LedgerEntries> open(SqlConnection transaction) {
        return store.open(transaction)
                .chain(entries -> entries.size() > 0
                        ? Uni.createFrom().item(entries)
                        : store.before(transaction)
                                .invoke(before ->
                                        entries.add(Leaf.begin(entries.atoms(), before.ratings(), before.waiting())))
                                .chain(() -> Atoms.lines(transaction, 0, entries.atoms()))
                                .invoke(lines -> lines.forEach(line -> entries.add(Leaf.atom(line))))
                                .replaceWith(entries));
    }

    /** Appends what was gathered, and the atoms that were published meanwhile. */
    Uni<Void> close(SqlConnection transaction, LedgerEntries entries) {
        return Atoms.lines(transaction, entries.atoms(), Long.MAX_VALUE)
                .invoke(lines -> lines.forEach(line -> entries.add(Leaf.atom(line))))
                .chain(() -> entries.leaves().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : store.nodes(
                                        transaction,
                                        LedgerTree.whole(entries.size()).nodes())
                                .chain(frontier -> store.insert(transaction, entries, grown(entries, frontier))));
    }

    /**
     * That a batch which was set aside counts from now on, or never, and why. What it publishes is published in the same
     * transaction, between {@link #open} and {@link #close}.
     */
    void decide(LedgerEntries entries, long batch, boolean released, String reason) {
        entries.add(Leaf.decision(released ? Leaf.Type.RELEASED : Leaf.Type.REJECTED, batch, reason));
    }

    /** The subtrees that the new leaves complete, each hashed once. */
    static Map<LedgerTree.Node, byte[]> grown(LedgerEntries entries, Map<LedgerTree.Node, byte[]> frontier) {
        var grown = new LinkedHashMap<LedgerTree.Node, byte[]>();
        long index = entries.size();
        for (var leaf : entries.leaves()) {
            var node = new LedgerTree.Node(0, index++);
            var hash = LedgerTree.leaf(leaf.text());
            grown.put(node, hash);
            while (node.isRight()) {
                var left = node.sibling();
                hash = LedgerTree.node(grown.containsKey(left) ? grown.get(left) : frontier.get(left), hash);
                node = node.parent();
                grown.put(node, hash);
            }
        }
        return grown;
    }
}
