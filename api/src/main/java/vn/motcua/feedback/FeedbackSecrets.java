package vn.motcua.feedback;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import vn.motcua.identity.Secrets;
import vn.motcua.identity.Secrets.Purpose;

/**
 * The secret that a sender gets with the code. It follows from the code and a key outside the database: never stored, the same
 * every time, 80 bits.
 */
@Singleton
class FeedbackSecrets {
    /** Crockford's base 32: nothing is misread. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private final Secrets secrets;

    FeedbackSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    /** In groups of four. */
    String of(String code) {
        var shown = new StringBuilder(plain(code));
        for (int i = LENGTH - GROUP; i > 0; i -= GROUP) {
            shown.insert(i, '-');
        }
        return shown.toString();
    }

    /** However it was typed; always the same work. */
    boolean proves(String code, String typed) {
        var read = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return MessageDigest.isEqual(bytes(plain(code)), bytes(read));
    }

    /** Five bits of each byte: sixteen of the 32 bytes are used. */
    private String plain(String code) {
        var hash = secrets.hmac(Purpose.RECEIPT, bytes("feedback\n" + code));
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(hash[i] & 31));
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
