package vn.motcua.calendar;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CalendarTest {
    @Inject
    Calendars calendars;

    @Test
    void yearListsItsDaysOffAndWorkedSaturdays() {
        given().filter(Contract.strict())
                .get("/v1/calendar/2026")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("year", equalTo(2026))
                .body("days.date", hasItems("2026-09-02", "2026-08-22", "2026-11-24"))
                .body("days.date", not(hasItems("2026-11-23")))
                .body("days.find { it.date == '2026-08-22' }.kind", equalTo("SWAP_WORKED"))
                .body("openPoints", containsString("23/11/2026"));
    }

    @Test
    void namesComeInTheLanguageAskedForAndUnsettledDaysAreMarked() {
        given().filter(Contract.strict())
                .header("Accept-Language", "en")
                .get("/v1/calendar/2027")
                .then()
                .statusCode(200)
                .body("days.find { it.date == '2027-09-02' }.name", equalTo("National Day"))
                .body("days.find { it.date == '2027-09-02' }.confirmed", equalTo(false))
                .body("openPoints", containsString("Lunar New Year"));
    }

    @Test
    void knownVersionIsNotSentAgain() {
        var tag = given().get("/v1/calendar/2025").header("ETag");
        given().filter(Contract.strict())
                .header("If-None-Match", tag)
                .get("/v1/calendar/2025")
                .then()
                .statusCode(304);
    }

    @Test
    void missingYearAndWrongYearAreProblems() {
        given().filter(Contract.responsesOnly())
                .get("/v1/calendar/2031")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/calendar-year-missing"));
        given().filter(Contract.responsesOnly()).get("/v1/calendar/1812").then().statusCode(400);
        given().filter(Contract.responsesOnly()).get("/v1/calendar/next").then().statusCode(400);
    }

    @Test
    void serviceCountsWithTheSameDaysAsTheMigration() {
        for (var day = LocalDate.of(2024, 1, 1); day.getYear() < 2028; day = day.plusDays(1)) {
            assertEquals(Days.calendar().isWorkingDay(day), calendars.current().isWorkingDay(day), day.toString());
        }
    }
}
