package vn.motcua.openapi;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/**
 * A public key of this service as a JSON Web Key (RFC 8037), with its place in the rotation.
 *
 * @param kid RFC 7638 thumbprint, by which signed things name the key
 * @param x the key itself, 32 bytes in base64url
 */
@RegisterForReflection
public record SigningKey(
        String kty,
        String crv,
        String use,
        String kid,
        String x,
        Status status,
        LocalDate validFrom,
        LocalDate validUntil) {
    /** CURRENT signs now, NEXT will sign later, RETIRED signed before. */
    public enum Status {
        CURRENT,
        NEXT,
        RETIRED
    }

    static SigningKey of(Ed25519.PublicKey key, Status status, LocalDate from, LocalDate until) {
        return new SigningKey("OKP", "Ed25519", "sig", key.id(), key.x(), status, from, until);
    }
}
