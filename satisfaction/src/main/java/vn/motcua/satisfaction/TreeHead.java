package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The root of the tree at a size, signed: whoever keeps one can prove what stood in the ledger, and what did not. */
@RegisterForReflection
record TreeHead(long size, String rootHash, OffsetDateTime signedAt, String keyId, String signature) {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    static TreeHead of(Row row) {
        return new TreeHead(
                row.getLong("size"),
                LeafSecret.text(row.getBuffer("root").getBytes()),
                row.getOffsetDateTime("signed_at").withOffsetSameInstant(VIETNAM),
                row.getString("key_id"),
                row.getString("signature"));
    }
}
