package vn.motcua.quality;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What of the index an installation may set. */
@ConfigMapping(prefix = "motcua.quality")
interface QualityConfig {
    Bands bands();

    /** From which score on. */
    interface Bands {
        @WithDefault("90")
        int excellent();

        @WithDefault("80")
        int good();

        /** Recalled, not seen in a source. */
        @WithDefault("70")
        int fair();

        /** Under it the index is poor. */
        @WithDefault("50")
        int average();
    }

    /** How long a public answer is kept before it is computed again. */
    @WithDefault("10m")
    Duration publicAge();

    default Band.Bounds bounds() {
        return new Band.Bounds(bands().excellent(), bands().good(), bands().fair(), bands().average());
    }
}
