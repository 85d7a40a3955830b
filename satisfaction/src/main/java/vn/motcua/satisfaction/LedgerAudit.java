package vn.motcua.satisfaction;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.satisfaction.LedgerChecker.Kind;

/**
 * Reads the whole ledger below its newest head and compares it with everything that it speaks of: stored hashes, signatures,
 * atoms, ratings, boards. Whoever changes a table by hand is found here, even if every trigger was switched off.
 */
@Singleton
class LedgerAudit {
    private static final int PAGE = 5_000;

    private final Pool pool;
    private final LedgerReads reads;
    private final LedgerStore store;
    private final LedgerAuditStore tables;
    private final LedgerSigner signer;

    LedgerAudit(Pool pool, LedgerReads reads, LedgerStore store, LedgerAuditStore tables, LedgerSigner signer) {
        this.pool = pool;
        this.reads = reads;
        this.store = store;
        this.tables = tables;
        this.signer = signer;
    }

    /** Audits once a day, in one of all replicas; empty when it was not this one's turn. */
    Uni<List<LedgerChecker.Finding>> daily(LocalDate day) {
        return pool.withTransaction(transaction -> tables.begin(transaction, day)
                .chain(mine -> mine
                        ? run().chain(checked -> tables.end(
                                        transaction,
                                        day,
                                        checked.size(),
                                        checked.findings().size())
                                .replaceWith(checked.findings()))
                        : Uni.createFrom().item(List.of())));
    }

    /** Everything that does not fit. */
    Uni<LedgerChecker> run() {
        return reads.heads(pool, Long.MAX_VALUE, Integer.MAX_VALUE).chain(numbered -> {
            var heads =
                    numbered.reversed().stream().map(LedgerReads.Numbered::head).toList();
            var checker = new LedgerChecker(heads);
            heads.stream()
                    .filter(head -> !signer.isSigned(head))
                    .forEach(head -> checker.found(Kind.SIGNATURE, head.size(), "signed " + head.signedAt()));
            return heads.isEmpty()
                    ? Uni.createFrom().item(checker)
                    : leaves(checker, heads.getLast().size())
                            .chain(() -> tables(checker))
                            .replaceWith(checker);
        });
    }

    private Uni<Void> leaves(LedgerChecker checker, long size) {
        return Multi.createBy()
                .repeating()
                .uni(() -> reads.leaves(checker.size(), size, PAGE)
                        .chain(leaves -> leaves.isEmpty()
                                ? Uni.createFrom().item(false)
                                : page(checker, leaves).replaceWith(true)))
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni()
                .invoke(checker::end);
    }

    private Uni<Void> page(LedgerChecker checker, List<String> leaves) {
        long from = checker.size();
        long atomsBefore = checker.atoms();
        var batches = new LinkedHashMap<Long, JsonObject>();
        var atoms = new ArrayList<String>();
        var hashes = new HashMap<LedgerTree.Node, byte[]>();
        for (var text : leaves) {
            long index = checker.size();
            var leaf = checker.leaf(text);
            hashes.put(new LedgerTree.Node(0, index), LedgerTree.leaf(text));
            if (leaf.containsKey("csv")) {
                atoms.add(leaf.getString("csv"));
            } else if (leaf.containsKey("digest")) {
                batches.put(index, leaf);
            }
        }
        return nodes(checker, from, hashes)
                .chain(() -> atoms(checker, from, atomsBefore, atoms))
                .chain(() -> batches(checker, batches));
    }

    /** What stands in the table of hashes: leaves, and each subtree that these leaves complete. */
    private Uni<Void> nodes(LedgerChecker checker, long from, Map<LedgerTree.Node, byte[]> leaves) {
        var wanted = new ArrayList<>(leaves.keySet());
        for (long index = from; index < checker.size(); index++) {
            var node = new LedgerTree.Node(0, index);
            while (node.isRight()) {
                var parent = node.parent();
                wanted.add(
                        new LedgerTree.Node(parent.level() - 1, node.sibling().index()));
                wanted.add(parent);
                node = parent;
            }
        }
        return store.nodes(pool, wanted)
                .invoke(stored -> wanted.forEach(node -> {
                    var hash = stored.get(node);
                    var left = new LedgerTree.Node(node.level() - 1, node.index() * 2);
                    var right = left.sibling();
                    var expected = node.level() == 0
                            ? leaves.get(node)
                            : stored.containsKey(left) && stored.containsKey(right)
                                    ? LedgerTree.node(stored.get(left), stored.get(right))
                                    : null;
                    if (hash == null || expected != null && !Arrays.equals(hash, expected)) {
                        checker.found(Kind.NODE, node.index(), "the hash at level " + node.level());
                    }
                }))
                .replaceWithVoid();
    }

    private Uni<Void> atoms(LedgerChecker checker, long from, long after, List<String> expected) {
        return expected.isEmpty()
                ? Uni.createFrom().voidItem()
                : Atoms.lines(pool, after, after + expected.size())
                        .invoke(lines -> {
                            if (!lines.equals(expected)) {
                                checker.found(Kind.ATOM_TABLE, from, "atoms after " + after);
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<Void> batches(LedgerChecker checker, Map<Long, JsonObject> leaves) {
        return leaves.isEmpty()
                ? Uni.createFrom().voidItem()
                : tables.batches(List.copyOf(leaves.keySet()))
                        .invoke(kept -> {
                            var seen = new HashMap<Long, LedgerAuditStore.Kept>();
                            kept.forEach(rows -> {
                                if (seen.put(rows.batch(), rows) != null) {
                                    checker.found(Kind.RATING_TABLE, rows.batch(), "ratings of one batch differ");
                                }
                            });
                            leaves.forEach((batch, leaf) -> {
                                if (!fits(batch, leaf, seen.get(batch))) {
                                    checker.found(Kind.RATING_TABLE, batch, "the ratings of the batch");
                                }
                            });
                        })
                        .replaceWithVoid();
    }

    /** Written again from the rows, the leaf of a batch is the same. */
    private static boolean fits(long batch, JsonObject leaf, LedgerAuditStore.Kept kept) {
        return kept != null
                && kept.salt() != null
                && Leaf.batch(
                                batch,
                                kept.pile(),
                                kept.cell(),
                                kept.answers().size(),
                                leaf.getString("reason"),
                                LedgerEntries.digest(kept.salt(), kept.answers()))
                        .text()
                        .equals(leaf.encode());
    }

    private Uni<Void> tables(LedgerChecker checker) {
        return tables.strays()
                .invoke(strays -> {
                    if (strays.atoms() != 0) {
                        checker.found(Kind.ATOM_TABLE, -1, strays.atoms() + " atoms more than leaves");
                    }
                    if (strays.ratings() != 0 || strays.ratingsBefore() != 0) {
                        checker.found(
                                Kind.RATING_TABLE,
                                -1,
                                strays.ratings() + strays.ratingsBefore() + " ratings more than leaves");
                    }
                })
                .chain(tables::wrongSums)
                .invoke(places -> places.forEach(place -> checker.found(Kind.SUMS, -1, place)))
                .chain(tables::wrongBoards)
                .invoke(places -> places.forEach(place -> checker.found(Kind.BOARD, -1, place)))
                .replaceWithVoid();
    }
}
