package vn.motcua.dossier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an agency's queue calls urgent. Derived, not law. */
@ConfigMapping(prefix = "motcua.dossier.queue")
public interface QueueConfig {
    /** A dossier is due soon when no more than so many working days are left. */
    @WithDefault("2")
    int dueSoonWorkingDays();

    /** A dossier has waited long for its applicant after this time. */
    @WithDefault("30d")
    Duration pausedLong();

    /** Most lines of an export. */
    @WithDefault("50000")
    int export();
}
