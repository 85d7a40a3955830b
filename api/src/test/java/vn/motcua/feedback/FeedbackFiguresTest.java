package vn.motcua.feedback;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.feedback.Front.citizen;
import static vn.motcua.feedback.Front.feedback;
import static vn.motcua.feedback.Front.move;
import static vn.motcua.feedback.Front.own;
import static vn.motcua.feedback.Front.person;
import static vn.motcua.feedback.Front.publication;
import static vn.motcua.feedback.Front.seen;
import static vn.motcua.feedback.Front.send;
import static vn.motcua.feedback.Front.wrong;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;
import vn.motcua.quality.PetitionCount;
import vn.motcua.quality.PetitionPart;
import vn.motcua.quality.PetitionSource;

/** What counts where and when, in offices that no other test has. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FeedbackFiguresTest {
    private static final LocalDate TODAY = LocalDate.now(Vietnam.ZONE);

    @Inject
    FeedbackReports reports;

    @Inject
    PetitionSource petitions;

    @Inject
    FeedbackRetention retention;

    @Test
    void anAnswerThatNobodyPublishesIsLate() throws SQLException {
        var code = answered(person(), "H46.10", "Chờ công khai mãi");
        assertEquals(1, figures("H46.10").answeredInTime());
        execute("update feedback.petition set due_on = current_date - 3 where code = '" + code + "'");
        var figures = figures("H46.10");
        assertEquals(List.of(0L, 1L, 0L), List.of(figures.answeredInTime(), figures.answeredLate(), figures.onTime()));
        assertEquals(1, figures.unsatisfied());
        assertEquals(1, total("H46.10").handledLate());
    }

    @Test
    void aPublicationCountsOnItsDayWhateverHappensAfterwards() throws SQLException {
        var person = person();
        var code = answered(person, "H46.02", "Công khai sau kỳ");
        move("H46.02", code, publication("Công khai sau kỳ")).statusCode(200);
        // The answer was of the period before.
        execute("update feedback.assignment set started_on = started_on - 40, finished_on = finished_on - 40"
                + " where code = '" + code + "'");
        assertEquals(
                List.of(0L, 1L),
                List.of(figures("H46.02").total(), figures("H46.02").published()));
        assertEquals(
                List.of(0L, 1L),
                List.of(total("H46.02").total(), total("H46.02").published()));
        execute("update feedback.step set at = at - interval '40 days' where code = '" + code + "'");
        own(person, code, Map.of("move", "UNFIT", "text", "Chưa đúng ý.")).statusCode(200);
        move("H46.02", code, Map.of("move", "ANSWER", "text", "Trả lời lại.")).statusCode(200);
        move("H46.02", code, publication("Công khai lại")).statusCode(200);
        assertEquals(1, figures("H46.02").published());
        var before = reports.figures(new AgencyCode("H46.02"), TODAY.minusDays(60), TODAY.minusDays(20))
                .await()
                .indefinitely();
        assertEquals(1, before.published());
    }

    @Test
    void onlyTheSenderFindsAnAnswerUnfit() {
        var person = person();
        var code = answered(person, "H46.03", "Trả lời lại");
        move("H46.03", code, Map.of("move", "SEND_BACK", "text", "Chưa đủ.")).statusCode(200);
        assertEquals(0, figures("H46.03").reopened());
        move("H46.03", code, Map.of("move", "ANSWER", "text", "Trả lời lại.")).statusCode(200);
        own(person, code, Map.of("move", "UNFIT", "text", "Chưa đúng ý.")).statusCode(200);
        assertEquals(1, figures("H46.03").reopened());
    }

    @Test
    void anItemOfSeveralUnitsIsOneOfTheAgencyAndOneOfEach() {
        var code = send(person(), to("H47", "Qua hai đơn vị"));
        move("H47", code, "RECEIVE").statusCode(200);
        move("H47", code, Map.of("move", "ASSIGN", "unit", "H47.07")).statusCode(200);
        move("H47", code, Map.of("move", "ASSIGN", "unit", "H47.07.01")).statusCode(200);
        assertEquals(1, total("H47").total());
        assertEquals(1, figures("H47").total());
        var units = petitions
                .counts(new AgencyCode("H47"), TODAY.minusDays(1), TODAY)
                .await()
                .indefinitely();
        assertEquals(
                List.of("H47", "H47.07"),
                units.stream().map(PetitionCount::unit).toList());
        assertTrue(units.stream().allMatch(count -> count.total() == 1));
        var listed = petitions
                .list(
                        new AgencyCode("H47"),
                        TODAY.minusDays(1),
                        TODAY,
                        PetitionPart.ALL,
                        new PetitionSource.Place("", ""),
                        10)
                .await()
                .indefinitely();
        assertEquals(1, listed.size());
        assertEquals("H47.07.01", listed.getFirst().unit());
    }

    @Test
    void feedbackCountsAgainstTheSendersOwnDossierOnly() throws SQLException {
        var dossier = "H46.01-261102-0077";
        var person = person();
        var token = LocalParts.token("system-feedback", "one-stop-system", Map.of("agency", "H46"));
        Front.with(token)
                .body("[{\"eventId\":\"fb-1\",\"dossierCode\":\"" + dossier + "\",\"status\":\"RECEIVED\","
                        + "\"occurredAt\":\"2026-11-02T08:00:07+07:00\",\"applicant\":{\"kind\":\"CITIZEN\",\"personalId\":\""
                        + person + "\"}}]")
                .post("/v1/integration/dossier-events")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
        var body = to("H46.01", "Về một hồ sơ");
        body.put("dossierCode", dossier);
        send(person(), body);
        assertFalse(withFeedback().contains(dossier));
        var code = send(person, body);
        assertTrue(withFeedback().contains(dossier));
        move("H46.01", code, Map.of("move", "REFUSE", "text", "Không thuộc phạm vi."))
                .statusCode(200);
        assertFalse(withFeedback().contains(dossier));
    }

    private Set<String> withFeedback() {
        return petitions
                .ownDossiersWithFeedback(TODAY.minusDays(1), TODAY)
                .await()
                .indefinitely();
    }

    @Test
    void whoGetsACaseBackAndSeesTheNameStandsInTheLogSo() {
        var person = person();
        var code = send(person, to("H46", "Giao rồi nhận lại"));
        move("H46", code, "RECEIVE").statusCode(200);
        move("H46", code, Map.of("move", "ASSIGN", "unit", "H46.07"))
                .statusCode(200)
                .body("sender", nullValue());
        move("H46", code, Map.of("move", "ASSIGN", "unit", "H46"))
                .statusCode(200)
                .body("sender", notNullValue());
        citizen(person)
                .get("/v1/me/feedback/" + code + "/access-log")
                .then()
                .statusCode(200)
                .body("items[0].identity", equalTo(true));
    }

    @Test
    void nobodyLearnsWhoDenounces() {
        var code = send(person(), feedback("Đơn tố cáo", "Tôi tố cáo cán bộ ở bộ phận một cửa nhận tiền."));
        seen(Front.UNIT, code)
                .statusCode(200)
                .body("track", equalTo("DENUNCIATION"))
                .body("sender", nullValue());
        move(Front.UNIT, code, Map.of("move", "CLASSIFY", "subject", "CONDUCT", "track", "NONE"))
                .statusCode(200)
                .body("sender", notNullValue());
    }

    @Test
    void saidTwiceItIsSolvedOnce() {
        var person = person();
        var code = answered(person, "H46.04", "Đã giải quyết");
        for (int i = 0; i < 3; i++) {
            own(person, code, Map.of("move", "SOLVED"))
                    .statusCode(200)
                    .body("solved", equalTo(true))
                    .body("history.findAll { it.move == 'SOLVED' }.size()", equalTo(1));
        }
    }

    @Test
    void nothingGoesToAnAgencyThatDoesNotExist() {
        wrong(citizen(person()))
                .body(to("H99.99", "Gửi vào hư không"))
                .post("/v1/feedback")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/agency"));
        var code = send(person(), to("H46.05", "Chuyển vào hư không"));
        wrong(Front.officer("H46.05"))
                .body(Map.of("move", "FORWARD", "unit", "H99.01", "text", "Bên kia."))
                .post("/v1/agencies/H46.05/feedback/" + code + "/moves")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/unit"));
    }

    @Test
    void votesOfForgottenPeopleStayAndThoseOfAnEarlierAnswerGo() {
        var person = person();
        var code = answered(person, "H46.06", "Bỏ phiếu rồi xoá");
        move("H46.06", code, publication("Bỏ phiếu rồi xoá")).statusCode(200);
        var voter = person();
        vote(voter, code, false, 0, 1);
        citizen(voter).delete("/v1/me").then().statusCode(200);
        vote(person(), code, true, 1, 1);
        own(person, code, Map.of("move", "UNFIT", "text", "Chưa đúng ý.")).statusCode(200);
        move("H46.06", code, Map.of("move", "ANSWER", "text", "Trả lời lại.")).statusCode(200);
        move("H46.06", code, publication("Câu trả lời mới")).statusCode(200);
        vote(person(), code, true, 1, 0);
    }

    private static void vote(String voter, String code, boolean like, int likes, int dislikes) {
        citizen(voter)
                .body(Map.of("like", like))
                .put("/v1/feedback/" + code + "/vote")
                .then()
                .statusCode(200)
                .body("likes", equalTo(likes))
                .body("dislikes", equalTo(dislikes));
    }

    @Test
    void whatCannotBeForgottenNowDoesNotStandInTheWayOfOthers() throws SQLException, IOException {
        var stuck = send(person(), to("H46.08", "Tệp không xoá được"));
        var behind = send(person(), to("H46.08", "Nội dung phía sau"));
        for (var code : List.of(stuck, behind)) {
            move("H46.08", code, Map.of("move", "REFUSE", "text", "Không thuộc phạm vi."))
                    .statusCode(200);
        }
        // A folder that is not empty in the place of the file, and sealed words in the place of its name for people.
        Files.createDirectories(Path.of("target/feedback", stuck, "full", "of"));
        execute("insert into feedback.attachment (code, name, media_type, bytes, sha256, reference, scanned)"
                + " select code, words, 'image/png', 1, '', code || '/full', true from feedback.step"
                + " where words is not null and code = '" + stuck + "'");
        execute(
                "update feedback.petition set ended_at = now() - interval '20 months' - make_interval(days => case code when '"
                        + stuck + "' then 1 else 0 end) where code in ('" + stuck + "', '" + behind + "')");
        retention.turn().await().indefinitely();
        seen("H46.08", stuck).statusCode(200).body("title", equalTo("Tệp không xoá được"));
        assertEquals(
                "(đã xoá)", seen("H46.08", behind).statusCode(200).extract().path("title"));
        execute("delete from feedback.attachment where code = '" + stuck + "'");
    }

    @Test
    void theNearestCaseOfTheSenderMakesARepetition() {
        var person = person();
        var text = "Ghế chờ ở sảnh chính bị gãy chân, nhiều người đã ngã và phải đứng suốt buổi sáng.";
        var first = answered(person, "H46.09", "Ghế chờ gãy", text);
        var later = to("H46.09", "Ghế chờ gãy");
        later.put("text", text);
        var again = send(person, later);
        seen("H46.09", again)
                .statusCode(200)
                .body("handling.repeatedOf", equalTo(first))
                .body("handling.similar.code", contains(first));
    }

    private static String answered(String person, String unit, String title) {
        return answered(person, unit, title, "Một nội dung riêng của phép thử, số " + UUID.randomUUID());
    }

    private static String answered(String person, String unit, String title, String text) {
        var body = to(unit, title);
        body.put("text", text);
        var code = send(person, body);
        move(unit, code, "RECEIVE").statusCode(200);
        move(unit, code, "ASSIGN").statusCode(200);
        move(unit, code, Map.of("move", "ANSWER", "text", "Đã xong.")).statusCode(200);
        return code;
    }

    private static Map<String, Object> to(String unit, String title) {
        var body = new HashMap<>(feedback(title, "Một nội dung riêng của phép thử, số " + UUID.randomUUID()));
        body.put("agency", unit);
        return body;
    }

    private FeedbackFigures figures(String agency) {
        return reports.figures(new AgencyCode(agency), TODAY.minusDays(10), TODAY)
                .await()
                .indefinitely();
    }

    /** All kinds together; none of the cases here is classified. */
    private PetitionCount total(String agency) {
        var totals = petitions
                .totals(new AgencyCode(agency), TODAY.minusDays(10), TODAY)
                .await()
                .indefinitely();
        assertEquals(1, totals.size());
        return totals.getFirst();
    }

    private static void execute(String statement) throws SQLException {
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
