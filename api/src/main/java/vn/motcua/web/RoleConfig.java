package vn.motcua.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What this replica does. */
@ConfigMapping(prefix = "motcua")
public interface RoleConfig {
    /** ALL: serve and deliver. API: serve only. DISPATCHER: deliver only; of HTTP it answers health and metrics alone. */
    @WithDefault("all")
    Role role();

    enum Role {
        ALL,
        API,
        DISPATCHER
    }
}
