package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Page;

/** Answers questions about the ledger, always below the newest signed head: what is not signed cannot be proven. */
@Singleton
class LedgerProofs {
    private final Pool pool;
    private final LedgerReads reads;
    private final LedgerStore store;

    LedgerProofs(Pool pool, LedgerReads reads, LedgerStore store) {
        this.pool = pool;
        this.reads = reads;
        this.store = store;
    }

    Uni<TreeHead> head() {
        return reads.latest(pool).map(head -> head.orElseThrow(LedgerSigner::unsigned));
    }

    Uni<TreeHeadPage> heads(long before, int limit) {
        return reads.heads(pool, before, limit + 1).map(heads -> {
            var page = Page.of(heads, limit, head -> Cursor.of(head.number()));
            return new TreeHeadPage(
                    page.items().stream().map(LedgerReads.Numbered::head).toList(), page.nextCursor());
        });
    }

    Uni<LedgerLeaves> leaves(long from, int limit) {
        return head().chain(head ->
                reads.leaves(from, head.size(), limit).map(leaves -> new LedgerLeaves(from, head.size(), leaves)));
    }

    /** Empty when the signed tree is smaller than asked. */
    Uni<Optional<LedgerConsistency>> consistency(long first, long second) {
        return head().chain(head -> second > head.size()
                ? Uni.createFrom().item(Optional.empty())
                : hashes(List.of(LedgerTree.consistency(first, second)))
                        .map(paths -> Optional.of(new LedgerConsistency(first, second, paths.getFirst()))));
    }

    /** Empty when the signed tree does not hold the rating. */
    Uni<Optional<LedgerProof>> of(String receipt) {
        var id = LeafSecret.of(receipt).id();
        return head().chain(head -> reads.ofRating(id, head.size())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : withBatch(found, head)
                                .chain(leaves -> proof(head, leaves))
                                .map(Optional::of)));
    }

    /** A rating names the batch it stands in by the index of the batch's leaf. */
    private Uni<List<LedgerReads.Found>> withBatch(List<LedgerReads.Found> found, TreeHead head) {
        var batch = new JsonObject(found.getLast().leaf()).getLong("batch");
        if (batch == null) {
            return Uni.createFrom().item(found);
        }
        return reads.ofBatch(batch, head.size())
                .map(leaves -> Stream.concat(found.stream(), leaves.stream()).toList());
    }

    private Uni<LedgerProof> proof(TreeHead head, List<LedgerReads.Found> leaves) {
        return hashes(leaves.stream()
                        .map(leaf -> LedgerTree.inclusion(leaf.index(), head.size()))
                        .toList())
                .map(paths -> {
                    var entries = new ArrayList<LedgerEntry>();
                    for (int i = 0; i < leaves.size(); i++) {
                        var leaf = leaves.get(i);
                        entries.add(new LedgerEntry(leaf.index(), leaf.leaf(), paths.get(i)));
                    }
                    return new LedgerProof(head, entries);
                });
    }

    /** All paths from one look-up of stored hashes: a few dozen rows, however large the tree. */
    private Uni<List<List<String>>> hashes(List<List<LedgerTree.Range>> paths) {
        var wanted = new LinkedHashSet<LedgerTree.Node>();
        paths.forEach(path -> path.forEach(range -> wanted.addAll(range.nodes())));
        return store.nodes(pool, wanted)
                .map(nodes -> paths.stream()
                        .map(path -> path.stream()
                                .map(range -> LeafSecret.text(range.hash(nodes::get)))
                                .toList())
                        .toList());
    }
}
