package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import vn.motcua.openapi.Vietnam;

/** The root of the tree at a size, signed: whoever keeps one can prove what stood in the ledger, and what did not. */
@RegisterForReflection
record TreeHead(long size, String rootHash, OffsetDateTime signedAt, String keyId, String signature) {

    static TreeHead of(Row row) {
        return new TreeHead(
                row.getLong("size"),
                LeafSecret.text(row.getBuffer("root").getBytes()),
                Vietnam.time(row.getOffsetDateTime("signed_at")),
                row.getString("key_id"),
                row.getString("signature"));
    }
}
