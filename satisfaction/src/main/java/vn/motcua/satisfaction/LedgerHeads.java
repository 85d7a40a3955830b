package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Signs the tree. Heads lie at full multiples of a time (an hour), so that they tell no finer than that when ratings
 * were mixed. Of many replicas one signs: the ledger's lock lets them look one after the other.
 */
@Singleton
class LedgerHeads {
    /** A little less than a day: heads lie at full hours, and no day may be without one. */
    private static final Duration UNCHANGED = Duration.ofHours(23);

    private static final String SIZE = "select coalesce(max(index) + 1, 0) as size from satisfaction.ledger_leaf";

    private static final String INSERT = """
            insert into satisfaction.ledger_head (size, root, signed_at, key_id, signature)
            values ($1, $2, $3, $4, $5)
            """;

    private final Pool pool;
    private final Ledger ledger;
    private final LedgerStore store;
    private final LedgerReads reads;
    private final LedgerSigner signer;
    private final LedgerConfig config;

    LedgerHeads(
            Pool pool, Ledger ledger, LedgerStore store, LedgerReads reads, LedgerSigner signer, LedgerConfig config) {
        this.pool = pool;
        this.ledger = ledger;
        this.store = store;
        this.reads = reads;
        this.signer = signer;
        this.config = config;
    }

    /** Signs the tree as it stands, if it is due; whether it was. Without a key there is nothing to do. */
    Uni<Boolean> publish(Instant now) {
        long every = config.headEvery().toSeconds();
        var at = Instant.ofEpochSecond(now.getEpochSecond() / every * every);
        return isDue(pool, at)
                .chain(due -> due
                        ? pool.withTransaction(transaction -> ledger.open(transaction)
                                .chain(entries -> ledger.close(transaction, entries))
                                .chain(() -> isDue(transaction, at))
                                .chain(still -> still
                                        ? sign(transaction, at)
                                        : Uni.createFrom().item(false)))
                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> isDue(SqlClient client, Instant at) {
        return signer.canSign()
                ? reads.latest(client).chain(last -> size(client).map(size -> isDue(last, size, at)))
                : Uni.createFrom().item(false);
    }

    private static boolean isDue(Optional<TreeHead> last, long size, Instant at) {
        if (last.isEmpty()) {
            return true;
        }
        var signedAt = last.get().signedAt().toInstant();
        return at.isAfter(signedAt) && (size > last.get().size() || !at.isBefore(signedAt.plus(UNCHANGED)));
    }

    private Uni<Boolean> sign(SqlConnection transaction, Instant at) {
        return size(transaction).chain(size -> {
            var whole = LedgerTree.whole(size);
            return store.nodes(transaction, whole.nodes())
                    .map(nodes -> whole.hash(nodes::get))
                    .chain(root -> insert(transaction, size, root, at));
        });
    }

    private Uni<Boolean> insert(SqlConnection transaction, long size, byte[] root, Instant at) {
        var signed = signer.head(size, root, at);
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        size, Buffer.buffer(root), at.atOffset(ZoneOffset.UTC), signed.keyId(), signed.signature()))
                .replaceWith(true);
    }

    private static Uni<Long> size(SqlClient client) {
        return client.query(SIZE).execute().map(rows -> rows.iterator().next().getLong("size"));
    }
}
