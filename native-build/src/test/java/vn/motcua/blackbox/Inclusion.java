package vn.motcua.blackbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The root that a leaf and the hashes beside its way make (RFC 9162, 2.1.3.2). */
final class Inclusion {
    private Inclusion() {}

    static String root(long index, long size, String leaf, List<String> path) {
        long fn = index;
        long sn = size - 1;
        var root = hash(0, leaf.getBytes(StandardCharsets.UTF_8), new byte[0]);
        for (var beside : path) {
            var other = Base64.getUrlDecoder().decode(beside);
            if ((fn & 1) == 1 || fn == sn) {
                root = hash(1, other, root);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                root = hash(1, root, other);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(root);
    }

    private static byte[] hash(int kind, byte[] left, byte[] right) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) kind);
            digest.update(left);
            return digest.digest(right);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
