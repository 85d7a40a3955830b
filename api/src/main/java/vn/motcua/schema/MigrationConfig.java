package vn.motcua.schema;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What this replica may do to the database at its start. */
@ConfigMapping(prefix = "motcua")
public interface MigrationConfig {
    /** APPLY: bring the database up to date. CHECK: refuse to start on one that is not; somebody else migrates. */
    @WithDefault("apply")
    Mode migration();

    enum Mode {
        APPLY,
        CHECK
    }
}
