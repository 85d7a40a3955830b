package vn.motcua.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    @Test
    void dataSurviveARestartAndAreDurable(@TempDir Path folder) throws Exception {
        try (var first = LocalPostgres.durable(folder, LocalPostgres.freePort(), "local-test-only");
                var connection = first.connectAsOwner();
                var sql = connection.createStatement()) {
            sql.execute("create table kept as select 42 as answer");
        }
        try (var second = LocalPostgres.durable(folder, LocalPostgres.freePort(), "local-test-only");
                var connection = second.connectAsOwner();
                var sql = connection.createStatement()) {
            var rows = sql.executeQuery("select answer, current_setting('fsync') from kept");
            assertTrue(rows.next());
            assertEquals(42, rows.getInt(1));
            assertEquals("on", rows.getString(2));
        }
    }
}
