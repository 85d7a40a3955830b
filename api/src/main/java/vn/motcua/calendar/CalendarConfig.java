package vn.motcua.calendar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the working-day calendar is kept in memory. */
@ConfigMapping(prefix = "motcua.calendar")
interface CalendarConfig {
    /** How often a replica looks for a newer revision, beside being told of it: what a cut connection costs at most. */
    @WithDefault("1m")
    Duration refresh();

    /** From this day of a year on ({@code MM-dd}) next year's calendar must be there; readiness, log and a metric say if not. */
    @WithDefault("10-01")
    String nextYearFrom();
}
