package vn.motcua.agency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The lists of agencies and administrative units. */
@ConfigMapping(prefix = "motcua.agency")
interface AgencyConfig {
    /** How often the lists are read again from the database. */
    @WithDefault("PT5M")
    Duration refresh();

    /** How long a client may use an answer without asking again. */
    @WithDefault("PT1H")
    Duration maxAge();
}
