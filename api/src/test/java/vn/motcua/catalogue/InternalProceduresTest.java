package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** Procedures between agencies are kept for the record and reach nobody else, by whatever way one asks. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class InternalProceduresTest {
    private static final String CODE = "9.400001";
    private static final String SECRET = "luân chuyển tuyệt mật nội bộ";

    @Inject
    Catalogue catalogue;

    private static String line(String name) {
        return CatalogueFixture.line(
                        CODE, name, ",\"internal\":true,\"replaces\":[\"9.400002\"],\"levels\":[\"MINISTRY\"]")
                .replace(CatalogueFixture.FIELD, "linh-vuc-noi-bo-mat");
    }

    /** Two versions, so that there is a history to hide. */
    @BeforeEach
    void published() {
        CatalogueFixture.publish(line("Thủ tục " + SECRET));
        CatalogueFixture.publish(line("Thủ tục mới " + SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/procedures?q=" + CODE,
                "/v1/procedures?q=luan chuyen tuyet mat noi bo",
                "/v1/procedures?field=linh-vuc-noi-bo-mat",
                "/v1/procedures/suggest?q=" + CODE,
                "/v1/procedures/suggest?q=luan chuyen tuyet mat",
                "/v1/fields",
                "/v1/life-events"
            })
    void listsAndSearchesDoNotShowThem(String address) {
        given().filter(Contract.strict())
                .get(address)
                .then()
                .statusCode(200)
                .body(not(containsString("tuyệt mật")))
                .body(not(containsString("noi-bo-mat")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?at=2026-11-26",
                "?at=2199-01-01",
                "/versions",
                "/diff?from=1",
                "/diff?from=1&to=2",
                ".H44",
                ".000.00.00.H44.01/versions"
            })
    void theirAddressesAreUnknown(String rest) {
        given().filter(Contract.strict())
                .get("/v1/procedures/" + CODE + rest)
                .then()
                .statusCode(404)
                .body(not(containsString("mật")));
    }

    @Test
    void abolishedInternalProcedureIsUnknownToo() {
        CatalogueFixture.publish(
                line("Thủ tục mới " + SECRET).replace("\"internal\":true", "\"internal\":true,\"state\":\"INACTIVE\""));
        given().filter(Contract.strict()).get("/v1/procedures/" + CODE).then().statusCode(404);
    }

    /** A public procedure that becomes internal keeps its public past and nothing else. */
    @Test
    void procedureThatBecomesInternalShowsItsPublicPastOnly() {
        var open = line("Thủ tục từng công khai")
                .replace(CODE, "9.400003")
                .replace("\"internal\":true", "\"internal\":false");
        CatalogueFixture.publish(open);
        CatalogueFixture.publish(line("Thủ tục " + SECRET).replace(CODE, "9.400003"));
        given().filter(Contract.strict()).get("/v1/procedures/9.400003").then().statusCode(404);
        given().filter(Contract.strict())
                .get("/v1/procedures/9.400003/diff?from=1&to=2")
                .then()
                .statusCode(404);
        given().filter(Contract.strict())
                .get("/v1/procedures/9.400003/versions")
                .then()
                .body(not(containsString("mật")));
    }

    @Test
    void theyAreNoSuccessorAndNoStatistic() {
        var old = CatalogueFixture.line("9.400002", "Cũ", "");
        CatalogueFixture.publish(old);
        CatalogueFixture.publish(old.replace("}\n", ",\"state\":\"INACTIVE\"}\n"));
        given().filter(Contract.strict())
                .get("/v1/procedures/9.400002")
                .then()
                .statusCode(404)
                .body("detail", not(containsString(CODE)));
        var month = YearMonth.now(Vietnam.ZONE);
        int before = stock(month);
        CatalogueFixture.publish(line("Thủ tục khác " + SECRET + System.nanoTime()));
        assertEquals(before, stock(month));
    }

    @Test
    void otherFeaturesKnowTheCodeAndNotTheName() {
        assertEquals(CODE, catalogue.inForce(CODE).orElseThrow().name());
        assertFalse(catalogue.changeSince(CODE, 1).isPresent());
    }

    private static int stock(YearMonth month) {
        return given().get("/v1/catalogue/statistics?month=" + month)
                .then()
                .extract()
                .path("total.stock");
    }
}
