package vn.motcua.openapi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keys that vouch for something. A key is announced, then signs, then is retired: whoever checks is never surprised. */
public interface SigningSettings {
    /**
     * The Ed25519 private key that signs now: PKCS #8, as PEM or its base64 alone ({@code openssl genpkey -algorithm
     * ed25519}). From the environment or a mounted file. Without it nothing is signed.
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
