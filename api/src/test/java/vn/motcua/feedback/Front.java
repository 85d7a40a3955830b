package vn.motcua.feedback;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** The front door of feedback under test: senders and officers; every answer is held against the contract. */
final class Front {
    static final String UNIT = "H44.31";
    static final String OTHER = "H44.32";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private Front() {}

    /** A person whom no other test knows. */
    static String person() {
        return "0020000%05d".formatted(PEOPLE.incrementAndGet());
    }

    static RequestSpecification citizen(String personalId) {
        return with(LocalParts.token("p" + personalId, "citizen", Map.of("personalId", personalId)))
                .filter(Contract.strict());
    }

    static RequestSpecification officer(String agency) {
        return with(LocalParts.token(
                        "officer-" + agency, "officer", Map.of("agency", agency, "position", "Chuyên viên")))
                .filter(Contract.strict());
    }

    /** For requests that are wrong on purpose. */
    static RequestSpecification wrong(RequestSpecification good) {
        return good.noFilters().filter(Contract.responsesOnly());
    }

    static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    static Map<String, Object> feedback(String title, String text) {
        var body = new HashMap<String, Object>();
        body.put("title", title);
        body.put("text", text);
        body.put("agency", UNIT);
        body.put("sender", Map.of("name", "Nguyễn Thị Mẫu", "address", "Tổ 5, phường Mẫu", "phone", "0900000123"));
        return body;
    }

    static String send(String person, Map<String, Object> body) {
        return sent(person, body).extract().path("code");
    }

    static ValidatableResponse sent(String person, Map<String, Object> body) {
        return citizen(person).body(body).post("/v1/feedback").then().statusCode(201);
    }

    static String send(String person) {
        return send(person, feedback("Chờ quá lâu ở bộ phận một cửa", "Lần nào cũng chờ hơn hai giờ dù đã lấy số."));
    }

    static ValidatableResponse move(String agency, String code, Map<String, Object> move) {
        return officer(agency)
                .body(move)
                .post("/v1/agencies/" + agency + "/feedback/" + code + "/moves")
                .then();
    }

    static ValidatableResponse move(String agency, String code, String move) {
        return move(agency, code, Map.of("move", move));
    }

    static ValidatableResponse own(String person, String code, Map<String, Object> move) {
        return citizen(person)
                .body(move)
                .post("/v1/me/feedback/" + code + "/moves")
                .then();
    }

    static ValidatableResponse mine(String person, String code) {
        return citizen(person).get("/v1/me/feedback/" + code).then().statusCode(200);
    }

    static ValidatableResponse seen(String agency, String code) {
        return officer(agency)
                .get("/v1/agencies/" + agency + "/feedback/" + code + "?purpose=HANDLING")
                .then();
    }

    static String answered(String person, Map<String, Object> body) {
        var code = send(person, body);
        move(UNIT, code, "RECEIVE").statusCode(200);
        move(UNIT, code, "ASSIGN").statusCode(200);
        move(UNIT, code, Map.of("move", "ANSWER", "text", "Đã thêm hai quầy từ 01/12."))
                .statusCode(200);
        return code;
    }

    static Map<String, Object> publication(String title) {
        return Map.of(
                "move",
                "PUBLISH",
                "publicTitle",
                title,
                "publicText",
                "Người dân phải chờ hơn hai giờ ở bộ phận một cửa.",
                "publicAnswer",
                "Đã thêm hai quầy từ 01/12.");
    }

    static ValidatableResponse attach(String person, String code, String type, String name, byte[] bytes) {
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

    static String repair(String person, String unit) {
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

    static void execute(String statement) throws SQLException {
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
