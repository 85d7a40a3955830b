package vn.motcua.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Access tokens without an identity server, signed with a key made for this run: for {@code --no-identity}, tests and
 * benchmarks. The service verifies them as it verifies Keycloak's, only that it is given the public key.
 */
public final class TokenMint {
    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    /** With a new key. */
    public TokenMint() {
        this(newPrivateKey());
    }

    /** With a key that was kept: PKCS #8 in base64, as {@link #newPrivateKey} makes it. */
    public TokenMint(String kept) {
        try {
            var rsa = KeyFactory.getInstance("RSA");
            var key = (RSAPrivateCrtKey) rsa.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(kept)));
            privateKey = key;
            publicKey = rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an RSA key in PKCS #8", e);
        }
    }

    /** A new key, in the form in which it can be kept. */
    public static String newPrivateKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** For {@code quarkus.oidc.public-key}. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /** A token with one role and further claims ({@code personalId}, {@code agency}, {@code organisation}). */
    public String token(String subject, String role, Map<String, String> claims) {
        return token(subject, role, claims, "motcua", Duration.ofHours(8));
    }

    /** As above with another audience or lifetime; a negative lifetime makes an expired token. */
    public String token(String subject, String role, Map<String, String> claims, String audience, Duration lifetime) {
        long now = Instant.now().getEpochSecond();
        var more = claims.entrySet().stream()
                .map(c -> ",\"" + c.getKey() + "\":\"" + c.getValue() + "\"")
                .collect(Collectors.joining());
        var payload =
                "{\"iss\":\"motcua-local\",\"sub\":\"" + subject + "\",\"aud\":\"" + audience + "\",\"typ\":\"Bearer\""
                        + ",\"iat\":" + (now - 5) + ",\"exp\":" + (now + lifetime.toSeconds())
                        + ",\"realm_access\":{\"roles\":[\"" + role + "\"]}" + more + "}";
        var signed = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + base64(payload);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA256withRSA", e);
        }
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
