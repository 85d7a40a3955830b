package vn.motcua.dossier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The two short hashes by which a sent event is known: its id within the sending system, and what it says. */
final class EventKey {
    private EventKey() {}

    /** As the migration that made {@code dossier.event_key} computes it. */
    static UUID ofId(String source, String eventId) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return half(digest.digest((source + "\n" + eventId).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static UUID ofContent(byte[] contentHash) {
        return half(contentHash);
    }

    private static UUID half(byte[] hash) {
        var bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
