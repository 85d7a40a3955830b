package vn.motcua.feedback;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.motcua.feedback.Front.OTHER;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** The life of cases through the front door. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FeedbackWalkTest {
    @Test
    void aCaseIsSentHandledAnsweredAndPublishedWithoutItsSender() {
        var person = person();
        var receipt = sent(person, feedback("Chờ lâu quá mức", "Nộp hồ sơ ba lần, lần nào cũng chờ hơn hai giờ."));
        var code = receipt.body("code", startsWith("PAKN."))
                .body("state", equalTo("NEW"))
                .body("agency.code", equalTo(UNIT))
                .body("dueOn", notNullValue())
                .body("guidance", nullValue())
                .extract()
                .<String>path("code");
        mine(person, code).body("moves", hasSize(0)).body("sender.phone", equalTo("0900000123"));
        move(UNIT, code, "RECEIVE").statusCode(200).body("moves", hasItems("ASSIGN", "FORWARD", "ASK"));
        move(UNIT, code, Map.of("move", "CLASSIFY", "subject", "CONDUCT", "matter", 1))
                .statusCode(200)
                .body("subject", equalTo("CONDUCT"))
                .body("state", equalTo("RECEIVED"));
        move(UNIT, code, Map.of("move", "ASK", "text", "Hôm đó là ngày nào?"))
                .statusCode(200)
                .body("dueOn", nullValue());
        mine(person, code)
                .body("moves", equalTo(List.of("REPLY")))
                .body("history.text", hasItem("Hôm đó là ngày nào?"))
                .body("history.move", not(hasItem("CLASSIFY")));
        own(person, code, Map.of("move", "REPLY", "text", "Ngày 20/11."))
                .statusCode(200)
                .body("state", equalTo("SUPPLEMENTED"));
        move(UNIT, code, "ASSIGN").statusCode(200).body("state", equalTo("IN_PROGRESS"));
        move(UNIT, code, Map.of("move", "ANSWER", "text", "Đã thêm hai quầy."))
                .statusCode(200)
                .body("handling.deadlines.step", equalTo(List.of("PUBLISH")));
        mine(person, code).body("question", notNullValue()).body("moves", hasItems("SOLVED", "UNFIT"));
        given().get("/v1/feedback/" + code)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/feedback-not-found"));
        move(UNIT, code, publication("Chờ lâu ở bộ phận một cửa")).statusCode(200);
        var published = given().filter(Contract.strict())
                .get("/v1/feedback/" + code)
                .then()
                .statusCode(200)
                .body("sender", equalTo("Công dân"))
                .body("answer", equalTo("Đã thêm hai quầy từ 01/12."))
                .body(not(containsString("Mẫu")))
                .extract();
        given().header("If-None-Match", published.header("ETag"))
                .get("/v1/feedback/" + code)
                .then()
                .statusCode(304);
        citizen(person)
                .get("/v1/me/notifications")
                .then()
                .statusCode(200)
                .body("items.findAll { it.dossierCode == '" + code + "' }.topic.unique()", contains("FEEDBACK_STATUS"))
                .body("items.findAll { it.dossierCode == '" + code + "' }", hasSize(4));
    }

    @Test
    void whoIsNotSignedInIsGuidedToTheRating() {
        given().contentType("application/json")
                .header("Accept-Language", "en")
                .body(feedback("Chờ lâu quá mức", "Nộp hồ sơ ba lần."))
                .post("/v1/feedback")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("type", equalTo("/problems/unauthorized"))
                .body("detail", containsString("rate the service"));
        wrong(citizen(person())).get("/v1/agencies/H44/feedback").then().statusCode(403);
    }

    @Test
    void theSameKeyGivesTheSameCase() throws Exception {
        var person = person();
        var key = UUID.randomUUID().toString();
        var body = feedback("Chờ lâu quá mức", "Nộp hồ sơ ba lần, lần nào cũng chờ.");
        Callable<String> send = () -> citizen(person)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/feedback")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        try (var pool = Executors.newFixedThreadPool(4)) {
            var codes = new HashSet<String>();
            for (var sent : pool.invokeAll(List.of(send, send, send, send))) {
                codes.add(sent.get());
            }
            assertEquals(1, codes.size());
        }
        citizen(person)
                .header("Idempotency-Key", key)
                .body(feedback("Chuyện khác hẳn", "Một nội dung khác hẳn lần trước."))
                .post("/v1/feedback")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        wrong(citizen(person))
                .header("Idempotency-Key", "no.such")
                .body(body)
                .post("/v1/feedback")
                .then()
                .statusCode(400);
    }

    @Test
    void manyAtOnceGetCodesOfTheirOwn() throws Exception {
        var people = IntStream.range(0, 24).mapToObj(i -> person()).toList();
        try (var pool = Executors.newFixedThreadPool(12)) {
            var codes = new HashSet<String>();
            var tasks = people.stream()
                    .<Callable<String>>map(one -> () -> send(one))
                    .toList();
            for (var sent : pool.invokeAll(tasks)) {
                codes.add(sent.get());
            }
            assertEquals(people.size(), codes.size());
        }
    }

    @Test
    void aCaseGoesToOtherUnitsAndBack() {
        var code = send(person());
        move(UNIT, code, "RECEIVE").statusCode(200);
        move(UNIT, code, Map.of("move", "FORWARD", "unit", OTHER, "text", "Thuộc thẩm quyền bên đó."))
                .statusCode(200)
                .body("agency.code", equalTo(OTHER))
                .body("sender", nullValue());
        move(UNIT, code, "RECEIVE").statusCode(409).body("type", equalTo("/problems/feedback-not-now"));
        move(OTHER, code, "RECEIVE").statusCode(200).body("sender.name", equalTo("Nguyễn Thị Mẫu"));
        move(OTHER, code, Map.of("move", "RETURN", "text", "Không đúng lĩnh vực."))
                .statusCode(200)
                .body("agency.code", equalTo(UNIT));
        seen(UNIT, code)
                .statusCode(200)
                .body("handling.assignments.action", equalTo(List.of("SENT", "FORWARDED", "RETURNED")))
                .body("handling.assignments.outcome[0]", equalTo("FORWARDED"))
                .body("handling.deadlines.find { it.step == 'ANSWER' }.source", containsString("QĐ 31/2021"));
        move("H44", code, "RECEIVE").statusCode(200).body("sender", nullValue());
        move(UNIT, code, Map.of("move", "ASSIGN", "unit", "H44.33")).statusCode(400);
        move(UNIT, code, Map.of("move", "ASSIGN", "unit", UNIT + ".01"))
                .statusCode(200)
                .body("agency.code", equalTo(UNIT + ".01"));
    }

    @Test
    void aCaseOfOthersLooksLikeNone() {
        var code = send(person());
        var others = seen("H44.99", code).statusCode(404).extract().asString();
        assertEquals(
                seen("H44.99", "PAKN.20261126.99999999")
                        .statusCode(404)
                        .extract()
                        .asString(),
                others);
        officer("H44.99")
                .get("/v1/agencies/" + UNIT + "/feedback/" + code + "?purpose=HANDLING")
                .then()
                .statusCode(403);
        citizen(person()).get("/v1/me/feedback/" + code).then().statusCode(404);
        own(person(), code, Map.of("move", "REPLY", "text", "xx")).statusCode(404);
    }

    @Test
    void everyLookIsShownToTheSender() {
        var person = person();
        var code = send(person);
        seen(UNIT, code).statusCode(200);
        officer("H44")
                .get("/v1/agencies/H44/feedback/" + code + "?purpose=SUPERVISION")
                .then()
                .statusCode(200)
                .body("sender", nullValue());
        wrong(officer(UNIT))
                .get("/v1/agencies/" + UNIT + "/feedback/" + code)
                .then()
                .statusCode(400);
        citizen(person)
                .get("/v1/me/feedback/" + code + "/access-log")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].agency.code", equalTo("H44"))
                .body("items.identity", equalTo(List.of(false, true)))
                .body("items[1].position", equalTo("Chuyên viên"))
                .body(not(containsString("officer-")));
    }

    @Test
    void nothingIsPublishedThatTellsWhoSentIt() {
        var code = answered(person(), feedback("Chờ quá lâu", "Gọi cho tôi số 0900 000 123 nhé, tôi chờ hai giờ."));
        seen(UNIT, code).body("handling.hints.kind", contains("PHONE"));
        var named = Map.<String, Object>of(
                "move",
                "PUBLISH",
                "publicTitle",
                "Chờ quá lâu",
                "publicText",
                "Chị Nguyen Thi Mau chờ hai giờ.",
                "publicAnswer",
                "Đã sửa.",
                "hintsRead",
                true);
        move(UNIT, code, named).statusCode(400).body("errors.pointer", contains("/publicText"));
        var looks = Map.<String, Object>of(
                "move",
                "PUBLISH",
                "publicTitle",
                "Chờ quá lâu",
                "publicText",
                "Ông Trần Văn Thử tiếp dân chậm.",
                "publicAnswer",
                "Đã sửa.");
        move(UNIT, code, looks).statusCode(400).body("errors[0].detail", containsString("NAME"));
        move(UNIT, code, publication("Chờ quá lâu")).statusCode(200);
    }

    @Test
    void complaintsAreTakenGuidedAndNeverPublished() {
        var person = person();
        var body = feedback("Don khieu nai quyet dinh", "Tôi khiếu nại quyết định thu hồi đất số 12.");
        var code = sent(person, body)
                .body("track", equalTo("COMPLAINT"))
                .body("guidance", containsString("Luật Khiếu nại"))
                .extract()
                .<String>path("code");
        move(UNIT, code, "RECEIVE").statusCode(200).body("handling.trackByOfficer", equalTo(false));
        move(UNIT, code, "ASSIGN").statusCode(200);
        move(UNIT, code, Map.of("move", "ANSWER", "text", "Đã xem.")).statusCode(200);
        move(UNIT, code, publication("Không được công khai")).statusCode(409);
        given().get("/v1/feedback/" + code).then().statusCode(404);
        move(UNIT, code, Map.of("move", "CLASSIFY", "subject", "OTHER", "track", "NONE"))
                .statusCode(200);
        move(UNIT, code, publication("Nay thì được")).statusCode(200);
        given().get("/v1/feedback/" + code).then().statusCode(200);
        own(person, code, Map.of("move", "UNFIT", "text", "Chưa thoả đáng.")).statusCode(200);
        move(UNIT, code, Map.of("move", "CLASSIFY", "subject", "OTHER", "track", "COMPLAINT"))
                .statusCode(200);
        given().get("/v1/feedback/" + code).then().statusCode(404);
        var other = send(person(), feedback("To cao can bo", "Tôi tố cáo hành vi nhận tiền."));
        move(UNIT, other, Map.of("move", "OUT_OF_SCOPE", "track", "DENUNCIATION"))
                .statusCode(200)
                .body("state", equalTo("OUT_OF_SCOPE"))
                .body("moves", hasSize(0));
    }

    @Test
    void anUnfitAnswerComesBackAndTheAgencySeesIt() {
        var person = person();
        var code = answered(person, feedback("Đèn hỏng ở quầy", "Đèn hỏng từ tuần trước ở quầy số ba."));
        own(person, code, Map.of("move", "UNFIT", "text", "Đèn vẫn hỏng."))
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"))
                .body("reopened", equalTo(1))
                .body("solved", equalTo(false));
        officer(UNIT)
                .get("/v1/agencies/" + UNIT + "/feedback?risk=REOPENED&limit=100")
                .then()
                .statusCode(200)
                .body("items.code", hasItem(code))
                .body("facets.find { it.risk == 'REOPENED' }.cases", greaterThan(0));
        move(UNIT, code, Map.of("move", "ANSWER", "text", "Đã thay đèn.")).statusCode(200);
        move(UNIT, code, publication("Đèn hỏng")).statusCode(200);
        own(person, code, Map.of("move", "SOLVED")).statusCode(200).body("state", equalTo("PUBLISHED"));
        own(person, code, Map.of("move", "UNFIT", "text", "Lại hỏng.")).statusCode(200);
        given().get("/v1/feedback/" + code).then().statusCode(200);
    }

    @Test
    void eachAccountHasOneVoteThatItMayChange() {
        var code = answered(person(), feedback("Bỏ phiếu thử", "Một nội dung để người khác bỏ phiếu."));
        move(UNIT, code, publication("Bỏ phiếu thử")).statusCode(200);
        var voter = person();
        for (var like : List.of(true, true, false)) {
            citizen(voter)
                    .body(Map.of("like", like))
                    .put("/v1/feedback/" + code + "/vote")
                    .then()
                    .statusCode(200)
                    .body("own", equalTo(like))
                    .body("likes", equalTo(like ? 1 : 0))
                    .body("dislikes", equalTo(like ? 0 : 1));
        }
        citizen(voter)
                .delete("/v1/feedback/" + code + "/vote")
                .then()
                .statusCode(200)
                .body("own", nullValue())
                .body("dislikes", equalTo(0));
        citizen(voter)
                .body(Map.of("like", true))
                .put("/v1/feedback/" + send(person()) + "/vote")
                .then()
                .statusCode(404);
    }
}
