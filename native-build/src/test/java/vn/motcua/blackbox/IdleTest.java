package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that has nothing to do does next to nothing: no job of it runs in circles. */
class IdleTest {
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final Duration WATCHED = Duration.ofSeconds(10);
    /** All jobs together look around some 30 times a second; one that turns without a pause does so thousands of times. */
    private static final int MOST_PER_SECOND = 100;

    @Test
    @Timeout(180)
    void nothingToDoIsNextToNoStatement() throws Exception {
        try (var service = ServiceUnderTest.start("idle", Map.of())) {
            Thread.sleep(SETTLING);
            long before = transactions(service);
            Thread.sleep(WATCHED);
            long perSecond = (transactions(service) - before) / WATCHED.toSeconds();
            assertTrue(perSecond < MOST_PER_SECOND, perSecond + " transactions a second without a request");
        }
    }

    private static long transactions(ServiceUnderTest service) throws SQLException {
        try (var owner = service.postgres().connectAsOwner();
                var rows = owner.createStatement().executeQuery("""
                        select xact_commit + xact_rollback from pg_stat_database where datname = current_database()
                        """)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
