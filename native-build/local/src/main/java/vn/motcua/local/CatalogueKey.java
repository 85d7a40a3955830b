package vn.motcua.local;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** The Ed25519 key with which this installation signs its catalogue packs. */
public final class CatalogueKey {
    private CatalogueKey() {}

    /** A new private key: PKCS #8 in base64, for {@code MOTCUA_CATALOGUE_SIGNING_KEY}. */
    public static String newPrivateKey() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }
}
