package vn.motcua.calendar;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** Publishing days and hours. Years from 2051 on belong to these tests. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CalendarAdminTest {
    private static final String DAY = """
            {"date":"%s","kind":"%s","nameVi":"Ngày nghỉ thử","nameEn":"Test day off","source":"Kiểm thử","confirmed":true}
            """;

    @Inject
    Calendars calendars;

    private final String admin = LocalParts.token("admin-51", "admin", Map.of());

    @Test
    void yearIsPublishedEditedAndItsHistoryKept() {
        put("2051", "If-None-Match", "*", "Lần đầu", "").then().statusCode(200).body("version", equalTo(1));
        var tag = get("/v1/admin/calendar/2051").header("ETag");
        put("2051", "If-Match", tag, "Thêm ngày", DAY.formatted("2051-05-01", "HOLIDAY"))
                .then()
                .statusCode(200)
                .body("applied", equalTo(true))
                .body("version", equalTo(2))
                .body("revision", greaterThan(4))
                .body("days.date", equalTo(List.of("2051-05-01")));
        assertFalse(calendars.current().isWorkingDay(LocalDate.of(2051, 5, 1)));
        given().filter(Contract.strict())
                .get("/v1/calendar/2051")
                .then()
                .body("days.date", equalTo(List.of("2051-05-01")));
        as(admin)
                .filter(Contract.strict())
                .get("/v1/admin/calendar/2051/versions")
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(2, 1)))
                .body("items[0].author", equalTo("admin-51"))
                .body("items[0].reason", equalTo("Thêm ngày"))
                .body("items[0].days.date", equalTo(List.of("2051-05-01")))
                .body("items[1].days", hasSize(0));
        as(admin)
                .filter(Contract.strict())
                .get("/v1/admin/calendar")
                .then()
                .statusCode(200)
                .body("years.year", hasItems(2026, 2051))
                .body("years.find { it.year == 2027 }.unconfirmed", greaterThan(0))
                .body("warnings", not(hasItem(2051)));
    }

    @Test
    void lostUpdatesAreRefused() {
        put("2052", "If-None-Match", "*", "Lần đầu", "").then().statusCode(200);
        put("2052", "If-None-Match", "*", "Lần đầu", "")
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/edited-meanwhile"));
        var tag = get("/v1/admin/calendar/2052").header("ETag");
        put("2052", "If-Match", tag, "Người thứ nhất", "").then().statusCode(200);
        put("2052", "If-Match", tag, "Người thứ hai", "").then().statusCode(412);
        put("2052", "X-Nothing", "1", "Không nêu", "")
                .then()
                .statusCode(428)
                .body("type", equalTo("/problems/precondition-required"));
    }

    @Test
    void dryRunWritesNothing() {
        body("Thử", DAY.formatted("2053-05-01", "HOLIDAY"))
                .header("If-None-Match", "*")
                .queryParam("dryRun", "true")
                .put("/v1/admin/calendar/2053")
                .then()
                .statusCode(200)
                .body("applied", equalTo(false));
        as(admin).get("/v1/admin/calendar/2053").then().statusCode(404);
        body("Thử", "")
                .header("If-None-Match", "*")
                .queryParam("dryRun", "yes")
                .put("/v1/admin/calendar/2053")
                .then()
                .statusCode(400);
    }

    @Test
    void wrongDaysAreNamedByTheirPlace() {
        var days = String.join(
                ",",
                DAY.formatted("2054-05-05", "SWAP_OFF"),
                DAY.formatted("2055-05-02", "HOLIDAY"),
                DAY.formatted("2054-05-04", "SWAP_WORKED"),
                DAY.formatted("2054-05-05", "HOLIDAY"),
                "null");
        put("2054", "If-None-Match", "*", "", days)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        equalTo(List.of("/reason", "/days/1/date", "/days/2/kind", "/days/3/date", "/days/4")));
        put("2054", "If-None-Match", "*", "Thử", DAY.formatted("mai", "HOLIDAY"))
                .then()
                .statusCode(400);
        put("1999", "If-None-Match", "*", "Thử", "").then().statusCode(400);
    }

    @Test
    void onlyAdministratorsPublish() {
        var officer = LocalParts.token("officer-51", "officer", Map.of("agency", "H44"));
        as(officer).get("/v1/admin/calendar").then().statusCode(403);
        given().get("/v1/admin/calendar/2026").then().statusCode(401);
    }

    @Test
    void serviceCannotChangeTheHistory() throws SQLException {
        var parts = LocalParts.postgres();
        try (var connection = DriverManager.getConnection(
                        "jdbc:" + parts.url(), vn.motcua.local.LocalPostgres.APP, parts.password());
                var sql = connection.createStatement()) {
            assertThrows(SQLException.class, () -> sql.execute("update calendar.revision set reason = 'x'"));
            assertThrows(SQLException.class, () -> sql.execute("delete from calendar.revision"));
        }
    }

    @Test
    void officeHoursArePublishedAndRestored() {
        hours(
                        null,
                        "{\"agency\":\"H95\",\"opens\":\"08:00\",\"lunchFrom\":\"12:00\",\"lunchTo\":\"13:00\","
                                + "\"closes\":\"16:30\"}")
                .then()
                .statusCode(200)
                .body("applied", equalTo(true));
        var book = calendars.time().offices();
        assertEquals(
                "08:00",
                book.hours("H95.01", null, OfficeHours.USUAL)
                        .on(LocalDate.of(2026, 3, 2))
                        .opens()
                        .toString());
        hours(null, "").then().statusCode(412);
        var read = get("/v1/admin/office-hours");
        read.then().body("rules[0].agency", equalTo("H95"));
        hours(read.header("ETag"), "{\"season\":\"xuân\",\"opens\":\"08:00\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", containsString("/rules/0"));
        hours(read.header("ETag"), "").then().statusCode(200);
        as(admin)
                .filter(Contract.strict())
                .get("/v1/admin/office-hours/versions")
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(2, 1)));
    }

    @Test
    void readinessSaysHowTheCalendarStands() {
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'calendar' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'calendar' }.data.revision", greaterThan(3));
    }

    private Response hours(String tag, String rules) {
        var request = as(admin)
                .filter(Contract.responsesOnly())
                .contentType("application/json")
                .body("{\"reason\":\"Kiểm thử\",\"rules\":[" + rules + "]}");
        return (tag == null ? request.header("If-None-Match", "*") : request.header("If-Match", tag))
                .put("/v1/admin/office-hours");
    }

    private Response put(String year, String header, String value, String reason, String days) {
        return body(reason, days).header(header, value).put("/v1/admin/calendar/" + year);
    }

    private RequestSpecification body(String reason, String days) {
        return as(admin)
                .filter(Contract.responsesOnly())
                .contentType("application/json")
                .body("{\"reason\":\"" + reason + "\",\"days\":[" + days + "]}");
    }

    private Response get(String path) {
        return as(admin).filter(Contract.strict()).get(path);
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
