package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** Two days of the 1970s, when no other test publishes. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ReviewTest {
    /** No version is in force today: the catalogue that is served does not change. */
    private static final String END = "1972-06-01";

    private static final String PERIOD = "?from=1971-01-01&to=1971-12-31";

    @BeforeEach
    void publish() throws SQLException {
        forget();
        // Of five internal procedures one is cut, one amended and then there is a new one.
        for (int i = 1; i <= 5; i++) {
            version(i, 1, "1970-01-01", i == 1 || i == 2 ? "1971-05-01" : null, "NEW", true, "MINISTRY");
        }
        version(1, 2, "1971-05-01", null, "ABOLISHED", true, "MINISTRY");
        version(2, 2, "1971-05-01", null, "AMENDED", true, "MINISTRY");
        version(6, 1, "1971-06-01", null, "NEW", true, "MINISTRY");
        // Of three of a ministry one goes to the province, one to province and commune, one stays.
        version(11, 1, "1970-01-01", "1971-05-01", "NEW", false, "MINISTRY");
        version(11, 2, "1971-05-01", null, "AMENDED", false, "PROVINCE");
        version(12, 1, "1970-01-01", "1971-07-01", "NEW", false, "MINISTRY");
        version(12, 2, "1971-07-01", null, "AMENDED", false, "PROVINCE\",\"COMMUNE");
        version(13, 1, "1970-01-01", null, "NEW", false, "MINISTRY");
        version(14, 1, "1970-01-01", "1971-07-01", "NEW", false, "PROVINCE");
        version(14, 2, "1971-07-01", null, "AMENDED", false, "COMMUNE");
    }

    @AfterEach
    void forget() throws SQLException {
        sql("delete from catalogue.procedure_version where code like '9.66%'");
        sql("delete from catalogue.release where published_at = timestamptz '1970-01-01 00:00:00+00'");
    }

    @Test
    void internalProceduresCutAndReviewedAreSharesOfThoseThatThereWere() {
        officer()
                .get("/v1/catalogue-reviews/internal-procedures" + PERIOD)
                .then()
                .statusCode(200)
                .body("total.stockBefore", equalTo(5))
                .body("total.cut", equalTo(1))
                .body("total.amended", equalTo(1))
                .body("total.added", equalTo(1))
                .body("total.stock", equalTo(5))
                .body("total.cutShare", equalTo(20.0f))
                .body("total.reviewedShare", equalTo(40.0f))
                .body("byAuthority.name", contains("Bộ Mẫu"));
    }

    @Test
    void competenceBeforeAndAfterIsToldByTheLevelsOfBothDays() {
        var page = officer()
                .get("/v1/catalogue-reviews/decentralisation" + PERIOD + "&limit=2")
                .then()
                .statusCode(200)
                .body("heldByMinistries", equalTo(3))
                .body("decentralised", equalTo(2))
                .body("share", equalTo(66.67f))
                .body("moves", hasSize(3))
                .body("items.code", contains("9.660011", "9.660012"))
                .body("items[0].after", contains("PROVINCE"))
                .body("items[0].since", equalTo("1971-05-01"));
        officer()
                .get("/v1/catalogue-reviews/decentralisation" + PERIOD + "&limit=2&cursor="
                        + page.extract().path("nextCursor"))
                .then()
                .statusCode(200)
                .body("items.code", contains("9.660014"));
    }

    @Test
    void onlyOfficersAskAndTheDaysAreInOrder() {
        for (var path : new String[] {"internal-procedures", "decentralisation"}) {
            given().filter(Contract.responsesOnly())
                    .get("/v1/catalogue-reviews/" + path + PERIOD)
                    .then()
                    .statusCode(401);
            for (var query : new String[] {"", "?from=1971-01-02&to=1971-01-01", "?from=x&to=1971-01-01"}) {
                officer()
                        .noFilters()
                        .filter(Contract.responsesOnly())
                        .get("/v1/catalogue-reviews/" + path + query)
                        .then()
                        .statusCode(400);
            }
        }
    }

    private static RequestSpecification officer() {
        var token = LocalParts.token("officer-review", "officer", Map.of("agency", "G15"));
        return given().header("Authorization", "Bearer " + token).filter(Contract.strict());
    }

    private static void version(
            int procedure, int number, String from, String to, String change, boolean internal, String levels)
            throws SQLException {
        sql("""
                with release as (
                    insert into catalogue.release (published_at, mode, added, amended, abolished, unchanged, refused)
                    values (timestamptz '1970-01-01 00:00:00+00', 'MERGE', 1, 0, 0, 0, 0) returning id)
                insert into catalogue.procedure_version (code, number, valid_from, valid_to, release_id, change, internal, record,
                                                         checksum)
                select '9.66%04d', %d, date '%s', %s, id, '%s', %s,
                       '{"name":"Thủ tục mẫu","publishingAuthority":{"code":"G98","name":"Bộ Mẫu"},"levels":["%s"]}', ''
                from release
                """.formatted(procedure, number, from, "date '" + (to == null ? END : to) + "'", change, internal, levels));
    }

    private static void sql(String statement) throws SQLException {
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
