package vn.motcua.feedback;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.motcua.feedback.Front.execute;
import static vn.motcua.feedback.Front.feedback;
import static vn.motcua.feedback.Front.mine;
import static vn.motcua.feedback.Front.move;
import static vn.motcua.feedback.Front.officer;
import static vn.motcua.feedback.Front.own;
import static vn.motcua.feedback.Front.person;
import static vn.motcua.feedback.Front.publication;
import static vn.motcua.feedback.Front.repair;
import static vn.motcua.feedback.Front.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;
import vn.motcua.quality.PetitionCount;
import vn.motcua.quality.PetitionSource;

/** Repairs, and what is counted of all cases. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FeedbackRepairsTest {
    @Inject
    FeedbackReports reports;

    @Inject
    PetitionSource petitions;

    @Test
    void aRepairEndsWhenItsSenderSaysSoAndNeverBecomesPublic() {
        var person = person();
        var code = repair(person, "H44.41");
        mine(person, code).body("kind", equalTo("REPAIR")).body("dossierCode", nullValue());
        move("H44.41", code, "RECEIVE").statusCode(200).body("sender", nullValue());
        move("H44.41", code, "ASSIGN").statusCode(200);
        move("H44.41", code, Map.of("move", "ANSWER", "text", "Đã gửi lại kết quả."))
                .statusCode(200);
        move("H44.41", code, publication("Không bao giờ công khai")).statusCode(409);
        mine(person, code).body("question", notNullValue());
        own(person, code, Map.of("move", "SOLVED"))
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("solved", equalTo(true));
    }

    @Test
    void recoveryAndTimeToRepairAreFiguresOfTheAgencyFromTenOn() {
        var unit = "H44.42";
        for (int i = 0; i < 12; i++) {
            var person = person();
            var code = repair(person, unit);
            move(unit, code, "RECEIVE").statusCode(200);
            move(unit, code, "ASSIGN").statusCode(200);
            move(unit, code, Map.of("move", "ANSWER", "text", "Đã sửa.")).statusCode(200);
            if (i == 8) {
                statistics(unit).body("repair.suppressed", equalTo(true)).body("repair.recoveryRate", nullValue());
            }
            own(person, code, i < 10 ? Map.of("move", "SOLVED") : Map.of("move", "UNFIT", "text", "Chưa xong."))
                    .statusCode(200);
        }
        statistics(unit)
                .body("repair.cases", equalTo(12))
                .body("repair.judged", equalTo(12))
                .body("repair.recoveryRate", equalTo(0.833f))
                .body("repair.medianDays", notNullValue())
                .body("total", equalTo(0));
    }

    private static ValidatableResponse statistics(String unit) {
        var today = LocalDate.now(Vietnam.ZONE);
        return officer(unit)
                .queryParam("from", today.minusDays(1).toString())
                .queryParam("to", today.toString())
                .get("/v1/agencies/" + unit + "/feedback/statistics")
                .then()
                .statusCode(200);
    }

    @Test
    void figuresCountEachCaseOnceForTheAgencyAndForEachUnit() throws SQLException {
        var today = LocalDate.now(Vietnam.ZONE);
        var codes = List.of(at("H43.01"), at("H43.01"), at("H43.01"), at("H43.01"));
        move("H43.01", codes.get(0), "RECEIVE").statusCode(200);
        move("H43.01", codes.get(0), "ASSIGN").statusCode(200);
        move("H43.01", codes.get(0), Map.of("move", "ANSWER", "text", "Xong.")).statusCode(200);
        move("H43.01", codes.get(1), "RECEIVE").statusCode(200);
        move("H43.01", codes.get(1), Map.of("move", "FORWARD", "unit", "H43.02", "text", "Bên kia."))
                .statusCode(200);
        execute("update feedback.assignment set due_on = current_date - 5 where code = '" + codes.get(2) + "'");
        var whole = figures("H43", today);
        assertEquals(4, whole.total());
        assertEquals(1, whole.answeredInTime());
        assertEquals(0, whole.passedOnInTime());
        assertEquals(2, whole.openInTime());
        assertEquals(1, whole.openOverdue());
        assertEquals(3, whole.onTime());
        assertEquals(3, whole.satisfied());
        var unit = figures("H43.01", today);
        assertEquals(4, unit.total());
        assertEquals(1, unit.passedOnInTime());
        assertEquals(1, figures("H43.02", today).received());
        execute("update feedback.assignment set started_on = started_on - 40 where code = '" + codes.get(3) + "'");
        assertEquals(1, figures("H43", today).carriedOver());
        assertEquals(3, figures("H43", today).received());
        // The index and the report of petitions count it for each unit that was in charge.
        var counts = petitions
                .counts(new AgencyCode("H43"), today.minusDays(10), today)
                .await()
                .indefinitely();
        assertEquals(
                List.of("H43.01", "H43.02"),
                counts.stream().map(PetitionCount::unit).toList());
        var sender = counts.getFirst();
        assertEquals(List.of(4L, 1L, 3L), List.of(sender.total(), sender.carriedOver(), sender.received()));
        assertEquals(List.of(2L, 1L, 1L), List.of(sender.handledOnTime(), sender.openInTime(), sender.openOverdue()));
        assertEquals(1, sender.unsatisfied());
        assertEquals(1, counts.getLast().openInTime());
    }

    private FeedbackFigures figures(String agency, LocalDate today) {
        return reports.figures(new AgencyCode(agency), today.minusDays(10), today)
                .await()
                .indefinitely();
    }

    private static String at(String unit) {
        var body = feedback("Số liệu thử " + unit, "Một nội dung để đếm, không giống nội dung nào.");
        body.put("agency", unit);
        return send(person(), body);
    }
}
