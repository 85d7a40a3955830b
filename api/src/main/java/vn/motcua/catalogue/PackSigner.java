package vn.motcua.catalogue;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.motcua.openapi.Ed25519;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.SigningKeyList;
import vn.motcua.openapi.SigningKeys;

/** Signs packs, and tells with which keys they were, are and will be signed. A wrong key stops the start. */
@Startup
@ApplicationScoped
class PackSigner {
    private static final Logger LOG = Logger.getLogger(PackSigner.class);

    private final Optional<Ed25519> key;
    private final SigningKeyList keys;
    private volatile PackManifest latest;

    PackSigner(SigningConfig config) {
        var read = SigningKeys.of(config, "motcua.catalogue.signing");
        key = read.current();
        keys = read.published();
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

    private static ProblemException unsigned() {
        return ProblemException.retryLater(
                ProblemType.UNAVAILABLE,
                Duration.ofMinutes(10),
                "Máy chủ này chưa có khoá ký danh mục. Hãy dùng từng thủ tục, hoặc thử lại sau.",
                "This server has no key to sign the catalogue yet. Read single procedures, or try again later.");
    }
}
