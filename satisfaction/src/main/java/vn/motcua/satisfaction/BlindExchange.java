package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A ticket to be signed.
 *
 * @param keyId key that the ticket's survey named
 * @param blindedMessage base64url, as long as the modulus
 */
@RegisterForReflection
record BlindExchange(String keyId, String blindedMessage) {
    /** To be unblinded by the app, which then checks it under the public key. */
    @RegisterForReflection
    record BlindSignature(String signature) {}
}
