package vn.motcua.feedback;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.motcua.feedback.Front.UNIT;
import static vn.motcua.feedback.Front.answered;
import static vn.motcua.feedback.Front.feedback;
import static vn.motcua.feedback.Front.move;
import static vn.motcua.feedback.Front.person;
import static vn.motcua.feedback.Front.publication;
import static vn.motcua.feedback.Front.seen;
import static vn.motcua.feedback.Front.send;
import static vn.motcua.feedback.Front.sent;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** Cases found: by code and proof, by likeness, by the words of their published answers. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FeedbackFoundTest {
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
}
