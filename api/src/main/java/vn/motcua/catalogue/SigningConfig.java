package vn.motcua.catalogue;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The keys that vouch for the catalogue pack. A key is announced, then signs, then is retired: phones are never surprised. */
@ConfigMapping(prefix = "motcua.catalogue.signing")
interface SigningConfig {
    /**
     * The Ed25519 private key that signs now: PKCS #8, as PEM or its base64 alone ({@code openssl genpkey -algorithm
     * ed25519}). From the environment or a mounted file. Without it the pack has no manifest.
     */
    Optional<String> key();

    /** First day on which {@link #key} signed. */
    Optional<LocalDate> from();

    /** Keys that will sign later. */
    List<Next> next();

    /** Keys that signed before. */
    List<Retired> retired();

    interface Next {
        /** X.509 (SubjectPublicKeyInfo), as PEM or its base64 alone. */
        String publicKey();

        /** First day on which it may sign. */
        LocalDate from();
    }

    interface Retired {
        /** X.509 (SubjectPublicKeyInfo), as PEM or its base64 alone. */
        String publicKey();

        /** First day on which it signed. */
        Optional<LocalDate> from();

        /** Last day on which what it signed is to be trusted. */
        LocalDate until();
    }
}
