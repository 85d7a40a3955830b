package vn.motcua.satisfaction;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the ledger says of a rating is made under this secret, and the secret from the receipt. It rests, sealed, with the
 * answers and is forgotten when they are mixed: afterwards only the holder of the receipt can find the leaf and open it.
 */
final class LeafSecret {
    static final int BYTES = 32;
    private static final int ID_BYTES = 16;
    private static final String HMAC = "HmacSHA256";

    private final byte[] secret;

    private LeafSecret(byte[] secret) {
        this.secret = secret;
    }

    static LeafSecret of(String receipt) {
        return new LeafSecret(hmac(utf8(receipt), "motcua-ledger/1"));
    }

    static LeafSecret ofBytes(byte[] secret) {
        return new LeafSecret(secret.clone());
    }

    /** Of a rating that was redeemed before there was a ledger: nobody can open its leaf. */
    static LeafSecret lost() {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new LeafSecret(secret);
    }

    byte[] bytes() {
        return secret.clone();
    }

    /** By what the leaf is found; it tells nothing about the rating and cannot be computed from anything that is stored. */
    byte[] id() {
        return Arrays.copyOf(hmac(secret, "id"), ID_BYTES);
    }

    /**
     * Binds the service to agency, questionnaire and answers without showing them: there are few possible answers, but
     * whoever tries them needs this secret.
     */
    byte[] commitment(String questionnaire, int version, String agency, String canonicalAnswers) {
        var opening = "motcua-rating/1\n%s/%d\n%s\n%s".formatted(questionnaire, version, agency, canonicalAnswers);
        return hmac(hmac(secret, "blinding"), opening);
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hmac(byte[] key, String message) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(utf8(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
