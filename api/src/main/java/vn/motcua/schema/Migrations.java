package vn.motcua.schema;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import vn.motcua.openapi.StartOrder;

/**
 * Before anything else reads the database: it has every migration that this program carries, or the program does not start.
 * One read tells; Flyway, with its connections over JDBC and its lock, works only when something is missing. Replicas that
 * start together on an old database wait for each other at Flyway's lock.
 */
@ApplicationScoped
class Migrations {
    private static final Logger LOG = Logger.getLogger(Migrations.class);

    private final AppliedMigrations applied;
    private final Flyway flyway;
    private final MigrationConfig config;

    Migrations(AppliedMigrations applied, Flyway flyway, MigrationConfig config) {
        this.applied = applied;
        this.flyway = flyway;
        this.config = config;
    }

    void start(@Observes @Priority(StartOrder.SCHEMA) StartupEvent started) {
        var missing = applied.missing(PackagedMigrations.of(flyway.getConfiguration()));
        if (missing.isEmpty()) {
            return;
        }
        switch (config.migration()) {
            case APPLY -> flyway.migrate();
            case CHECK ->
                throw new IllegalStateException("the database lacks " + String.join(", ", missing)
                        + "; it is migrated by a start with MOTCUA_MIGRATION=apply and the owner's role");
        }
        LOG.infof("%d migrations were missing", missing.size());
    }
}
