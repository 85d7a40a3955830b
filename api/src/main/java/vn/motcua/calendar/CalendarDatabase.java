package vn.motcua.calendar;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the database is: LISTEN needs a connection of its own, outside the pool. */
@ConfigMapping(prefix = "motcua.database")
interface CalendarDatabase {
    /** {@code postgresql://host:port/database}. */
    String url();

    /** The role that the service runs as. */
    String user();

    /** Its password. */
    String password();

    /** The role that migrates; named here because a mapping must know every property below its prefix. */
    Optional<String> owner();

    /** The migrating role's password. */
    Optional<String> ownerPassword();
}
