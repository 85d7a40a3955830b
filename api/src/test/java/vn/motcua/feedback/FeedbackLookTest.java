package vn.motcua.feedback;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.feedback.Front.citizen;
import static vn.motcua.feedback.Front.feedback;
import static vn.motcua.feedback.Front.officer;
import static vn.motcua.feedback.Front.person;
import static vn.motcua.feedback.Front.send;
import static vn.motcua.feedback.Front.with;
import static vn.motcua.feedback.Front.wrong;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** What officers see of a case, and behind a figure, is no more than they ask for. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FeedbackLookTest {
    @Test
    void aCaseIsReadAndMovedWithoutItsSenderUntilSomebodyAsks() {
        var person = person();
        var code = send(person, of("H44.33", "Chờ quá lâu ở bộ phận một cửa"));
        var place = "/v1/agencies/H44.33/feedback/" + code;
        officer("H44.33")
                .get(place + "?purpose=HANDLING&identity=false")
                .then()
                .statusCode(200)
                .body("sender", nullValue());
        officer("H44.33")
                .body(Map.of("move", "RECEIVE"))
                .post(place + "/moves?identity=false")
                .then()
                .statusCode(200)
                .body("sender", nullValue());
        officer("H44.33")
                .get(place + "?purpose=HANDLING&identity=true")
                .then()
                .statusCode(200)
                .body("sender.name", notNullValue());
        citizen(person)
                .get("/v1/me/feedback/" + code + "/access-log")
                .then()
                .statusCode(200)
                .body("items.identity", equalTo(List.of(true, false, false)));
        wrong(officer("H44.33"))
                .get(place + "?purpose=HANDLING&identity=no")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("identity"));
    }

    @Test
    void behindANumberOfTheIndexStandsItsFeedbackPageByPage() {
        var first = send(person(), of("H44.34", "Đèn ở sân trụ sở hỏng đã một tuần"));
        var second = send(person(), of("H44.34", "Bảng giá lệ phí treo khuất sau cửa"));
        var today = Vietnam.today();
        var period = "?from=" + today.minusDays(1) + "&to=" + today;
        var index = "/v1/agencies/H44.34/service-quality";
        var number = "groups.metrics.flatten().find { it.code == 'PETITION_PROCESSING_ON_TIME' }.";
        officer("H44.34")
                .get(index + period)
                .then()
                .statusCode(200)
                .body(number + "numerator", equalTo(2))
                .body(number + "denominator", equalTo(2));
        var page = officer("H44.34")
                .get(index + "/feedback" + period + "&part=ON_TIME&limit=1")
                .then()
                .statusCode(200);
        page.body("items.code", contains(first)).body("items[0].open", equalTo(true));
        officer("H44.34")
                .get(index + "/feedback" + period + "&part=ON_TIME&limit=1&cursor="
                        + page.extract().path("nextCursor"))
                .then()
                .statusCode(200)
                .body("items.code", contains(second))
                .body("nextCursor", nullValue());
        for (var part : List.of("LATE", "UNSATISFIED", "CONDUCT")) {
            officer("H44.34")
                    .get(index + "/feedback" + period + "&part=" + part)
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(0));
        }
        officer("H44.35").get(index + "/feedback" + period).then().statusCode(403);
    }

    @Test
    void unitsAreRankedByWhatIsKnownOfThemWhateverTheAgencyHasOfItsOwn() {
        send(person(), of("H44.36", "Ghế ngồi chờ hỏng đã lâu"));
        var today = Vietnam.today();
        var entry = Map.of(
                "agency",
                "H44.36.01",
                "metric",
                "ONLINE_PAYMENT",
                "from",
                today.toString(),
                "to",
                today.toString(),
                "numerator",
                1,
                "denominator",
                2,
                "source",
                "Cổng DVCQG");
        with(LocalParts.token("admin-look", "admin", Map.of()))
                .body(Map.of("items", List.of(entry)))
                .post("/v1/admin/service-quality/inputs")
                .then()
                .statusCode(201);
        officer("H44.36")
                .get("/v1/agencies/H44.36/service-quality?from=" + today + "&to=" + today)
                .then()
                .statusCode(200)
                .body("units.unit.code", contains("H44.36.01", "H44.36"))
                .body("rankedBy", hasItem("ONLINE_PAYMENT"))
                .body("units[0].rankedScore", equalTo(15.0f))
                .body("units[1].rank", nullValue());
    }

    private static Map<String, Object> of(String unit, String title) {
        var body = feedback(title, title + ", mong được xem xét.");
        body.put("agency", unit);
        return body;
    }
}
