package vn.motcua.identity;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One derived key for each purpose, so that what one reveals does not help against another. */
@Singleton
public class Secrets {
    private static final int MIN_LENGTH = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** What a key is for. */
    public enum Purpose {
        PERSON,
        PROOF,
        FEED_CURSOR,
        FIELD_ENCRYPTION,
        /** Tells networks apart without keeping addresses. */
        NETWORK,
        /** Secrets printed on receipts. */
        RECEIPT
    }

    private static final String HMAC = "HmacSHA256";

    private final Map<Purpose, byte[]> keys = new EnumMap<>(Purpose.class);

    /** Never used themselves: a copy costs a fraction of finding the algorithm and setting the key anew. */
    private final Map<Purpose, Mac> macs = new EnumMap<>(Purpose.class);

    private final SecureRandom random = new SecureRandom();

    Secrets(SecretConfig config) {
        if (config.secret().length() < MIN_LENGTH) {
            throw new IllegalStateException("MOTCUA_SECRET needs at least " + MIN_LENGTH + " characters");
        }
        var master = config.secret().getBytes(StandardCharsets.UTF_8);
        for (var purpose : Purpose.values()) {
            var label = "motcua/" + purpose.name().toLowerCase(Locale.ROOT);
            var key = mac(master).doFinal(label.getBytes(StandardCharsets.US_ASCII));
            keys.put(purpose, key);
            macs.put(purpose, mac(key));
        }
    }

    /** HMAC-SHA-256 under the key of this purpose: 32 bytes. */
    public byte[] hmac(Purpose purpose, byte[] message) {
        try {
            return ((Mac) macs.get(purpose).clone()).doFinal(message);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's HmacSHA256 can be copied", e);
        }
    }

    /** AES-256-GCM with a fresh IV in front. */
    public byte[] encrypt(String text) {
        try {
            var iv = new byte[IV_BYTES];
            random.nextBytes(iv);
            var sealed = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(text.getBytes(StandardCharsets.UTF_8));
            var out = Arrays.copyOf(iv, IV_BYTES + sealed.length);
            System.arraycopy(sealed, 0, out, IV_BYTES, sealed.length);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    /** What {@link #encrypt} sealed; a value that was tampered with is a fault. */
    public String decrypt(byte[] sealed) {
        try {
            var iv = Arrays.copyOf(sealed, IV_BYTES);
            var text = cipher(Cipher.DECRYPT_MODE, iv).doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed field cannot be opened: changed secret or changed data", e);
        }
    }

    private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode, new SecretKeySpec(keys.get(Purpose.FIELD_ENCRYPTION), "AES"), new GCMParameterSpec(TAG_BITS, iv));
        return cipher;
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
