package vn.motcua.satisfaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the ledger of ratings. */
@ConfigMapping(prefix = "motcua.satisfaction.ledger")
interface LedgerConfig {
    /**
     * How often the tree is signed while it grows, at full multiples of this time; one that did not grow is signed daily. It
     * is also the finest time that a head tells of the ratings below it: between a second and a day.
     */
    @WithDefault("1h")
    Duration headEvery();

    /**
     * How many days after a rating could first be mixed it stands in the ledger, counted or as held; the receipt promises
     * that day.
     */
    @WithDefault("7")
    int promiseDays();
}
