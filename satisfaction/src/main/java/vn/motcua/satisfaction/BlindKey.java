package vn.motcua.satisfaction;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What a blind ticket is worth: the key with which it was signed says it, and there is one key for each of these.
 *
 * @param id first 128 bits of the SHA-256 of the public key, base64url
 * @param publicKey SubjectPublicKeyInfo with the algorithm rsaEncryption
 * @param redeemUntil the same day for all tickets of the key, so that it tells nothing of the day on which a dossier ended
 */
record BlindKey(String id, Bound bound, byte[] publicKey, byte[] sealedPrivateKey, LocalDate redeemUntil) {
    /** All that is known of a blind ticket, and so all by which its rating is counted. */
    record Bound(String agency, YearMonth month, String questionnaire, int version) {}

    boolean isExpired(LocalDate today) {
        return redeemUntil.isBefore(today);
    }
}
