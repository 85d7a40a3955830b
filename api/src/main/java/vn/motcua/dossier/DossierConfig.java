package vn.motcua.dossier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** Rules of the dossier feature that an installation may set. */
@ConfigMapping(prefix = "motcua.dossier")
public interface DossierConfig {
    /** Older news is kept but wakes nobody: a replay of last year must not ring a million phones. */
    @WithDefault("7d")
    Duration notifyWithin();

    Office office();

    /** Office hours, Vietnamese time. */
    interface Office {
        /** When offices open. */
        @WithDefault("07:30")
        LocalTime opens();

        /** When they close for lunch. */
        @WithDefault("11:30")
        LocalTime lunchFrom();

        /** When they open again. */
        @WithDefault("13:30")
        LocalTime lunchTo();

        /** When they close; a time limit in days ends at this time of its last day. */
        @WithDefault("17:00")
        LocalTime closes();

        /** What comes in later than this is not due on the same day. */
        @WithDefault("15:00")
        LocalTime sameDayUntil();

        default OfficeHours hours() {
            return new OfficeHours(opens(), lunchFrom(), lunchTo(), closes(), sameDayUntil());
        }
    }
}
