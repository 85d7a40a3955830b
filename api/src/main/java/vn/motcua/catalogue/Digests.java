package vn.motcua.catalogue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 in the forms in which it goes out. */
final class Digests {
    private static final int TAG_BYTES = 16;

    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Half of the digest, enough to tell two answers apart. */
    static String tag(byte[] content) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(sha256().digest(content), TAG_BYTES));
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
