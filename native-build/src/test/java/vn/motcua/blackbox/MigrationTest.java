package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import vn.motcua.local.LocalPostgres;

/** No replica ever answers from a database that lacks a migration, and replicas that start together wait for each other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class MigrationTest {
    private static final Map<String, String> CHECK = Map.of("MOTCUA_MIGRATION", "check");
    private static LocalPostgres postgres;

    @BeforeAll
    static void emptyDatabase() {
        postgres = LocalPostgres.throwaway();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    @Order(1)
    void aReplicaThatMayNotMigrateRefusesAnEmptyDatabase() throws IOException {
        assertTrue(refusal("check-empty").contains("the database lacks db/migration/agency/R__"));
    }

    @Test
    @Order(2)
    void replicasThatStartTogetherOnAnEmptyDatabaseAllServe() throws Exception {
        try (var together = Executors.newFixedThreadPool(2)) {
            Callable<ServiceUnderTest> one = () -> ServiceUnderTest.startOn(postgres, "together-1", Map.of());
            Callable<ServiceUnderTest> two = () -> ServiceUnderTest.startOn(postgres, "together-2", Map.of());
            for (var started : together.invokeAll(List.of(one, two))) {
                try (var service = started.get()) {
                    assertServes(service);
                }
            }
        }
    }

    @Test
    @Order(3)
    void aReplicaThatMayNotMigrateServesAMigratedDatabase() throws Exception {
        try (var service = ServiceUnderTest.startOn(postgres, "check-migrated", CHECK)) {
            assertServes(service);
        }
    }

    @Test
    @Order(4)
    void aDatabaseOfTheReleaseBeforeIsBroughtUpToDate() throws Exception {
        change("delete from migration.flyway_schema_history where script like '%/V05%'");
        change("drop schema notification cascade");
        var refusal = refusal("check-old");
        assertTrue(refusal.contains("lacks db/migration/notification/V0500"), refusal);
        try (var service = ServiceUnderTest.startOn(postgres, "apply-old", Map.of())) {
            assertServes(service);
        }
    }

    private static String refusal(String name) throws IOException {
        assertThrows(
                IllegalStateException.class,
                () -> ServiceUnderTest.startOn(postgres, name, CHECK).close());
        return Files.readString(Path.of("target", "service-" + name + ".log"));
    }

    private static void assertServes(ServiceUnderTest service) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.baseUri().resolve("/v1/satisfaction"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer.body());
        }
    }

    private static void change(String sql) throws SQLException {
        try (var connection = postgres.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
