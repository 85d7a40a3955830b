package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CatalogueTest {
    @Inject
    Catalogue catalogue;

    @BeforeEach
    void published() {
        CatalogueFixture.publish(CatalogueFixture.ALL).body("refused", hasSize(0));
    }

    private static RequestSpecification client() {
        return given().filter(Contract.strict()).queryParam("field", CatalogueFixture.FIELD);
    }

    private static List<String> found(String q) {
        return client().queryParam("q", q)
                .get("/v1/procedures")
                .then()
                .statusCode(200)
                .extract()
                .path("items.code");
    }

    @Test
    void marksDoNotMatter() {
        var found = found("đăng ký khai sinh");
        assertEquals("9.000001", found.getFirst());
        assertEquals(found, found("dang ky khai sinh"));
        assertEquals(found, found("DANG KY KHAI SINH"));
    }

    @Test
    void nationalStandsBeforeLocal() {
        assertEquals(List.of("9.000001", "9.000002", "9.000001.H38"), found("khai sinh"));
    }

    @Test
    void typingErrorAndEnglishAndEditorsWordsFindIt() {
        assertEquals("9.000004", found("hộ chiếo").getFirst());
        assertEquals("9.000001", found("birth registration").getFirst());
        assertEquals("9.000001", found("lam giay khai sinh").getFirst());
        assertEquals(List.of(), found("$%&"));
    }

    @Test
    void codeInAnyFormComesFirst() {
        assertEquals("9.000001", found("9.000001").getFirst());
        assertEquals("9.000001.H38", found("9.000001.000.00.00.H38.02").getFirst());
        assertEquals("9.000001", found("9.000001.H44").getFirst());
    }

    @Test
    void facetsCountTheWholeResult() {
        client().queryParam("limit", 1)
                .get("/v1/procedures")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("facets.name", contains("field", "level", "agency", "subject", "lifeEvent", "onlineLevel"))
                .body("facets[0].values[0].count", equalTo(6))
                .body("facets[1].values.value", contains("COMMUNE", "PROVINCE"))
                .body("facets[1].values.count", contains(5, 1))
                .body("facets[1].values.label", contains("Cấp Xã", "Cấp Tỉnh"))
                .body("facets[2].values.label", contains("Bộ Tư pháp"))
                .body("facets[4].values.label", contains("Có con nhỏ"));
    }

    @Test
    void filtersCombine() {
        client().queryParam("subject", "CITIZEN")
                .queryParam("level", "PROVINCE")
                .get("/v1/procedures")
                .then()
                .body("items.code", contains("9.000004"));
        client().queryParam("lifeEvent", "co-con-nho")
                .queryParam("agency", "G15")
                .queryParam("onlineLevel", "FULL")
                .get("/v1/procedures")
                .then()
                .body("items.code", contains("9.000001"))
                .body("items[0].timeLimit.unit", equalTo("WORKING_DAY"));
        client().queryParam("agency", "G01").get("/v1/procedures").then().body("items", hasSize(0));
    }

    @Test
    void facetKeepsShowingWhatElseItsOwnFilterCouldBe() {
        client().queryParam("level", "PROVINCE")
                .get("/v1/procedures")
                .then()
                .body("items.code", contains("9.000004"))
                .body("facets[0].values.count", contains(1))
                .body("facets[1].values.value", contains("COMMUNE", "PROVINCE"))
                .body("facets[1].values.count", contains(5, 1))
                .body("facets[3].values.value", contains("CITIZEN", "FOREIGNER"));
        client().queryParam("level", "PROVINCE")
                .queryParam("subject", "FOREIGNER")
                .queryParam("lifeEvent", "co-con-nho")
                .get("/v1/procedures")
                .then()
                .body("items", hasSize(0))
                .body("facets[1].values", hasSize(0))
                .body("facets[4].values", hasSize(0));
        client().queryParam("q", "khai sinh")
                .queryParam("subject", "FOREIGNER")
                .get("/v1/procedures")
                .then()
                .body("items", hasSize(0))
                .body("facets[3].values.value", contains("CITIZEN"))
                .body("facets[3].values.count", contains(2));
    }

    @Test
    void pagingShowsEverythingOnceByCode() {
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var request = client().queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/procedures")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.code"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertEquals(List.of("9.000001", "9.000001.H38", "9.000002", "9.000003", "9.000004", "9.000005"), seen);
    }

    @Test
    void suggestionsBeginWithWhatWasTyped() {
        given().filter(Contract.strict())
                .queryParam("q", "đăng ký khai s")
                .get("/v1/procedures/suggest")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("9.000001", "9.000002"))
                .body("items[0].name", startsWith("Thủ tục đăng ký khai sinh"));
        given().filter(Contract.strict())
                .queryParam("q", "9.00000")
                .get("/v1/procedures/suggest")
                .then()
                .body("items.code", hasItem("9.000003"));
    }

    @Test
    void recordIsWholeAndLocalFormsLeadToIt() {
        for (var form : List.of("9.000001", "9.000001.H44", "9.000001.000.00.00.H44.02")) {
            given().filter(Contract.strict())
                    .get("/v1/procedures/" + form)
                    .then()
                    .statusCode(200)
                    .body("code", equalTo("9.000001"))
                    .body("nameEn", equalTo("Birth registration"))
                    .body("summary.vi", equalTo("Khai sinh cho bé."))
                    .body("components[0].case", equalTo("Giấy tờ phải nộp"))
                    .body("methods[0].timeLimit.value", equalTo(1))
                    .body("keywords", contains("làm giấy khai sinh"))
                    .body("completeness.complete", equalTo(true))
                    .body("kind", equalTo("NATIONAL"));
        }
        given().filter(Contract.strict())
                .get("/v1/procedures/9.000001.H38")
                .then()
                .body("code", equalTo("9.000001.H38"))
                .body("kind", equalTo("LOCAL"))
                .body(
                        "completeness.missing",
                        containsInAnyOrder("STEPS", "METHODS", "COMPONENTS", "TIME_LIMIT", "SUBJECTS", "AGENCIES"));
    }

    @Test
    void unknownAndMalformedCodesAreProblems() {
        given().filter(Contract.strict()).get("/v1/procedures/8.999999").then().statusCode(404);
        given().filter(Contract.strict())
                .get("/v1/procedures/8.999999/versions")
                .then()
                .statusCode(404);
        for (var bad : List.of(
                "/v1/procedures/khai-sinh",
                "/v1/procedures/9.000001?at=hom-qua",
                "/v1/procedures/9.000001?at=%2B999999999-01-01",
                "/v1/procedures?level=HAMLET",
                "/v1/procedures?limit=0",
                "/v1/procedures?limit=x",
                "/v1/procedures?cursor=x",
                "/v1/procedures?q=" + "a".repeat(201),
                "/v1/procedures/suggest",
                "/v1/procedures/suggest?q=")) {
            assertEquals(
                    400,
                    given().filter(Contract.responsesOnly())
                            .urlEncodingEnabled(false)
                            .get(bad)
                            .statusCode(),
                    bad);
        }
    }

    @Test
    void fieldsAndLifeEventsAreCounted() {
        given().filter(Contract.strict())
                .get("/v1/fields")
                .then()
                .statusCode(200)
                .body("items.find { it.code == '" + CatalogueFixture.FIELD + "' }.procedures", equalTo(6));
        given().filter(Contract.strict())
                .header("Accept-Language", "en")
                .get("/v1/life-events")
                .then()
                .statusCode(200)
                .body("items", hasSize(22))
                .body("items[0].name", equalTo("Having a child"))
                .body("items[0].audience", equalTo("CITIZEN"))
                .body("items[21].code", equalTo("tam-dung-cham-dut"));
    }

    @Test
    void otherFeaturesReadFactsFromMemory() {
        var facts = catalogue.inForce("9.000001").orElseThrow();
        assertEquals("Thủ tục đăng ký khai sinh", facts.name());
        assertEquals(
                List.of(
                        new ProcedureFacts.Limit("ONLINE", 1, "WORKING_DAY"),
                        new ProcedureFacts.Limit(null, 1, "WORKING_DAY")),
                facts.limits());
        assertEquals("Lĩnh vực kiểm thử", catalogue.fieldName(CatalogueFixture.FIELD));
        assertTrue(catalogue.inForce("8.999999").isEmpty());
    }
}
