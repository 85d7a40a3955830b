package vn.motcua.calendar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the working-day calendar is kept in memory. */
@ConfigMapping(prefix = "motcua.calendar")
interface CalendarConfig {
    /** How often a replica looks for changed days; days change a few times a year. */
    @WithDefault("10m")
    Duration refresh();
}
