package vn.motcua.satisfaction;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes tickets and what the database may hold of them. A ticket is computed from the dossier code under a key, so that
 * its owner can be shown it again while only its hash is stored.
 */
@Singleton
class TicketKeys {
    private static final int TOKEN_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SEALED_COMMENT = NONCE_BYTES + CommentText.BYTES + TAG_BITS / Byte.SIZE;

    private final byte[] ticketKey;
    private final byte[] hashKey;
    private final byte[] dossierKey;
    private final byte[] receiptKey;
    private final byte[] sealKey;
    private final byte[] commentKey;
    private final byte[] privateKeyKey;

    TicketKeys(TicketSecret config) {
        var master = utf8(config.secret());
        ticketKey = hmac(master, utf8("motcua/ticket"));
        hashKey = hmac(master, utf8("motcua/ticket-hash"));
        dossierKey = hmac(master, utf8("motcua/ticket-dossier"));
        receiptKey = hmac(master, utf8("motcua/receipt"));
        sealKey = hmac(master, utf8("motcua/resting-rating"));
        commentKey = hmac(master, utf8("motcua/resting-comment"));
        privateKeyKey = hmac(master, utf8("motcua/blind-private-key"));
    }

    /** The ticket of a dossier: 128 bits, 22 characters. */
    String ticket(String dossierCode) {
        return text(hmac(ticketKey, utf8(canonical(dossierCode))));
    }

    /** What is stored of a dossier. */
    byte[] dossierHash(String dossierCode) {
        return hmac(dossierKey, utf8(canonical(dossierCode)));
    }

    /** What is stored of a ticket. It is keyed, too: a hash of a guess proves nothing without the secret. */
    byte[] ticketHash(String ticket) {
        return hmac(hashKey, utf8(ticket));
    }

    /** Shows later whether the same answers are sent again, without telling them to a reader of the table. */
    byte[] answersMac(String ticket, String canonicalAnswers) {
        return hmac(utf8(ticket), utf8("answers/" + canonicalAnswers));
    }

    String receipt(String ticket) {
        return text(hmac(utf8(ticket), utf8("receipt")));
    }

    /** By what a resting rating is found again; without the receipt it leads nowhere. */
    byte[] receiptHash(String receipt) {
        return hmac(receiptKey, utf8(receipt));
    }

    /** Encrypts what rests in the database: AES-256-GCM with a fresh nonce in front. */
    byte[] seal(byte[] plain) {
        return seal(sealKey, plain);
    }

    /** The same, with the comment behind it: wherever the rating waits, its comment waits with it. */
    byte[] seal(byte[] plain, String comment) {
        var rating = seal(plain);
        var behind = sealComment(comment);
        var whole = Arrays.copyOf(rating, rating.length + behind.length);
        System.arraycopy(behind, 0, whole, rating.length, behind.length);
        return whole;
    }

    byte[] sealComment(String comment) {
        return seal(commentKey, CommentText.bytes(comment));
    }

    /** What a rating says, whether or not a comment is sealed behind it. */
    byte[] unseal(byte[] sealed) {
        return unseal(sealKey, hasComment(sealed) ? Arrays.copyOf(sealed, sealed.length - SEALED_COMMENT) : sealed);
    }

    /** The comment behind a rating, or one that waits alone; null when nothing was written. */
    String comment(byte[] sealed) {
        return hasComment(sealed)
                ? CommentText.ofBytes(
                        unseal(commentKey, Arrays.copyOfRange(sealed, sealed.length - SEALED_COMMENT, sealed.length)))
                : null;
    }

    /** The same for the private keys of blind tickets. */
    byte[] sealKey(byte[] privateKey) {
        return seal(privateKeyKey, privateKey);
    }

    byte[] unsealKey(byte[] sealed) {
        return unseal(privateKeyKey, sealed);
    }

    /** What was sealed before there were comments is far shorter. */
    private static boolean hasComment(byte[] sealed) {
        return sealed.length >= SEALED_COMMENT;
    }

    private static byte[] seal(byte[] key, byte[] plain) {
        try {
            var nonce = new byte[NONCE_BYTES];
            new SecureRandom().nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(plain);
            var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private static byte[] unseal(byte[] key, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_BYTES))
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a resting rating was sealed under another secret, or changed", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static String canonical(String dossierCode) {
        return dossierCode.strip().toUpperCase(Locale.ROOT);
    }

    private static String text(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TOKEN_BYTES));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
