package vn.motcua.notification;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where Firebase Cloud Messaging is. With neither an endpoint nor credentials nothing is pushed; the inbox works. */
@ConfigMapping(prefix = "motcua.fcm")
public interface FcmConfig {
    /** Base address of a server that speaks FCM HTTP v1, for development and tests; without credentials it is shown none. */
    Optional<String> endpoint();

    /** Path of the service account's JSON file, mounted from a secret. */
    Optional<String> credentialsFile();

    /** PEM file of the certificate that {@code endpoint} shows, when no authority signed it. */
    Optional<String> trustedCertificate();

    /** Firebase project; absent means the one that the credentials name. */
    Optional<String> project();
}
