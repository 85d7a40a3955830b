package vn.motcua.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this replica keeps up with the published catalogue. */
@ConfigMapping(prefix = "motcua.catalogue")
interface CatalogueConfig {
    /**
     * How often to look for a new release in case its notification was lost: a release is to be served within 2 s, reading it
     * included. One look is two reads of the newest number by its key.
     */
    @WithDefault("500ms")
    Duration poll();

    /** How long caches may keep a public answer of the catalogue before asking again. */
    @WithDefault("30s")
    Duration maxAge();

    /** How often the ranking takes in how many dossiers were filed for each procedure. */
    @WithDefault("1h")
    Duration popularity();

    /** How far back the change feed goes: who was away longer starts again from the pack. */
    @WithDefault("400d")
    Duration changesKept();
}
