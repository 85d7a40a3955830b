package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ScoresTest {
    @Inject
    Desk desk;

    @Test
    void fortyFiveOfFiftySatisfiedIsNinetyWithItsInterval() {
        var agency = Desk.newAgency();
        desk.lay(Desk.dossiers(agency, 40), Desk.all(5));
        desk.lay(Desk.dossiers(agency, 5), Desk.all(4));
        desk.lay(Desk.dossiers(agency, 3), Desk.all(3));
        desk.lay(Desk.dossiers(agency, 2), Desk.all(1));
        desk.issue(Desk.dossiers(agency, 75));
        desk.mix();
        var month = YearMonth.from(Vietnam.today());
        scores(Map.of("agency", agency))
                .header("Cache-Control", "public, max-age=60")
                .body("name", equalTo("Kiểu SIPAS"), "questionnaire", equalTo("SHORT"))
                .body("recipe", startsWith("sipas-style/2;q=SHORT/1;agency=" + agency + ";field=*;from="))
                .body("total.overallIndex", equalTo(90.0f), "total.rank", nullValue())
                .body("from", equalTo(month.minusMonths(11).toString()), "to", equalTo(month.toString()))
                .body("total.label", equalTo("Cơ quan " + agency), "total.key", nullValue())
                .body("total.hidden", equalTo(false), "total.ratings", equalTo(50), "total.finished", equalTo(125))
                .body("total.responseRate", equalTo(40.0f))
                .body(
                        "total.factors.factor",
                        contains("ACCESS", "PROCEDURE", "OFFICIALS", "RESULT", "FEEDBACK", "OVERALL"))
                .body("total.factors[5].n", equalTo(50), "total.factors[5].index", equalTo(90.0f))
                .body("total.factors[5].interval.low", equalTo(78.6f))
                .body("total.factors[5].interval.high", equalTo(95.7f))
                .body("total.factors[5].levels", contains(2, 0, 3, 5, 40))
                .body("groups", empty());
    }

    @Test
    void nineRatingsAreHiddenAndTheTenthShowsThem() {
        var agency = Desk.newAgency();
        desk.rate(agency, 9, 4);
        scores(Map.of("agency", agency))
                .body("total.hidden", equalTo(true), "total.label", equalTo("Cơ quan " + agency))
                .body("total.ratings", nullValue(), "total.finished", nullValue(), "total.factors", empty());
        desk.rate(agency, 1, 4);
        scores(Map.of("agency", agency)).body("total.hidden", equalTo(false), "total.ratings", equalTo(10));
    }

    @Test
    void aFactorThatFewAnsweredIsHiddenByItself() {
        var agency = Desk.newAgency();
        desk.lay(Desk.dossiers(agency, 4), Desk.all(5));
        desk.rate(Desk.dossiers(agency, 8), Map.of(Factor.OVERALL, 4, Factor.ACCESS, 2));
        scores(Map.of("agency", agency))
                .body("total.factors[0].hidden", equalTo(false), "total.factors[0].index", equalTo(33.33f))
                .body("total.factors[1].hidden", equalTo(true), "total.factors[1].n", nullValue())
                .body("total.factors[1].levels", nullValue(), "total.factors[1].interval", nullValue());
    }

    @Test
    void aHiddenGroupCannotBeComputedFromTheTotal() {
        var province = Desk.newAgency();
        desk.rate(province + ".01", 30, 5);
        desk.rate(province + ".02", 12, 4);
        desk.rate(province + ".03", 3, 1);
        scores(Map.of("agency", province, "groupBy", "AGENCY"))
                .body("total.ratings", equalTo(42))
                .body("groups.key", contains(province + ".01", province + ".02", province + ".03"))
                .body("groups.hidden", contains(false, false, true))
                .body("groups[0].label", equalTo("Cơ quan " + province + ".01"))
                .body("groups[2].ratings", nullValue(), "groups[2].factors", empty());
    }

    @Test
    void anAgencyIncludesAllBelowItAndNobodyBeside() {
        var province = Desk.newAgency();
        desk.rate(province, 10, 5);
        desk.rate(province + ".07", 10, 5);
        desk.rate(province + ".07.01", 10, 3);
        desk.rate(province + ".08.02", 11, 3);
        desk.rate(province + "9", 20, 1);
        scores(Map.of("agency", province, "groupBy", "AGENCY"))
                .body("total.ratings", equalTo(41))
                .body("groups.key", contains(province, province + ".07", province + ".08"))
                .body("groups.ratings", contains(10, 20, 11));
        scores(Map.of("agency", (province + ".07").toLowerCase(Locale.ROOT), "groupBy", "AGENCY"))
                .body("total.ratings", equalTo(20))
                .body("groups.key", contains(province + ".07", province + ".07.01"))
                .body("groups[1].factors[5].index", equalTo(0.0f));
        scores(Map.of("groupBy", "AGENCY"))
                .body("total.label", equalTo("Cả nước"))
                .body("groups.key", hasItems(province, province + "9"))
                .body("groups.key", not(hasItem(province + ".07")));
    }

    @Test
    void groupsFollowFieldOutcomeChannelAndMonth() {
        var agency = Desk.newAgency();
        for (int i = 0; i < 10; i++) {
            desk.lay(List.of(Desk.dossier(agency, "F1", EndedDossier.Outcome.RETURNED, "ONLINE")), Desk.all(5));
            desk.lay(List.of(Desk.dossier(agency, null, EndedDossier.Outcome.REFUSED, null)), Desk.all(1));
        }
        desk.mix();
        scores(Map.of("agency", agency, "groupBy", "FIELD"))
                .body("groups.key", contains("F1", "UNKNOWN"))
                .body("groups.label", contains("Lĩnh vực F1", "Không rõ"));
        scores(Map.of("agency", agency, "groupBy", "OUTCOME"))
                .body("groups.key", contains("REFUSED", "RETURNED"))
                .body("groups.label", contains("Từ chối", "Đã trả kết quả"))
                .body("groups[0].factors[5].index", equalTo(0.0f), "groups[1].factors[5].index", equalTo(100.0f));
        scores(Map.of("agency", agency, "groupBy", "CHANNEL")).body("groups.key", contains("ONLINE", "UNKNOWN"));
        scores(Map.of("agency", agency, "groupBy", "MONTH"))
                .body("groups.key", contains(YearMonth.from(Vietnam.today()).toString()))
                .body("groups.ratings", contains(20));
        scores(Map.of("agency", agency, "field", "F1"))
                .body("total.ratings", equalTo(10))
                .body("total.label", equalTo("Cơ quan " + agency + " · Lĩnh vực F1"));
    }

    @Test
    void theProcedureIsAGroupToo() {
        var agency = Desk.newAgency();
        desk.rate(agency, 10, 5);
        scores(Map.of("agency", agency, "groupBy", "PROCEDURE"))
                .body("groups.key", contains("1.001193"), "groups.ratings", contains(10));
        scores(Map.of("agency", agency, "groupBy", "PROCEDURE", "field", "F.HOTICH"))
                .body(
                        "groups.key",
                        contains("1.001193"),
                        "groups.ratings",
                        contains(10),
                        "groups.finished",
                        contains(10));
    }

    @Test
    void groupsAreRankedFromThirtyAndTiedWhereIntervalsOverlap() {
        var province = Desk.newAgency();
        desk.rate(province + ".01", 60, 5);
        desk.lay(Desk.dossiers(province + ".02", 3), Desk.all(1));
        desk.rate(province + ".02", 57, 5);
        desk.rate(province + ".03", 60, 1);
        desk.rate(province + ".04", 29, 5);
        scores(Map.of("agency", province, "groupBy", "AGENCY"))
                .body("groups[0].rank.best", equalTo(1), "groups[0].rank.worst", equalTo(2))
                .body("groups[1].rank.best", equalTo(1), "groups[1].rank.worst", equalTo(2))
                .body("groups[2].rank.best", equalTo(3), "groups[2].rank.worst", equalTo(3))
                .body("groups[2].rank.of", equalTo(3), "groups[3].rank", nullValue());
        scores(Map.of("agency", province, "groupBy", "MONTH")).body("groups[0].rank", nullValue());
    }

    @Test
    void theFactorThatMovesOverallMostComesFirst() {
        var agency = Desk.newAgency();
        var good = Desk.all(5);
        var slow = Desk.all(5);
        slow.put(Factor.RESULT, 1);
        slow.put(Factor.OVERALL, 2);
        var rude = Desk.all(5);
        rude.put(Factor.OFFICIALS, 1);
        desk.lay(Desk.dossiers(agency, 60), good);
        desk.lay(Desk.dossiers(agency, 40), slow);
        desk.rate(Desk.dossiers(agency, 30), rude);
        scores(Map.of("agency", agency))
                .body("drivers.factor", contains("RESULT", "OFFICIALS"))
                .body("drivers[0].n", equalTo(130), "drivers[0].effect", equalTo(100.0f))
                .body("drivers[0].potential", equalTo(30.77f))
                // Nobody who found the officials rude was dissatisfied on the whole: 60 of 100 against 30 of 30.
                .body("drivers[1].effect", equalTo(-40.0f));
    }

    @Test
    void ratingsCountInTheMonthInWhichTheDossierEnded() {
        var agency = Desk.newAgency();
        desk.rate(agency, 10, 5);
        var next = YearMonth.from(Vietnam.today()).plusMonths(1).toString();
        scores(Map.of("agency", agency, "from", next, "to", next)).body("total.hidden", equalTo(true));
    }

    @Test
    void labelsFollowTheLanguage() {
        var agency = Desk.newAgency();
        desk.rate(agency, 10, 5);
        given().filter(Contract.strict())
                .header("Accept-Language", "en")
                .queryParam("agency", agency)
                .queryParam("groupBy", "CHANNEL")
                .get("/v1/satisfaction")
                .then()
                .statusCode(200)
                .header("Vary", equalTo("Accept-Language"))
                .body("name", equalTo("SIPAS-style"), "groups.label", contains("Online"))
                .body("total.factors[0].label", equalTo("Access to the service"));
    }

    @Test
    void theTagHoldsUntilACountChanges() {
        var agency = Desk.newAgency();
        desk.rate(agency, 10, 5);
        var tag = scores(Map.of("agency", agency)).extract().header("ETag");
        given().filter(Contract.strict())
                .header("If-None-Match", tag)
                .queryParam("agency", agency)
                .get("/v1/satisfaction")
                .then()
                .statusCode(304);
        desk.rate(Desk.newAgency(), 10, 5);
        given().header("If-None-Match", tag)
                .queryParam("agency", agency)
                .get("/v1/satisfaction")
                .then()
                .statusCode(304);
        desk.rate(agency, 10, 5);
        given().header("If-None-Match", tag)
                .queryParam("agency", agency)
                .get("/v1/satisfaction")
                .then()
                .statusCode(200)
                .body("total.ratings", equalTo(20));
    }

    @Test
    void wrongParametersAreNamed() {
        wrong(Map.of("from", "2026-05", "to", "2026-04")).body("errors.pointer", contains("from"));
        wrong(Map.of("from", "2020-01", "to", "2023-01")).body("errors.pointer", contains("from"));
        wrong(Map.of("from", "2026-13", "to", "x")).body("errors.pointer", contains("to", "from"));
        wrong(Map.of("agency", "H44%", "field", "a".repeat(81))).body("errors.pointer", contains("agency", "field"));
        wrong(Map.of("agency", "H44' or 'a'='a"));
        wrong(Map.of("field", "\u0000"));
        wrong(Map.of("groupBy", "PERSON"));
        wrong(Map.of("questionnaire", "short")).body("errors.pointer", contains("questionnaire"));
        wrong(Map.of("questionnaire", "NEVER_ASKED")).body("errors.pointer", contains("questionnaire"));
        scores(Map.of("from", "2020-01", "to", "2022-12"));
        scores(Map.of("field", "' or 1=1 --")).body("total.hidden", equalTo(true));
        scores(Map.of("from", "0000-01", "to", "0001-01"));
    }

    private static ValidatableResponse scores(Map<String, String> parameters) {
        return given().filter(Contract.strict())
                .queryParams(parameters)
                .get("/v1/satisfaction")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse wrong(Map<String, String> parameters) {
        return given().filter(Contract.responsesOnly())
                .queryParams(parameters)
                .get("/v1/satisfaction")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-input"));
    }
}
