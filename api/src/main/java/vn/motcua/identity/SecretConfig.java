package vn.motcua.identity;

import io.smallrye.config.ConfigMapping;

/** The one secret of the service, from the environment ({@code MOTCUA_SECRET}) or a mounted file; it has no default. */
@ConfigMapping(prefix = "motcua")
public interface SecretConfig {
    /**
     * At least 32 characters. Keys for hashing and encrypting personal data and for rating tickets are derived from it:
     * whoever changes it can no longer match people to their dossiers.
     */
    String secret();
}
