package vn.motcua.announcement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.Calendars;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** Following a procedure, and what announcements ask of the rest of the house. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class AnnouncementTest {
    private static final String FOLLOWED = "/v1/me/followed-procedures";
    private static final String BROADCASTS = "/v1/admin/broadcasts";

    @Inject
    Calendars calendars;

    @Test
    void releaseThatAmendsAFollowedProcedureTellsItsFollowersByItself() throws InterruptedException {
        publish("9.610001", "Thủ tục được theo dõi", "");
        publish("9.610002", "Thủ tục khác", "");
        citizen("001000610001")
                .put(FOLLOWED + "/9.610001.000.00.00.H44")
                .then()
                .statusCode(200)
                .body("code", equalTo("9.610001"))
                .body("name", equalTo("Thủ tục được theo dõi"))
                .body("inForce", equalTo(true));
        publish("9.610001", "Thủ tục được theo dõi, tên mới", "");
        publish("9.610002", "Thủ tục khác, tên mới", "");
        var titles = awaitInbox("001000610001", 1);
        assertEquals(List.of("Thủ tục 9.610001 đã được sửa đổi"), titles);
        admin().get(BROADCASTS)
                .then()
                .statusCode(200)
                .body("items.audience.code", hasItem("9.610001"))
                .body("items.audience.code", not(hasItem("9.610002")));
    }

    @Test
    void followingEndsWhenThePersonSaysSo() {
        publish("9.610003", "Thủ tục thôi theo dõi", "");
        for (int i = 0; i < 2; i++) {
            citizen("001000610003").put(FOLLOWED + "/9.610003").then().statusCode(200);
        }
        citizen("001000610003").get(FOLLOWED).then().statusCode(200).body("items.size()", equalTo(1));
        for (int i = 0; i < 2; i++) {
            citizen("001000610003").delete(FOLLOWED + "/9.610003").then().statusCode(204);
        }
        citizen("001000610003").get(FOLLOWED).then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void whatIsNotPublishedCannotBeFollowed() {
        citizen("001000610004")
                .put(FOLLOWED + "/9.619999")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/procedure-not-found"));
        wrongly("001000610004").put(FOLLOWED + "/birth").then().statusCode(400);
        wrongly("001000610004").delete(FOLLOWED + "/birth").then().statusCode(400);
    }

    @Test
    void plannedPauseIsToldSevenWorkingDaysAhead() {
        var today = LocalDate.now(Vietnam.ZONE);
        var days = calendars.current();
        var first = today;
        while (days.subtractWorkingDays(first, 7).isBefore(today)) {
            first = first.plusDays(1);
        }
        preview(pause(first)).statusCode(200).body("words.vi.body", containsString("tạm dừng từ 22:00"));
        preview(pause(first.minusDays(1)))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/downtime/from"))
                .body("errors[0].detail", containsString("7 ngày làm việc"));
    }

    @Test
    void onlyARealProvinceHasPeople() {
        preview(words("{\"kind\":\"PROVINCE\",\"code\":\"H99\"}"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/audience/code"));
        preview(words("{\"kind\":\"PROVINCE\",\"code\":\"H44\"}")).statusCode(200);
        preview(words("{\"kind\":\"FOLLOWERS\",\"code\":\"9.619998\"}")).statusCode(400);
    }

    @Test
    void onlyAdministratorsAnnounce() {
        citizen("001000610005").get(BROADCASTS).then().statusCode(403);
    }

    @SuppressWarnings("BusyWait")
    private static List<String> awaitInbox(String personalId, int entries) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            List<String> titles = citizen(personalId)
                    .get("/v1/me/notifications")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.title");
            if (titles.size() >= entries) {
                return titles;
            }
            assertTrue(System.nanoTime() < end, "nothing came");
            Thread.sleep(50);
        }
    }

    private static String words(String audience) {
        return "{\"audience\":%s,\"title\":{\"vi\":\"Thử\",\"en\":\"Test\"},\"body\":{\"vi\":\"Thử.\",\"en\":\"Test.\"}}"
                .formatted(audience);
    }

    private static String pause(LocalDate day) {
        var from = day.atTime(22, 0).atOffset(Vietnam.OFFSET);
        return words("{\"kind\":\"ALL\"}")
                .replaceFirst(
                        "}$",
                        ",\"downtime\":{\"from\":\"" + from.plusSeconds(1) + "\",\"until\":\"" + from.plusHours(2)
                                + "\"}}");
    }

    private static ValidatableResponse preview(String body) {
        return given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + LocalParts.token("announcer", "admin", Map.of()))
                .contentType("application/json")
                .body(body)
                .post(BROADCASTS + "/preview")
                .then();
    }

    private static void publish(String code, String name, String more) {
        given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + LocalParts.token("catalogue-admin", "admin", Map.of()))
                .contentType("application/x-ndjson; charset=utf-8")
                .body("{\"code\":\"%s\",\"name\":\"%s\",\"field\":{\"name\":\"Thông báo\"}%s}"
                        .formatted(code, name, more)
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/admin/catalogue/releases")
                .then()
                .statusCode(201);
    }

    private static RequestSpecification admin() {
        return given().filter(Contract.strict())
                .header("Authorization", "Bearer " + LocalParts.token("announcer", "admin", Map.of()));
    }

    private static RequestSpecification citizen(String personalId) {
        return wrongly(personalId).filter(Contract.strict());
    }

    private static RequestSpecification wrongly(String personalId) {
        return given().filter(Contract.responsesOnly())
                .header(
                        "Authorization",
                        "Bearer " + LocalParts.token("p" + personalId, "citizen", Map.of("personalId", personalId)));
    }
}
