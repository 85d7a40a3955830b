package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

/** What is published is read from memory: every table can be out of reach. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class QuietReadsTest {
    private static final List<String> READS = List.of(
            "/v1/procedures/9.000001",
            "/v1/procedures?q=khai+sinh",
            "/v1/procedures?limit=5",
            "/v1/procedures/suggest?q=khai",
            "/v1/fields",
            "/v1/life-events",
            "/v1/catalogue/changes?limit=5",
            "/v1/catalogue/pack",
            "/v1/catalogue/pack/manifest",
            "/v1/catalogue/keys",
            "/sitemap.xml");
    /** A public read whose answer is not kept in memory. */
    private static final String NEEDS_A_TABLE = "/v1/feedback?q=thang";

    /** On a busy machine an answer from memory comes long before this; one that waits for a table never does. */
    private static final int PATIENCE = 20_000;

    private static final int IMPATIENCE = 2_000;
    private static final String DEADLOCK = "40P01";

    @Test
    void readsOfUnchangedDataNeedNoTable() throws Exception {
        CatalogueFixture.publish(CatalogueFixture.ALL);
        try (var owner = LocalParts.postgres().connectAsOwner()) {
            owner.setAutoCommit(false);
            lockEveryTable(owner);
            for (var address : READS) {
                var first = waiting(PATIENCE).get(address);
                assertEquals(200, first.statusCode(), address);
                assertEquals(
                        304,
                        waiting(PATIENCE)
                                .header("If-None-Match", first.header("ETag"))
                                .get(address)
                                .statusCode(),
                        address);
            }
            waiting(PATIENCE)
                    .accept("application/ld+json")
                    .get(READS.getFirst())
                    .then()
                    .statusCode(200);
            assertThrows(
                    SocketTimeoutException.class,
                    () -> waiting(IMPATIENCE).get(NEEDS_A_TABLE),
                    "a read that does need a table waits: so the others asked none");
            owner.rollback();
        }
    }

    private static RequestSpecification waiting(int millis) {
        return given().config(RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", millis)));
    }

    /**
     * Whoever asks anything of a table of the service now waits until the end of this test. Its jobs do so too, and may
     * hold what is to be locked: where the database ends this attempt and not the job's, it is made again.
     */
    private static void lockEveryTable(Connection owner) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (var sql = owner.createStatement()) {
                sql.execute("set local lock_timeout = '30s'");
                sql.execute("lock table " + everyTable(sql) + " in access exclusive mode");
                return;
            } catch (SQLException e) {
                if (!DEADLOCK.equals(e.getSQLState()) || attempt == 5) {
                    throw e;
                }
                owner.rollback();
            }
        }
    }

    private static String everyTable(Statement sql) throws SQLException {
        try (var row = sql.executeQuery("""
                select string_agg(format('%I.%I', schemaname, tablename), ', ' order by schemaname, tablename)
                from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
                """)) {
            row.next();
            return row.getString(1);
        }
    }
}
