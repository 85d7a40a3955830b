package vn.motcua.report;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

/** Index and indicators of the same province. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class IndexTest {
    @BeforeEach
    void report() {
        Province.report();
    }

    @Test
    void theIndexIsMadeOfTheSameDossiers() {
        Province.officer("H58")
                .get("/v1/agencies/H58/service-quality?from=2026-07-01&to=2026-07-31")
                .then()
                .statusCode(200)
                .body("formula", equalTo("766/2026.1"))
                .body(metric("DOSSIER_ON_TIME", "numerator"), equalTo(3))
                .body(metric("DOSSIER_ON_TIME", "denominator"), equalTo(4))
                .body(metric("DOSSIER_ON_TIME", "score"), equalTo(15.0f))
                .body(metric("ONLINE_FILING", "score"), equalTo(6.0f))
                .body(metric("DOSSIER_RECEIVING_SATISFACTION", "score"), equalTo(5.0f))
                .body(metric("ONLINE_PAYMENT", "basis"), equalTo("UNKNOWN"))
                .body(metric("ONLINE_PAYMENT", "score"), nullValue())
                .body("total.band", nullValue())
                .body("total.unknown", hasItem("ONLINE_PAYMENT"))
                .body("units.unit.code", contains("H58.02", "H58.01"))
                .body("units.rank", contains(1, 2))
                .body("units[0].rankedMax", equalTo(44))
                .body("units[0].band", nullValue());
    }

    @Test
    void behindANumberStandItsDossiersPageByPage() {
        var path = "/v1/agencies/H58/service-quality/dossiers?from=2026-07-01&to=2026-07-31";
        Province.officer("H58")
                .get(path)
                .then()
                .statusCode(200)
                .body("items.code", contains(Province.code(3)))
                .body("items[0].timeliness", equalTo("OVERDUE"))
                .body("items[0].status", equalTo("IN_PROGRESS"));
        var first = Province.officer("H58")
                .get(path + "&part=ON_TIME&limit=2")
                .then()
                .statusCode(200);
        first.body("items.code", contains(Province.code(1), Province.code(2)));
        Province.officer("H58")
                .get(path + "&part=ON_TIME&limit=2&cursor=" + first.extract().path("nextCursor"))
                .then()
                .statusCode(200)
                .body("items.code", contains(Province.code(4)))
                .body("nextCursor", nullValue());
        Province.officer("H58")
                .get(path + "&part=SATISFIED")
                .then()
                .statusCode(200)
                .body("items.code", contains(Province.code(1), Province.code(2), Province.code(4)));
        Province.officer("H58")
                .get(path + "&part=UNSATISFIED")
                .then()
                .statusCode(200)
                .body("items.code", contains(Province.code(3)));
        Province.officer("H58.01").get(path).then().statusCode(403);
        Province.system("H58").get(path).then().statusCode(403);
    }

    @Test
    void whatOnlyOthersKnowIsEnteredWithItsSourceAndVersioned() {
        var body = """
                {"items":[{"agency":"H58","metric":"ONLINE_PAYMENT","from":"2026-09-01","to":"2026-09-30",\
                "numerator":%d,"denominator":98459,"source":"Cổng DVCQG","asOf":"2026-10-02"}]}""";
        enter(body.formatted(1)).statusCode(201).body("items[0].version", equalTo(1));
        enter(body.formatted(82913)).statusCode(201).body("items[0].version", equalTo(2));
        Province.officer("H58")
                .get("/v1/agencies/H58/service-quality?from=2026-09-01&to=2026-09-30")
                .then()
                .statusCode(200)
                .body(metric("ONLINE_PAYMENT", "score"), equalTo(5.05f))
                .body(metric("ONLINE_PAYMENT", "source"), equalTo("Cổng DVCQG"))
                .body(metric("ONLINE_PAYMENT", "basis"), equalTo("INPUT"));
        Province.admin()
                .get("/v1/admin/service-quality/inputs?agency=H58&metric=ONLINE_PAYMENT&limit=1")
                .then()
                .statusCode(200)
                .body("items[0].numerator", equalTo(82913));
        enter(body.formatted(98460)).statusCode(400).body("errors[0].pointer", equalTo("/items/0/numerator"));
        Province.officer("H58").get("/v1/admin/service-quality/inputs").then().statusCode(403);
    }

    @Test
    void everybodySeesTheIndexAndMayCheckItsFormulas() {
        var answer = Callers.anyone()
                .get("/v1/service-quality?agency=H58&period=2026-07")
                .then()
                .statusCode(200);
        answer.body(metric("DOSSIER_ON_TIME", "score"), equalTo(15.0f));
        Callers.anyone()
                .header("If-None-Match", answer.extract().header("ETag"))
                .get("/v1/service-quality?agency=H58&period=2026-07")
                .then()
                .statusCode(304);
        Callers.anyone()
                .contentType("application/json")
                .body("""
                        {"figures":[{"metric":"DOSSIER_ON_TIME","numerator":528684,"denominator":597918},
                                    {"metric":"ELECTRONIC_CERTIFIED_COPY","score":2}]}""")
                .post("/v1/service-quality/calculation")
                .then()
                .statusCode(200)
                .body("total.score", equalTo(19.68f))
                .body(metric("DOSSIER_ON_TIME", "ratio"), equalTo(88.42f));
    }

    @Test
    void whatIsNoAgencyIsNotComputed() {
        Callers.anyone()
                .get("/v1/service-quality?agency=H99.77&period=2026-07")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("agency"));
    }

    @Test
    void aScoreThatIsShortToSendAndLongToRoundIsRefused() {
        for (var score : List.of("1E-600000000", "0E600000000", "0E-600000000", "1.0000001")) {
            Callers.anyone()
                    .noFilters()
                    .contentType("application/json")
                    .body("{\"figures\":[{\"metric\":\"DOSSIER_SYNC\",\"score\":" + score + "}]}")
                    .post("/v1/service-quality/calculation")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/figures/0/score"));
        }
    }

    @Test
    void indicatorsComeWithDefinitionAndCounts() {
        for (var caller : List.of(Province.officer("H58"), Province.system("H58"))) {
            caller.get("/v1/agencies/H58/indicators?period=2026-07&basis=CALENDAR")
                    .then()
                    .statusCode(200)
                    .body("items.find { it.code == 'ON_TIME' }.value", equalTo(75.0f))
                    .body("items.find { it.code == 'ON_TIME' }.denominator", equalTo(4))
                    .body("items.find { it.code == 'RECEIVED' }.value", equalTo(4))
                    .body("items.find { it.code == 'FEEDBACK_RECEIVED' }.value", equalTo(0))
                    .body("items.find { it.code == 'FEEDBACK_ON_TIME' }.value", nullValue());
        }
        Province.system("H44")
                .get("/v1/agencies/H58/indicators?period=2026-07&basis=CALENDAR")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse enter(String body) {
        return Province.admin()
                .contentType("application/json")
                .body(body)
                .post("/v1/admin/service-quality/inputs")
                .then();
    }

    private static String metric(String code, String what) {
        return "groups.metrics.flatten().find { it.code == '" + code + "' }." + what;
    }
}
