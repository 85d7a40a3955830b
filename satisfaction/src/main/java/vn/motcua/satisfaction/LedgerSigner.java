package vn.motcua.satisfaction;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.motcua.openapi.Ed25519;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.SigningKeyList;
import vn.motcua.openapi.SigningKeys;

/** Signs heads and promises. What is signed begins with what it is, so that no signature can pass for one of another kind. */
@Startup
@Singleton
class LedgerSigner {
    private static final Logger LOG = Logger.getLogger(LedgerSigner.class);
    private static final String HEAD = "motcua-satisfaction-ledger-head/1";
    private static final String PROMISE = "motcua-satisfaction-promise/1";

    private final SigningKeys keys;

    LedgerSigner(LedgerSigningConfig config) {
        keys = SigningKeys.of(config, "motcua.satisfaction.ledger.signing");
        if (!canSign()) {
            LOG.warn("MOTCUA_SATISFACTION_LEDGER_SIGNING_KEY is not set:"
                    + " the ledger of ratings grows without signed heads, and receipts promise nothing");
        }
    }

    /** A signature and the key that made it. */
    record Signed(String keyId, String signature) {}

    boolean canSign() {
        return keys.current().isPresent();
    }

    SigningKeyList keys() {
        return keys.published();
    }

    Signed head(long size, byte[] root, Instant at) {
        return sign(HEAD, Long.toString(size), LeafSecret.text(root), Long.toString(at.getEpochSecond()))
                .orElseThrow(LedgerSigner::unsigned);
    }

    /** Whether a head was signed by a key that this service publishes. */
    boolean isSigned(TreeHead head) {
        var text = lines(
                HEAD,
                Long.toString(head.size()),
                head.rootHash(),
                Long.toString(head.signedAt().toEpochSecond()));
        return keys.published().keys().stream()
                .filter(key -> key.kid().equals(head.keyId()))
                .anyMatch(key -> new Ed25519.PublicKey(key.x(), key.kid())
                        .verifies(text.getBytes(StandardCharsets.US_ASCII), head.signature()));
    }

    /** Empty without a key. */
    Optional<Signed> promise(Leaf.Stamp rating, LocalDate by) {
        return sign(PROMISE, LeafSecret.text(rating.id()), LeafSecret.text(rating.commitment()), by.toString());
    }

    private Optional<Signed> sign(String... lines) {
        return keys.current()
                .map(key ->
                        new Signed(key.publicKey().id(), key.sign(lines(lines).getBytes(StandardCharsets.US_ASCII))));
    }

    /** One line for each value, each ended by a line feed. */
    private static String lines(String... lines) {
        return String.join("\n", List.of(lines)) + "\n";
    }

    /** The tree has no head to prove anything against. */
    static ProblemException unsigned() {
        return ProblemException.retryLater(
                ProblemType.UNAVAILABLE,
                Duration.ofMinutes(10),
                "Sổ đánh giá chưa có bản ký nào. Hãy thử lại sau.",
                "The ledger of ratings has no signed head yet. Try again later.");
    }
}
