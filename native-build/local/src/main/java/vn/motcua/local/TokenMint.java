package vn.motcua.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
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
    private final KeyPair keys;

    public TokenMint() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** For {@code quarkus.oidc.public-key}. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
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
            signature.initSign(keys.getPrivate());
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
