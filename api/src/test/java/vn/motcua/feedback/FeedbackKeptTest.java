package vn.motcua.feedback;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.feedback.Front.UNIT;
import static vn.motcua.feedback.Front.answered;
import static vn.motcua.feedback.Front.attach;
import static vn.motcua.feedback.Front.citizen;
import static vn.motcua.feedback.Front.execute;
import static vn.motcua.feedback.Front.feedback;
import static vn.motcua.feedback.Front.mine;
import static vn.motcua.feedback.Front.move;
import static vn.motcua.feedback.Front.own;
import static vn.motcua.feedback.Front.person;
import static vn.motcua.feedback.Front.publication;
import static vn.motcua.feedback.Front.repair;
import static vn.motcua.feedback.Front.seen;
import static vn.motcua.feedback.Front.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.feedback.file.SampleFiles;
import vn.motcua.openapi.LocalParts;

/** What is kept of a case, for how long, and that nobody rewrites it. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FeedbackKeptTest {
    @Inject
    FeedbackRetention retention;

    @Inject
    FeedbackRecount recount;

    @Test
    void thePersonSeesAllOfItAndMayBeForgottenAsFarAsTheLawAllows() {
        var person = person();
        var code = send(person);
        var repaired = repair(person, "H44.43");
        move("H44.43", repaired, "RECEIVE").statusCode(200);
        move("H44.43", repaired, "ASSIGN").statusCode(200);
        move("H44.43", repaired, Map.of("move", "ANSWER", "text", "Đã sửa.")).statusCode(200);
        own(person, repaired, Map.of("move", "SOLVED")).statusCode(200);
        citizen(person)
                .get("/v1/me/export")
                .then()
                .statusCode(200)
                .body("findAll { it.part == 'feedback' }.record.code", hasItem(code))
                .body("find { it.record.code == '" + code + "' }.record.sender.phone", equalTo("0900000123"))
                .body("find { it.record.code == '" + code + "' }.record.accessLog", hasSize(0));
        citizen(person)
                .delete("/v1/me")
                .then()
                .statusCode(200)
                .body("parts.find { it.part == 'feedback' }.deleted", equalTo(1))
                .body("parts.find { it.part == 'feedback' }.kept", containsString("NĐ 20/2008"));
        citizen(person).get("/v1/me/feedback/" + repaired).then().statusCode(404);
        mine(person, code);
        citizen(person).get("/v1/me/feedback").then().statusCode(200).body("items.code", contains(code));
    }

    @Test
    void aYearAfterTheEndNobodyIsKnownAnyMore() throws SQLException {
        var person = person();
        var code = answered(person, feedback("Sẽ bị quên", "Nội dung này sẽ bị quên sau một năm."));
        attach(person, code, "image/png", "x", SampleFiles.png()).statusCode(201);
        move(UNIT, code, publication("Sẽ bị quên")).statusCode(200);
        execute("update feedback.petition set ended_at = now() - interval '13 months' where code = '" + code + "'");
        retention.turn().await().indefinitely();
        citizen(person).get("/v1/me/feedback/" + code).then().statusCode(404);
        seen(UNIT, code)
                .statusCode(200)
                .body("sender", nullValue())
                .body("attachments", hasSize(0))
                .body("history.text.findAll { it != null }", hasSize(0));
        given().get("/v1/feedback/" + code).then().statusCode(200).body("title", equalTo("Sẽ bị quên"));
    }

    @Test
    void datesFollowTheCalendar() throws SQLException {
        var code = send(person());
        execute("update feedback.petition set calendar = 0, due_on = null where code = '" + code + "'");
        recount.turn().await().indefinitely();
        seen(UNIT, code).body("dueOn", notNullValue());
    }

    @Test
    void theServiceCanNeitherChangeNorDeleteWhatHappened() throws SQLException {
        var postgres = LocalParts.postgres();
        try (var connection = DriverManager.getConnection("jdbc:" + postgres.url(), "motcua_app", postgres.password());
                var sql = connection.createStatement()) {
            for (var statement : List.of(
                    "update feedback.step set move = 'SEND'",
                    "delete from feedback.step",
                    "update feedback.access set identity = false",
                    "delete from feedback.access",
                    "delete from feedback.petition",
                    "update feedback.step_limit set working_days = 200")) {
                var refused = assertThrows(SQLException.class, () -> sql.execute(statement));
                assertTrue(refused.getMessage().contains("permission denied"), statement);
            }
        }
    }
}
