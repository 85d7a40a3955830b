package vn.motcua.agency;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class AgencyResourceTest {
    private static final String AGENCIES = "/v1/agencies";
    private static final String UNITS = "/v1/administrative-units";

    @Inject
    Agencies agencies;

    @Test
    void firstLevelHoldsMinistriesAndTodaysProvincesByCode() {
        var codes = allCodes(AGENCIES, 7);
        assertEquals(codes.stream().sorted().toList(), codes);
        assertEquals(59, codes.size(), "25 ministries and central agencies, 34 provinces");
        assertEquals(34, codes.stream().filter(code -> code.startsWith("H")).count());
    }

    @Test
    void pagesOfEverySizeGiveTheSameList() {
        assertEquals(allCodes(AGENCIES, 100), allCodes(AGENCIES, 20));
        assertEquals(allCodes(UNITS, 100), allCodes(UNITS, 1));
    }

    @Test
    void lastPageHasNoCursor() {
        good().queryParam("limit", 100).get(AGENCIES).then().statusCode(200).body("nextCursor", is(nullValue()));
    }

    @Test
    void parentGivesTheAgenciesBelowIt() {
        good().queryParam("parent", "H44")
                .queryParam("limit", 100)
                .get(AGENCIES)
                .then()
                .statusCode(200)
                .body("items.code", hasItems("H44.07", "H44.100"))
                .body("items.code", everyItem(startsWith("H44.")))
                .body("items.parent", everyItem(equalTo("H44")));
    }

    @Test
    void smallLettersInAParentAreUnderstood() {
        good().queryParam("parent", "h44").get(AGENCIES).then().statusCode(200).body("items", hasSize(20));
    }

    @Test
    void provinceNamesItsStatisticalUnitAndTheUnitNamesTheProvince() {
        good().queryParam("limit", 100)
                .get(AGENCIES)
                .then()
                .body("items.find { it.code == 'H44' }.administrativeUnit", equalTo("25"))
                .body("items.find { it.code == 'H44' }.level", equalTo("PROVINCE"))
                .body("items.find { it.code == 'G15' }.level", equalTo("MINISTRY"));
        good().queryParam("limit", 100)
                .get(UNITS)
                .then()
                .statusCode(200)
                .body("items", hasSize(34))
                .body("items.find { it.code == '25' }.agencyCode", equalTo("H44"))
                .body("items.agencyCode", everyItem(notNullValue()));
    }

    @Test
    void closedCodesAreNotListedButKeepTheirName() {
        good().queryParam("limit", 100).get(AGENCIES).then().body("items.code", not(hasItem("H62")));
        assertEquals("Ủy ban nhân dân tỉnh Vĩnh Phúc", agencies.name("H62"));
        assertEquals("H99.01", agencies.name("H99.01"));
    }

    @ParameterizedTest
    @CsvSource({AGENCIES + ",H99", AGENCIES + ",H44.07.01", UNITS + ",99", UNITS + ",25"})
    void parentWithoutChildrenGivesAnEmptyPage(String list, String parent) {
        good().queryParam("parent", parent)
                .get(list)
                .then()
                .statusCode(200)
                .body("items", is(empty()))
                .body("nextCursor", is(nullValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {AGENCIES, UNITS})
    void currentAnswerIsNotSentAgain(String list) {
        var first = good().get(list);
        var tag = first.header("ETag");
        assertEquals("public, max-age=3600", first.header("Cache-Control"));
        given().filter(Contract.responsesOnly())
                .header("If-None-Match", tag)
                .get(list)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(is(""));
        good().queryParam("limit", 3)
                .header("If-None-Match", tag)
                .get(list)
                .then()
                .statusCode(200)
                .header("ETag", not(tag));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    limit, 0
                    limit, 101
                    limit, -1
                    limit, many
                    limit, 99999999999
                    cursor, !!
                    cursor, QQBC
                    parent, H44/07
                    parent, a b
                    """)
    void badParametersAreProblems(String name, String value) {
        for (var list : List.of(AGENCIES, UNITS)) {
            given().filter(Contract.responsesOnly())
                    .queryParam(name, value)
                    .get(list)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/invalid-input"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {AGENCIES, UNITS})
    void overlongAndUnprintableParametersAreProblems(String list) {
        for (var name : List.of("parent", "cursor")) {
            for (var value : List.of("A".repeat(201), "9".repeat(300), "H\0")) {
                var status = given().filter(Contract.responsesOnly())
                        .queryParam(name, value)
                        .get(list)
                        .statusCode();
                assertEquals(400, status, name + " of " + value.length() + " characters");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {AGENCIES, UNITS})
    void emptyParametersAreAsGoodAsAbsentOnes(String list) {
        var all = good().get(list).body().asString();
        var same = given().filter(Contract.responsesOnly())
                .queryParam("parent", "")
                .queryParam("cursor", "")
                .get(list);
        assertEquals(all, same.body().asString());
    }

    @Test
    void problemSaysWhatToDoInTheLanguageAskedFor() {
        given().filter(Contract.responsesOnly())
                .header("Accept-Language", "en")
                .queryParam("parent", "???")
                .get(AGENCIES)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("parent"))
                .body("errors[0].detail", startsWith("Not an agency code"));
    }

    private static RequestSpecification good() {
        return given().filter(Contract.strict());
    }

    private static List<String> allCodes(String list, int limit) {
        var codes = new ArrayList<String>();
        String cursor = null;
        do {
            var request = good().queryParam("limit", limit);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(list);
            page.then().statusCode(200);
            codes.addAll(page.jsonPath().getList("items.code", String.class));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);
        return codes;
    }
}
