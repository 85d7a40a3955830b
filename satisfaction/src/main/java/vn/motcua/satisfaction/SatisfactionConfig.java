package vn.motcua.satisfaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of rating. */
@ConfigMapping(prefix = "motcua.satisfaction")
interface SatisfactionConfig {
    /** How many days after a dossier's end its ticket can be used. */
    @WithDefault("30")
    int ticketDays();
}
