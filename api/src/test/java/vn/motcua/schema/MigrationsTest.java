package vn.motcua.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

/** The one read that stands for Flyway's start says what Flyway itself would say. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class MigrationsTest {
    private static final String TABLES = "db/migration/dossier/V0400__dossier.sql";
    private static final String REPEATABLE = "db/migration/agency/R__agency_reference.sql";

    @Inject
    AppliedMigrations applied;

    @Inject
    Flyway flyway;

    @Test
    void checksumsAreThoseOfFlyway() {
        var flyways = Arrays.stream(flyway.info().all())
                .filter(known -> known.getChecksum() != null)
                .collect(Collectors.toMap(MigrationInfo::getScript, MigrationInfo::getChecksum));
        assertFalse(flyways.isEmpty());
        assertEquals(flyways, packaged());
    }

    @Test
    void nothingIsMissingOnceFlywayHasMigrated() {
        assertEquals(List.of(), applied.missing(packaged()));
    }

    @Test
    void aMigrationThatIsNotInTheHistoryIsMissing() {
        var packaged = new TreeMap<>(packaged());
        packaged.put("V9999__of_the_next_release.sql", 1);
        assertEquals(List.of("V9999__of_the_next_release.sql"), applied.missing(packaged));
    }

    @Test
    void aMigrationThatWasAppliedInOtherWordsIsMissing() throws SQLException {
        assertMissing(TABLES, "checksum = checksum + 1", "checksum = checksum - 1");
        assertMissing(REPEATABLE, "checksum = checksum + 1", "checksum = checksum - 1");
    }

    @Test
    void aMigrationThatFailedOrWasTakenOutIsMissing() throws SQLException {
        assertMissing(TABLES, "success = false", "success = true");
        assertMissing(TABLES, "type = 'DELETE'", "type = 'SQL'");
    }

    @Test
    void whatANewerReleaseAppliedDoesNotMatter() throws SQLException {
        change("insert into migration.flyway_schema_history values "
                + "(9999, '9999', 'later', 'SQL', 'V9999__later.sql', 7, 'x', now(), 1, true)");
        try {
            assertEquals(List.of(), applied.missing(packaged()));
        } finally {
            change("delete from migration.flyway_schema_history where installed_rank = 9999");
        }
    }

    private void assertMissing(String script, String change, String back) throws SQLException {
        var update = "update migration.flyway_schema_history set %s where script = '" + script + "'";
        change(update.formatted(change));
        try {
            assertEquals(List.of(script), applied.missing(packaged()));
        } finally {
            change(update.formatted(back));
        }
    }

    private Map<String, Integer> packaged() {
        return PackagedMigrations.of(flyway.getConfiguration());
    }

    private static void change(String sql) throws SQLException {
        try (var connection = LocalParts.postgres().connectAsOwner();
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }
}
