package vn.motcua.dossier;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import vn.motcua.identity.Secrets;
import vn.motcua.identity.Secrets.Purpose;

/**
 * The secret printed on a dossier's receipt, and the text of its QR. The secret follows from the code and a key that is not in
 * the database: it can be printed before the dossier is reported, is never stored, and reads the same every time.
 */
@Singleton
class Receipts {
    /** Crockford's base 32: no I, L, O, U, so that nothing is misread or means something. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final int BITS = 5;
    private static final String VERSION = "MC1";

    private final Secrets secrets;
    private final LookupConfig config;

    Receipts(Secrets secrets, LookupConfig config) {
        this.secrets = secrets;
        this.config = config;
    }

    Receipt of(String code) {
        var secret = secret(code);
        var shown = new StringBuilder(secret);
        for (int i = LENGTH - GROUP; i > 0; i -= GROUP) {
            shown.insert(i, '-');
        }
        return new Receipt(code, shown.toString(), qr(code, secret));
    }

    /** Whether this is the secret of this code, however it was typed; always the same work. */
    boolean proves(String code, String typed) {
        return MessageDigest.isEqual(bytes(secret(code)), bytes(plain(typed)));
    }

    /**
     * An address whose secret part stands behind the {@code #}, which no browser sends to a server:
     * {@code link#MC1:CODE:SECRET:CHECK}.
     */
    private String qr(String code, String secret) {
        var content = VERSION + ":" + code + ":" + secret;
        return config.receiptLink() + "#" + content + ":" + "%04X".formatted(check(content));
    }

    /** CRC-16/CCITT-FALSE: every single slip and every burst of up to 16 bits is found without asking the service. */
    static int check(String content) {
        int crc = 0xFFFF;
        for (byte b : bytes(content)) {
            crc ^= (b & 0xFF) << 8;
            for (int i = 0; i < 8; i++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }

    /** 80 bits: beyond all trying. */
    private String secret(String code) {
        var hash = secrets.hmac(Purpose.RECEIPT, bytes("receipt\n" + code));
        var text = new StringBuilder(LENGTH);
        int held = 0;
        int bits = 0;
        for (int i = 0; text.length() < LENGTH; i++) {
            held = held << 8 | hash[i] & 0xFF;
            bits += 8;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        return text.toString();
    }

    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
