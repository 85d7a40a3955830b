package vn.motcua.organisation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret by the rules of Standard Webhooks: {@code whsec_} and 32 random bytes in base64. */
final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private WebhookSecret() {}

    static String fresh() {
        var bytes = new byte[BYTES];
        // Made here, not once: a native executable would carry one seed, the same at every start.
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** The header {@code webhook-signature}: one signature for each secret that is valid now, the newest first. */
    static String signatures(List<String> secrets, String id, long timestamp, String body) {
        return secrets.stream()
                .map(secret -> signature(secret, id + "." + timestamp + "." + body))
                .collect(Collectors.joining(" "));
    }

    private static String signature(String secret, String signed) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), HMAC));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
