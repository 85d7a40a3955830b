package vn.motcua.catalogue;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** Signs packs, and tells with which keys they were, are and will be signed. A wrong key stops the start. */
@Startup
@ApplicationScoped
class PackSigner {
    private static final Logger LOG = Logger.getLogger(PackSigner.class);

    private final Optional<Ed25519> key;
    private final SigningKeyList keys;
    private volatile PackManifest latest;

    PackSigner(SigningConfig config) {
        key = config.key().map(Ed25519::parse);
        keys = new SigningKeyList(keys(config, key));
        var ids = new HashSet<String>();
        if (!keys.keys().stream().map(SigningKey::kid).allMatch(ids::add)) {
            throw new IllegalStateException(
                    "motcua.catalogue.signing names one key twice: a key is current, next or retired");
        }
        if (key.isEmpty()) {
            LOG.warn("MOTCUA_CATALOGUE_SIGNING_KEY is not set: the catalogue pack is served without a signed manifest");
        }
    }

    SigningKeyList keys() {
        return keys;
    }

    /** Signed once a release: signing is cheap, but anybody may ask. */
    PackManifest manifest(CataloguePack pack) {
        var signed = latest;
        if (signed == null || !signed.contentSha256().equals(pack.contentSha256())) {
            signed = PackManifest.of(pack, key.orElseThrow(PackSigner::unsigned));
            latest = signed;
        }
        return signed;
    }

    private static List<SigningKey> keys(SigningConfig config, Optional<Ed25519> key) {
        var all = new ArrayList<SigningKey>();
        key.ifPresent(current -> all.add(SigningKey.of(
                current.publicKey(), SigningKey.Status.CURRENT, config.from().orElse(null), null)));
        config.next()
                .forEach(next -> all.add(SigningKey.of(
                        Ed25519.PublicKey.parse(next.publicKey()), SigningKey.Status.NEXT, next.from(), null)));
        config.retired()
                .forEach(old -> all.add(SigningKey.of(
                        Ed25519.PublicKey.parse(old.publicKey()),
                        SigningKey.Status.RETIRED,
                        old.from().orElse(null),
                        old.until())));
        return List.copyOf(all);
    }

    private static ProblemException unsigned() {
        return ProblemException.retryLater(
                ProblemType.UNAVAILABLE,
                Duration.ofMinutes(10),
                "Máy chủ này chưa có khoá ký danh mục. Hãy dùng từng thủ tục, hoặc thử lại sau.",
                "This server has no key to sign the catalogue yet. Read single procedures, or try again later.");
    }
}
