package vn.motcua.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
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

    @Test
    void serverLeftBehindByAKilledStartGivesWayToTheNext(@TempDir Path folder) throws Exception {
        var orphan = LocalPostgres.durable(folder, LocalPostgres.freePort(), "local-test-only");
        try (var next = LocalPostgres.durable(folder, LocalPostgres.freePort(), "local-test-only");
                var connection = next.connectAsOwner()) {
            assertTrue(connection.isValid(5));
            assertTrue(ProcessHandle.of(orphan.pid()).isEmpty());
        }
    }

    @Test
    void numberOfAStrangerInThePidFileDoesNotBlockTheStart(@TempDir Path folder) throws Exception {
        LocalPostgres.durable(folder, LocalPostgres.freePort(), "local-test-only")
                .close();
        var self = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("data/postmaster.pid"), self + "\n" + folder.resolve("data") + "\n");
        try (var next = LocalPostgres.durable(folder, LocalPostgres.freePort(), "local-test-only");
                var connection = next.connectAsOwner()) {
            assertTrue(connection.isValid(5));
        }
    }

    @Test
    void passwordThatDoesNotFitTheDataIsToldAtOnce(@TempDir Path folder) {
        LocalPostgres.durable(folder, LocalPostgres.freePort(), "local-test-only")
                .close();
        var trouble =
                assertThrows(Trouble.class, () -> LocalPostgres.durable(folder, LocalPostgres.freePort(), "another"));
        assertTrue(trouble.getMessage().contains("secrets"));
    }
}
