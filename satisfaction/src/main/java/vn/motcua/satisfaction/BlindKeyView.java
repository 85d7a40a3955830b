package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;

/**
 * A key as everybody may see it.
 *
 * @param publicKey SubjectPublicKeyInfo, base64
 * @param issuedAtLeast signatures made so far, rounded down to tens: among so many a ticket hides
 */
@RegisterForReflection
record BlindKeyView(
        String id,
        String agency,
        String month,
        String questionnaire,
        int version,
        String variant,
        String publicKey,
        LocalDate redeemUntil,
        long issuedAtLeast) {
    @RegisterForReflection
    record BlindKeyList(List<BlindKeyView> items) {
        BlindKeyList {
            items = List.copyOf(items);
        }
    }

    static BlindKeyView of(BlindKey key, long issued) {
        return new BlindKeyView(
                key.id(),
                key.bound().agency(),
                key.bound().month().toString(),
                key.bound().questionnaire(),
                key.bound().version(),
                BlindRsa.VARIANT,
                Base64.getEncoder().encodeToString(key.publicKey()),
                key.redeemUntil(),
                issued - issued % 10);
    }
}
