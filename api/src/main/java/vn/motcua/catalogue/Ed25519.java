package vn.motcua.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Ed25519 signatures with the JDK's own means. Equal keys and messages give equal signatures. */
final class Ed25519 {
    private static final String NAME = "Ed25519";
    private static final int KEY_BYTES = 32;

    private final PrivateKey privateKey;
    private final java.security.PublicKey publicKey;

    private Ed25519(PrivateKey privateKey, java.security.PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** A public key: {@code x} are its 32 bytes in base64url, {@code id} the RFC 7638 thumbprint of its JSON Web Key. */
    record PublicKey(String x, String id) {
        private static PublicKey of(java.security.PublicKey key) {
            var encoded = key.getEncoded();
            var x = base64Url(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
            var thumbprint = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
            return new PublicKey(x, base64Url(Digests.sha256().digest(thumbprint.getBytes(StandardCharsets.US_ASCII))));
        }

        /** Reads X.509, as PEM or its base64 alone. */
        static PublicKey parse(String text) {
            try {
                return of(KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(decoded(text))));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new IllegalStateException("not an Ed25519 public key in X.509 (PEM or base64)", e);
            }
        }
    }

    /** Reads a private key in PKCS #8, as PEM or its base64 alone. */
    static Ed25519 parse(String text) {
        try {
            var key = (EdECPrivateKey)
                    KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(decoded(text)));
            return new Ed25519(key, publicKeyOf(key));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("not an Ed25519 private key in PKCS #8 (PEM or base64)", e);
        }
    }

    PublicKey publicKey() {
        return PublicKey.of(publicKey);
    }

    /** The signature in base64url. */
    String sign(byte[] message) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initSign(privateKey);
            signature.update(message);
            return base64Url(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the catalogue cannot be signed", e);
        }
    }

    /** The JDK derives a public key only while it makes a pair: it is given the known private key for its dice. */
    private static java.security.PublicKey publicKeyOf(EdECPrivateKey key) throws GeneralSecurityException {
        var seed = key.getBytes().orElseThrow(() -> new IllegalArgumentException("a key without its bytes"));
        var generator = KeyPairGenerator.getInstance(NAME);
        generator.initialize(NamedParameterSpec.ED25519, new Loaded(seed));
        return generator.generateKeyPair().getPublic();
    }

    private static final class Loaded extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Loaded(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text.replaceAll("-----[A-Z ]+-----|\\s|\\\\n", ""));
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
