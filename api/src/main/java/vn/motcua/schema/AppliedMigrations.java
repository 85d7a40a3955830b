package vn.motcua.schema;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Flyway's history says of this database. */
@Singleton
class AppliedMigrations {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SQL_SCRIPT = "SQL";

    /** No such table, no such schema, no right to read it: nobody has migrated this database far enough. */
    private static final Set<String> NO_HISTORY = Set.of("42P01", "3F000", "42501");

    private static final String HISTORY = """
            select script, type, checksum, success
              from migration.flyway_schema_history
             order by installed_rank
            """;

    private final Pool pool;

    AppliedMigrations(Pool pool) {
        this.pool = pool;
    }

    /**
     * Those of the packaged migrations that the database does not have in the same words. What it has beyond them was left by a
     * newer release, which suits this one.
     */
    List<String> missing(Map<String, Integer> packaged) {
        var applied = history();
        return packaged.entrySet().stream()
                .filter(script -> !script.getValue().equals(applied.get(script.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The checksum of each script as it was applied last; no entry for one that failed or was taken out. */
    private Map<String, Integer> history() {
        var checksums = new HashMap<String, Integer>();
        try {
            for (var row : pool.query(HISTORY).execute().await().atMost(LIMIT)) {
                boolean done =
                        row.getBoolean("success") && row.getString("type").equals(SQL_SCRIPT);
                checksums.put(row.getString("script"), done ? row.getInteger("checksum") : null);
            }
        } catch (PgException e) {
            if (!NO_HISTORY.contains(e.getSqlState())) {
                throw e;
            }
        }
        return checksums;
    }
}
