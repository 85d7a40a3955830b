package vn.motcua.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import vn.motcua.openapi.Ed25519;

/**
 * What a client checks a downloaded pack against. The signature covers {@link #statement}: one line for each value that the
 * client relies on.
 */
@RegisterForReflection
record PackManifest(
        int format,
        long release,
        OffsetDateTime publishedAt,
        String cursor,
        int procedures,
        long size,
        String sha256,
        long contentSize,
        String contentSha256,
        String keyId,
        String signature) {

    static PackManifest of(CataloguePack pack, Ed25519 key) {
        return new PackManifest(
                FeedCursor.FORMAT,
                pack.release(),
                pack.publishedAt(),
                pack.cursor(),
                pack.procedures(),
                pack.file().length,
                pack.sha256(),
                pack.contentSize(),
                pack.contentSha256(),
                key.publicKey().id(),
                key.sign(statement(pack)));
    }

    static byte[] statement(CataloguePack pack) {
        return "motcua-catalogue-pack\n%d\n%d\n%s\n%d\n%s\n"
                .formatted(FeedCursor.FORMAT, pack.release(), pack.cursor(), pack.contentSize(), pack.contentSha256())
                .getBytes(StandardCharsets.US_ASCII);
    }
}
