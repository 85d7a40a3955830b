package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

/** What is published is read from memory: the tables can be out of reach, and the database sees no statement. */
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
    private static final int ROUNDS = 20;

    @Test
    void readsOfUnchangedDataNeedNoTable() throws Exception {
        CatalogueFixture.publish(CatalogueFixture.ALL);
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            // Whoever reads one of these tables now waits until the end of this test.
            sql.execute("""
                    lock table catalogue.procedure_version, catalogue.release, catalogue.editorial, catalogue.life_event
                    in access exclusive mode
                    """);
            for (var address : READS) {
                var first = given().get(address);
                assertEquals(200, first.statusCode(), address);
                assertEquals(
                        304,
                        given().header("If-None-Match", first.header("ETag"))
                                .get(address)
                                .statusCode(),
                        address);
            }
            given().accept("application/ld+json").get(READS.getFirst()).then().statusCode(200);
            owner.rollback();
        }
    }

    @Test
    void readsOfUnchangedDataAreNoStatements() throws Exception {
        CatalogueFixture.publish(CatalogueFixture.ALL);
        READS.forEach(address -> given().get(address));
        long before = transactions();
        long begun = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            READS.forEach(address -> assertEquals(200, given().get(address).statusCode()));
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        long after = transactions();
        // The jobs of the service look around all the time: what they do in as long a time without requests.
        Thread.sleep(took);
        long jobs = transactions() - after;
        long reads = after - before - jobs;
        int requests = ROUNDS * READS.size();
        assertTrue(
                reads < requests / 4,
                reads + " transactions for " + requests + " requests, besides " + jobs + " of the jobs");
    }

    /** Each statement of the service outside a transaction is one; counts are flushed within a second. */
    private static long transactions() throws SQLException, InterruptedException {
        Thread.sleep(1_500);
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement();
                var row = sql.executeQuery("""
                        select xact_commit + xact_rollback from pg_stat_database where datname = current_database()
                        """)) {
            row.next();
            return row.getLong(1);
        }
    }
}
