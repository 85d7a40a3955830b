package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Role;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class QuestionnaireTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    Desk desk;

    @Test
    void aQuestionnaireIsWrittenPublishedAndReplacedByItsNextVersion() {
        var code = newCode();
        create(code, draft("Câu hỏi một")).statusCode(201).body("version", equalTo(1), "state", equalTo("DRAFT"));
        admin().body(draft("Câu hỏi khác"))
                .put("/v1/admin/questionnaires/{code}/1", code)
                .then()
                .statusCode(200)
                .body("items[1].textVi", equalTo("Câu hỏi khác"), "items", hasSize(2));
        move(code, 1, "retire").statusCode(409).body("type", equalTo("/problems/questionnaire-fixed"));
        move(code, 1, "publish").statusCode(200).body("state", equalTo("PUBLISHED"));
        create(code, draft("Câu hỏi hai")).body("version", equalTo(2));
        move(code, 2, "publish").statusCode(200);
        read(code, 1).body("state", equalTo("RETIRED"), "items[1].textVi", equalTo("Câu hỏi khác"));
        move(code, 2, "retire").body("state", equalTo("RETIRED"));
        admin().get("/v1/admin/questionnaires").then().statusCode(200).body("items.code", hasItem(code));
    }

    @Test
    void aPublishedQuestionnaireIsNeverChangedByAnybody() throws SQLException {
        var code = newCode();
        create(code, draft("Câu hỏi"));
        move(code, 1, "publish").statusCode(200);
        admin().body(draft("Câu hỏi khác"))
                .put("/v1/admin/questionnaires/{code}/1", code)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/questionnaire-fixed"));
        move(code, 1, "publish").statusCode(409);
        for (var sql : List.of(
                "update satisfaction.item set text_vi = 'x' where questionnaire = ?",
                "delete from satisfaction.item where questionnaire = ?",
                "insert into satisfaction.item values (?, 1, 9, 'ACCESS', 'x', 'x', 'NEW')",
                "update satisfaction.questionnaire set title_vi = 'x' where code = ?",
                "update satisfaction.questionnaire set state = 'DRAFT', published_on = null where code = ?",
                "delete from satisfaction.questionnaire where code = ?")) {
            assertThrows(SQLException.class, () -> Database.execute(sql, code), sql);
        }
    }

    @Test
    void theShortFormAlwaysHasAPublishedVersion() {
        move("SHORT", 1, "retire").statusCode(409);
        read("SHORT", 1).body("state", equalTo("PUBLISHED"));
    }

    @Test
    void wrongDraftsAreRefusedAtEveryPlace() {
        var code = newCode();
        create(code, Map.of("titleVi", "", "titleEn", "x", "items", List.of()))
                .statusCode(400)
                .body("errors.pointer", contains("/titleVi", "/items"));
        var item = Map.of("code", "a b", "factor", "ACCESS", "textVi", "x", "textEn", " ");
        create(code, Map.of("titleVi", "x", "titleEn", "x", "items", List.of(item, item)))
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains("/items/0/code", "/items/0/textEn", "/items/1/code", "/items/1/textEn", "/items"));
        create("lower", draft("x")).statusCode(400);
        read(code, 1).statusCode(404).body("type", equalTo("/problems/questionnaire-not-found"));
        move(code, 7, "publish").statusCode(404);
    }

    @Test
    void onlyAdministratorsWriteQuestionnaires() {
        given().header("Authorization", "Bearer " + LocalParts.token("o", Role.OFFICER, Map.of("agency", "H44")))
                .get("/v1/admin/questionnaires")
                .then()
                .statusCode(403);
        given().get("/v1/admin/questionnaires").then().statusCode(401);
    }

    @Test
    void versionsArePooledOnlyWhereQuestionsAreDeclaredTheSame() throws SQLException {
        var code = newCode();
        var agency = Desk.newAgency();
        create(code, draft("Cũ"));
        move(code, 1, "publish");
        rate(agency, code, 1, Map.of("SPEED", 5, "ALL", 5));
        create(code, draft("Mới"));
        move(code, 2, "publish");
        rate(agency, code, 2, Map.of("SPEED", 1, "ALL", 2));
        scores(agency, code, "VERSION")
                .body("version", equalTo(2), "total.ratings", equalTo(10))
                .body("groups.key", contains(code + "/1", code + "/2"), "groups.ratings", contains(10, 10))
                .body("groups[0].factors[5].index", equalTo(100.0f))
                .body("seriesBreaks.version", contains(2), "seriesBreaks[0].pooled", equalTo(false));
        map(code, 2, 1, Map.of("SPEED", "ALL")).statusCode(400);
        map(code, 2, 1, Map.of("NONE", "ALL")).statusCode(400);
        map(code, 1, 2, Map.of("ALL", "ALL")).statusCode(400);
        map(code, 2, 1, Map.of("ALL", "ALL")).statusCode(200);
        scores(agency, code, "VERSION")
                .body("total.ratings", equalTo(20), "total.factors[5].index", equalTo(50.0f))
                .body("total.factors[3].n", equalTo(10), "total.overallIndex", nullValue())
                .body("seriesBreaks[0].pooled", equalTo(true));
    }

    @Test
    void theLongFormAsksTwentyTwoCriteriaAndPoolsThemByFactor() throws SQLException {
        var agency = Desk.newAgency();
        var answers = new HashMap<String, Integer>();
        for (var item : List.of("A1", "A2", "A3", "B1", "C1", "D1", "E1", "OVERALL")) {
            answers.put(item, "A3".equals(item) ? 3 : 4);
        }
        rate(agency, "LONG", 1, answers);
        scores(agency, "LONG", "MONTH")
                .body("total.ratings", equalTo(10), "total.factors[0].n", equalTo(30))
                .body("total.factors[0].index", equalTo(66.67f), "total.factors[0].items", hasSize(4))
                .body(
                        "total.factors[0].items[2].index",
                        equalTo(0.0f),
                        "total.factors[0].items[3].hidden",
                        equalTo(true))
                // Thirty answers, but ten people: the interval is that of two thirds of ten (of thirty: 48.7 to 80.8).
                .body("total.factors[0].interval.low", equalTo(36.7f))
                .body("total.overallIndex", equalTo(85.71f));
        var ticket = desk.issue(Desk.dossier(agency));
        Database.execute("update satisfaction.ticket set questionnaire = 'LONG', version = 1 where agency = ?", agency);
        given().filter(Contract.strict())
                .get("/v1/surveys/{ticket}", ticket)
                .then()
                .statusCode(200)
                .body("items", hasSize(23), "items[0].code", equalTo("A1"), "items[0].factor", equalTo("ACCESS"));
    }

    /** Ten people of the agency answer this version alike. */
    private void rate(String agency, String code, int version, Map<String, Integer> answers) throws SQLException {
        var dossiers = Desk.dossiers(agency, 10);
        desk.issue(dossiers);
        Database.execute(
                "update satisfaction.ticket set questionnaire = '%s', version = %d where agency = ?"
                        .formatted(code, version),
                agency);
        for (var dossier : dossiers) {
            given().contentType(ContentType.JSON)
                    .body(Map.of("answers", answers))
                    .post("/v1/surveys/{ticket}/rating", desk.ticket(dossier))
                    .then()
                    .statusCode(201);
        }
        desk.mix();
    }

    private static ValidatableResponse scores(String agency, String code, String groupBy) {
        return given().filter(Contract.strict())
                .queryParams(Map.of("agency", agency, "questionnaire", code, "groupBy", groupBy))
                .get("/v1/satisfaction")
                .then()
                .statusCode(200);
    }

    private static String newCode() {
        return "TEST_" + NUMBER.incrementAndGet();
    }

    private static Map<String, ?> draft(String question) {
        return Map.of(
                "titleVi",
                "Phiếu hỏi thử",
                "titleEn",
                "A trial",
                "items",
                List.of(
                        Map.of(
                                "code",
                                "SPEED",
                                "factor",
                                "RESULT",
                                "textVi",
                                "Có đúng hẹn không?",
                                "textEn",
                                "On time?"),
                        Map.of("code", "ALL", "factor", "OVERALL", "textVi", question, "textEn", "All in all?")));
    }

    private static ValidatableResponse create(String code, Map<String, ?> draft) {
        return admin().body(draft).post("/v1/admin/questionnaires/{code}", code).then();
    }

    private static ValidatableResponse move(String code, int version, String verb) {
        return admin().post("/v1/admin/questionnaires/{code}/{version}/{verb}", code, version, verb)
                .then();
    }

    private static ValidatableResponse map(String code, int version, int from, Map<String, String> items) {
        return admin().body(Map.of("fromVersion", from, "items", items))
                .post("/v1/admin/questionnaires/{code}/{version}/mappings", code, version)
                .then();
    }

    private static ValidatableResponse read(String code, int version) {
        return admin().get("/v1/admin/questionnaires/{code}/{version}", code, version)
                .then();
    }

    private static RequestSpecification admin() {
        return given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + LocalParts.token("a", Role.ADMIN, Map.of()))
                .contentType(ContentType.JSON);
    }
}
