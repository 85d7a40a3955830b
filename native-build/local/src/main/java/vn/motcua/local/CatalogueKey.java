package vn.motcua.local;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Ed25519 keys with which this installation signs its catalogue packs, and its ledger of ratings. */
public final class CatalogueKey {
    private CatalogueKey() {}

    /** A new private key: PKCS #8 in base64, for {@code MOTCUA_CATALOGUE_SIGNING_KEY} and the like. */
    public static String newPrivateKey() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }
}
