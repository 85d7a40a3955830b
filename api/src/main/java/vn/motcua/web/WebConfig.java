package vn.motcua.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Limits of the HTTP side. */
@ConfigMapping(prefix = "motcua.web")
public interface WebConfig {
    /** Requests in work at one time on this replica; what comes on top is answered 503 at once instead of timing out. */
    @WithDefault("2000")
    int maxInFlight();

    /** Largest body of an ordinary operation. */
    @WithDefault("64K")
    MemorySize maxBody();

    /** Largest batch of dossier events. */
    @WithDefault("16M")
    MemorySize maxEventBatch();

    /** Largest watch-list of a firm: 100,000 lines with room to spare. */
    @WithDefault("16M")
    MemorySize maxWatchlist();

    /** Largest file of a case of feedback; the feature's own limit ({@code motcua.feedback.attachments.largest}) is the same. */
    @WithDefault("10M")
    MemorySize maxAttachment();

    /** Largest catalogue file; the server's own limit ({@code quarkus.http.limits.max-body-size}) must not be smaller. */
    @WithDefault("64M")
    MemorySize maxCatalogueFile();

    /**
     * Issuer of the identity server as browsers reach it, for signing in on the pages; without one they say that there is
     * no signing in. The service itself trusts the issuer of {@code motcua.oidc.url}.
     */
    @WithDefault("${motcua.oidc.url:}")
    Optional<String> issuer();
}
