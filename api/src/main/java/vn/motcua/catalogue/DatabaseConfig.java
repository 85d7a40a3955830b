package vn.motcua.catalogue;

import io.smallrye.config.ConfigMapping;

/** Where the database is: LISTEN needs a connection of its own, outside the pool. */
@ConfigMapping(prefix = "motcua.database")
interface DatabaseConfig {
    /** {@code postgresql://host:port/database}. */
    String url();

    /** The role that the service runs as. */
    String user();

    /** Its password. */
    String password();
}
