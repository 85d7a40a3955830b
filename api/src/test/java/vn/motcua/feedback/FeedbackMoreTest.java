package vn.motcua.feedback;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.feedback.Front.UNIT;
import static vn.motcua.feedback.Front.answered;
import static vn.motcua.feedback.Front.citizen;
import static vn.motcua.feedback.Front.feedback;
import static vn.motcua.feedback.Front.mine;
import static vn.motcua.feedback.Front.move;
import static vn.motcua.feedback.Front.officer;
import static vn.motcua.feedback.Front.own;
import static vn.motcua.feedback.Front.person;
import static vn.motcua.feedback.Front.publication;
import static vn.motcua.feedback.Front.seen;
import static vn.motcua.feedback.Front.send;
import static vn.motcua.feedback.Front.sent;
import static vn.motcua.feedback.Front.wrong;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.feedback.file.SampleFiles;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;
import vn.motcua.quality.PetitionCount;
import vn.motcua.quality.PetitionSource;

/** Files, look-ups, likeness, repairs, figures, search, and what is kept how long. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FeedbackMoreTest {
    @Inject
    FeedbackReports reports;

    @Inject
    PetitionSource petitions;

    @Inject
    FeedbackRetention retention;

    @Inject
    FeedbackRecount recount;

    @Test
    void filesAreCleanedKeptAndGivenToThoseWhoHandleTheCase() {
        var person = person();
        var code = send(person);
        var photo = SampleFiles.jpeg();
        var id = attach(person, code, "image/jpeg", "../ảnh biên nhận.png", photo)
                .statusCode(201)
                .body("name", equalTo("ảnh biên nhận.jpg"))
                .body("scanned", equalTo(false))
                .extract()
                .<String>path("id");
        attach(person, code, "image/jpeg", "again.jpg", photo).statusCode(201).body("id", equalTo(id));
        attach(person, code, "image/png", "x", SampleFiles.png()).statusCode(201);
        for (var path : List.of("/v1/me/feedback/" + code, "/v1/agencies/" + UNIT + "/feedback/" + code)) {
            var caller = path.contains("/me/") ? citizen(person) : officer(UNIT);
            var kept = wrong(caller)
                    .get(path + "/attachments/" + id)
                    .then()
                    .statusCode(200)
                    .contentType("application/octet-stream")
                    .header("Content-Disposition", startsWith("attachment; filename*=UTF-8''"))
                    .header("X-Content-Type-Options", "nosniff")
                    .extract()
                    .asByteArray();
            assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains("Canon"));
        }
        seen(UNIT, code).body("attachments", hasSize(2));
        citizen(person())
                .get("/v1/me/feedback/" + code + "/attachments/" + id)
                .then()
                .statusCode(404);
        officer("H44")
                .get("/v1/agencies/H44/feedback/" + code + "/attachments/" + id)
                .then()
                .statusCode(404);
        citizen(person).get("/v1/me/feedback/" + code + "/access-log").then().body("items.size()", greaterThan(1));
    }

    @Test
    void filesThatAreNotWhatTheySayOrTooManyOrTooLargeAreRefused() {
        var person = person();
        var code = send(person);
        attach(person, code, "application/pdf", "x", SampleFiles.jpeg())
                .statusCode(422)
                .body("type", equalTo("/problems/attachment-refused"));
        attach(person, code, "text/html", "x", new byte[10]).statusCode(415);
        attach(person(), code, "image/jpeg", "x", SampleFiles.jpeg()).statusCode(404);
        for (int i = 0; i < 5; i++) {
            attach(person, code, "image/png", "x" + i, SampleFiles.png(i)).statusCode(201);
        }
        attach(person, code, "image/png", "x", SampleFiles.png(5))
                .statusCode(409)
                .body("type", equalTo("/problems/limit-reached"));
        mine(person, code).body("attachments", hasSize(5));
    }

    @Test
    void aFileWithoutADeclaredLengthIsCountedAsItComes() throws Exception {
        var person = person();
        var code = send(person);
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/me/feedback/" + code + "/attachments"))
                .header("Content-Type", "image/jpeg")
                .header(
                        "Authorization",
                        "Bearer " + LocalParts.token("p" + person, "citizen", Map.of("personalId", person)))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[(10 << 20) + 1])))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertEquals(413, client.send(request, BodyHandlers.discarding()).statusCode());
        }
        mine(person, code).body("attachments", hasSize(0));
    }

    private static ValidatableResponse attach(String person, String code, String type, String name, byte[] bytes) {
        // A phone sends the bare type; REST Assured would add a charset to a picture.
        var bare = RestAssured.config()
                .encoderConfig(
                        EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
        return wrong(citizen(person))
                .config(bare)
                .contentType(type)
                .queryParam("name", name)
                .body(bytes)
                .post("/v1/me/feedback/" + code + "/attachments")
                .then();
    }

    @Test
    void whoHasCodeAndProofSeesWhereItStandsAndNothingElse() {
        var receipt = sent(person(), feedback("Tra cứu thử một lần", "Nội dung riêng tư không ai khác được thấy."));
        var code = receipt.extract().<String>path("code");
        var secret = receipt.extract().<String>path("secret");
        for (var proof : List.of(secret, secret.toLowerCase(Locale.ROOT).replace("-", " "), "0123")) {
            lookup(code, proof).statusCode(200).body("state", equalTo("NEW")).body(not(containsString("riêng tư")));
        }
        var wrongProof = lookup(code, "9999").statusCode(404).extract().asString();
        assertEquals(
                wrongProof,
                lookup("PAKN.20261126.9876", "9999").statusCode(404).extract().asString());
        assertEquals(
                wrongProof, lookup("nonsense", "9999").statusCode(404).extract().asString());
    }

    @Test
    void guessingAProofIsSlow() {
        var code = send(person());
        int status = 0;
        for (int i = 0; i < 30 && status != 429; i++) {
            status = lookup(code, "%04d".formatted(9000 + i)).extract().statusCode();
        }
        assertEquals(429, status);
    }

    private static ValidatableResponse lookup(String code, String proof) {
        return given().contentType("application/json")
                .filter(Contract.strict())
                .body(Map.of("code", code, "proof", proof))
                .post("/v1/feedback/lookup")
                .then();
    }

    @Test
    void alikeCasesAreHintedAndARepetitionIsToldFromADuplicate() {
        var text = "Biển chỉ dẫn ở cổng sau của trung tâm hành chính công đã mờ, người già không đọc được.";
        var person = person();
        var first = answered(person, feedback("Biển chỉ dẫn mờ", text));
        var second = send(
                person,
                feedback(
                        "Bien chi dan mo",
                        "Bien chi dan o cong sau cua trung tam hanh chinh cong da mo," + " nguoi gia khong doc duoc!"));
        seen(UNIT, second)
                .body("handling.repeatedOf", equalTo(first))
                .body("handling.similar.find { it.code == '" + first + "' }.sameSender", equalTo(true))
                .body("handling.similar.find { it.code == '" + first + "' }.likeness", equalTo(1.0f));
        var others = send(person(), feedback("Biển chỉ dẫn mờ", text));
        seen(UNIT, others).body("handling.repeatedOf", nullValue()).body("handling.similar.code", hasItem(first));
        seen(UNIT, first).body("handling.repeatedOf", nullValue()).body("handling.similar.code", hasItem(others));
        move(UNIT, first, publication("Biển chỉ dẫn mờ")).statusCode(200);
        sent(person(), feedback("Biển chỉ dẫn mờ", text)).body("similar", contains(first));
    }

    @Test
    void publishedAnswersAreFoundWithoutMarksPageByPage() {
        var codes = new HashSet<String>();
        for (int i = 0; i < 3; i++) {
            var code = answered(person(), feedback("Thang máy số " + i, "Thang máy của toà nhà hỏng lần thứ " + i));
            move(UNIT, code, publication("Thang máy kỳ lạ hỏng " + i)).statusCode(200);
            codes.add(code);
        }
        var found = new HashSet<String>();
        var next = "";
        while (next != null) {
            var page = given().filter(Contract.strict())
                    .queryParam("q", "THANG may ky LA")
                    .queryParam("agency", "H44")
                    .queryParam("limit", 2)
                    .queryParam("cursor", next)
                    .get("/v1/feedback")
                    .then()
                    .statusCode(200)
                    .header("ETag", notNullValue())
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.code"));
            next = page.getString("nextCursor");
        }
        assertEquals(codes, found);
        given().get("/v1/feedback?q=thang&agency=G01").then().body("items", hasSize(0));
        for (var bad : List.of("subject=NONE", "agency=%21", "procedure=x", "limit=0", "cursor=x")) {
            given().get("/v1/feedback?" + bad).then().statusCode(400);
        }
    }

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

    private static String repair(String person, String unit) {
        return send(
                person,
                new HashMap<>(Map.of(
                        "kind",
                        "REPAIR",
                        "title",
                        "Kết quả sai tên",
                        "text",
                        "Kết quả trả cho tôi ghi sai tên đệm.",
                        "agency",
                        unit)));
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

    private static void execute(String statement) throws SQLException {
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
