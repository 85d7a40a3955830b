package vn.motcua.local;

import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A service account and its token service, as Google's OAuth 2.0 has them: a client signs an assertion with the account's
 * key and gets a bearer token for an hour.
 */
final class FcmAccount {
    /** A refusal in the words of RFC 6749. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String description) {
            super(description);
        }
    }

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
    private static final String BROAD_SCOPE = "https://www.googleapis.com/auth/cloud-platform";
    /** Whom Google's own library addresses, whatever the file says. */
    private static final String GOOGLE = "https://oauth2.googleapis.com/token";

    private static final String EMAIL = "push@motcua-local.iam.gserviceaccount.com";

    private final KeyPair key = newKey();
    private final String tokenUri;
    private final Clock clock;
    private final Map<String, Instant> endOfToken = new HashMap<>();
    private Duration life = Duration.ofHours(1);
    private boolean withdrawn;

    FcmAccount(String tokenUri, Clock clock) {
        this.tokenUri = tokenUri;
        this.clock = clock;
    }

    /** The file that Firebase's console would give out. */
    String file() {
        var pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return new JsonObject()
                .put("type", "service_account")
                .put("project_id", "motcua-local")
                .put("private_key_id", "local")
                .put("private_key", pem)
                .put("client_email", EMAIL)
                .put("client_id", "1")
                .put("token_uri", tokenUri)
                .encodePrettily();
    }

    synchronized void lifeOfTokens(Duration newLife) {
        life = newLife;
    }

    /** The key is not good any more, and what it got is not either. */
    synchronized void withdraw() {
        withdrawn = true;
        endOfToken.clear();
    }

    synchronized boolean accepts(String bearer) {
        var end = endOfToken.get(bearer);
        return end != null && clock.instant().isBefore(end);
    }

    /** A token for a form that the client posted. */
    synchronized JsonObject token(String form) throws Refused {
        var fields = Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> decoded(field[0]), field -> decoded(field[1]), (a, b) -> b));
        if (!GRANT.equals(fields.get("grant_type"))) {
            throw new Refused("Invalid grant_type: " + fields.get("grant_type"));
        }
        check(fields.getOrDefault("assertion", ""));
        var token = "local." + UUID.randomUUID();
        endOfToken.put(token, clock.instant().plus(life));
        return new JsonObject()
                .put("access_token", token)
                .put("expires_in", life.toSeconds())
                .put("token_type", "Bearer");
    }

    private void check(String assertion) throws Refused {
        var parts = assertion.split("\\.", -1);
        if (parts.length != 3 || withdrawn || !isSigned(parts)) {
            throw new Refused("Invalid JWT Signature.");
        }
        var claims = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        long now = clock.instant().getEpochSecond();
        long issued = claims.getLong("iat", 0L);
        long end = claims.getLong("exp", 0L);
        var scopes = Arrays.asList(claims.getString("scope", "").split(" "));
        if (!EMAIL.equals(claims.getString("iss"))) {
            throw new Refused("Invalid issuer.");
        }
        if (!GOOGLE.equals(claims.getString("aud")) && !tokenUri.equals(claims.getString("aud"))) {
            throw new Refused("Invalid JWT: Failed audience check.");
        }
        if (end <= now || issued > now + 60 || end - issued > 3_600) {
            throw new Refused(
                    "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.");
        }
        if (!scopes.contains(SCOPE) && !scopes.contains(BROAD_SCOPE)) {
            throw new Refused("Invalid OAuth scope.");
        }
    }

    private boolean isSigned(String[] parts) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }
}
