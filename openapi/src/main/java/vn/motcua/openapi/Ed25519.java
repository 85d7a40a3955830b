package vn.motcua.openapi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Ed25519 signatures (RFC 8032) with the JDK's own means. Equal keys and messages give equal signatures. */
public final class Ed25519 {
    private static final String NAME = "Ed25519";
    private static final int KEY_BYTES = 32;
    /** What stands before the 32 bytes of a key in X.509 (RFC 8410). */
    private static final byte[] X509_HEADER = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private final PrivateKey privateKey;
    private final java.security.PublicKey publicKey;

    private Ed25519(PrivateKey privateKey, java.security.PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** A public key: {@code x} are its 32 bytes in base64url, {@code id} the RFC 7638 thumbprint of its JSON Web Key. */
    public record PublicKey(String x, String id) {
        private static PublicKey of(java.security.PublicKey key) {
            var encoded = key.getEncoded();
            var x = base64Url(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
            var thumbprint = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
            return new PublicKey(x, base64Url(sha256(thumbprint.getBytes(StandardCharsets.US_ASCII))));
        }

        /** Whether this key made the signature (base64url) of the message; what is no signature was not. */
        public boolean verifies(byte[] message, String signature) {
            try {
                var encoded = Arrays.copyOf(X509_HEADER, X509_HEADER.length + KEY_BYTES);
                System.arraycopy(Base64.getUrlDecoder().decode(x), 0, encoded, X509_HEADER.length, KEY_BYTES);
                var verifier = Signature.getInstance(NAME);
                verifier.initVerify(KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded)));
                verifier.update(message);
                return verifier.verify(Base64.getUrlDecoder().decode(signature));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return false;
            }
        }

        /** Reads X.509, as PEM or its base64 alone. */
        public static PublicKey parse(String text) {
            try {
                return of(KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(decoded(text))));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new IllegalStateException("not an Ed25519 public key in X.509 (PEM or base64)", e);
            }
        }
    }

    /** Reads a private key in PKCS #8, as PEM or its base64 alone. */
    public static Ed25519 parse(String text) {
        try {
            var key = (EdECPrivateKey)
                    KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(decoded(text)));
            return new Ed25519(key, publicKeyOf(key));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("not an Ed25519 private key in PKCS #8 (PEM or base64)", e);
        }
    }

    public PublicKey publicKey() {
        return PublicKey.of(publicKey);
    }

    /** The signature in base64url. */
    public String sign(byte[] message) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initSign(privateKey);
            signature.update(message);
            return base64Url(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this key cannot sign", e);
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

    private static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text.replaceAll("-----[A-Z ]+-----|\\s|\\\\n", ""));
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
