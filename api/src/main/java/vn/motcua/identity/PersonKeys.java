package vn.motcua.identity;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.motcua.openapi.PersonKey;

/**
 * Turns identity numbers into keyed hashes. A plain hash would be reversible by trying all plausible numbers (about 10^9);
 * without the key this one is not.
 */
@Singleton
public class PersonKeys {
    private final Secrets secrets;

    PersonKeys(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The key of the person with this 12-digit personal ID number. */
    public PersonKey ofPersonalId(String personalId) {
        return new PersonKey(
                uuid(secrets.hmac(Secrets.Purpose.PERSON, personalId.getBytes(StandardCharsets.US_ASCII))));
    }

    private static UUID uuid(byte[] hash) {
        var half = ByteBuffer.wrap(hash);
        return new UUID(half.getLong(), half.getLong());
    }
}
