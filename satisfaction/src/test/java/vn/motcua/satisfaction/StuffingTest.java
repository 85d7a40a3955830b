package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** From the resting ratings to the reviewer's decision, on the real tables. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class StuffingTest {
    private static final Watch.Rules STRICT = new Watch.Rules(0, 0.01);
    private static final String WHY = "Thử nghiệm của bài kiểm tra";

    @Inject
    Desk desk;

    @Inject
    Pool pool;

    @Inject
    Watch watch;

    @Inject
    MixStore mixing;

    @Inject
    SatisfactionConfig config;

    @Test
    void aBurstIsSetApartWholeAndToldToEverybody() throws SQLException {
        var agency = stuffed();
        assertEquals(0, Database.count("resting where agency = ?", agency));
        assertEquals(0, Database.count("board where agency = ?", agency), "not counted");
        assertEquals(40, Database.count("rating where agency = ?", agency), "not dropped");
        page(agency)
                .body("items", hasSize(1))
                .body("items[0].ratings", equalTo(40))
                .body("items[0].levels", equalTo(List.of(0, 0, 0, 0, 40)))
                .body("items[0].reasons.code", hasItem("BURST"))
                .body("items[0].state", equalTo("HELD"))
                .body("items[0].explanation", nullValue())
                .body("counted.n", equalTo(0))
                .body("withQuarantined.n", equalTo(40))
                .body("withQuarantined.index", equalTo(100f));
        var written = Database.rows("select distinct xmin::text from satisfaction.rating where agency = ?", agency);
        assertEquals(1, written.size(), "mixed by itself, in one transaction");
    }

    @Test
    void aReleasedCaseCountsAndBothFiguresCanBeMadeAgain() throws Exception {
        var agency = stuffed();
        desk.rate(agency, 20, 2);
        var held = page(agency).extract().jsonPath();
        assertEquals(20, held.getInt("counted.n"));
        assertEquals(60, held.getInt("withQuarantined.n"));
        var recipe = held.getString("recipe");
        assertOverall(recipe, false, 20, "0.00");
        assertOverall(recipe, true, 60, "66.67");
        decide(admin(), id(agency), "RELEASE", WHY)
                .statusCode(200)
                .body("quarantined.state", equalTo("RELEASED"))
                .body("questions.code", hasItem("OVERALL"));
        page(agency)
                .body("counted.n", equalTo(60))
                .body("withQuarantined.n", equalTo(60))
                .body("items[0].explanation", equalTo(WHY));
        assertOverall(recipe, false, 20, "0.00");
        assertOverall(recipe, true, 60, "66.67");
        var later = page(agency).extract().<String>path("recipe");
        assertOverall(later, false, 60, "66.67");
        assertOverall(later, true, 60, "66.67");
    }

    @Test
    void aRejectedCaseStaysInTheOpenAndOutOfTheFigure() throws Exception {
        var agency = stuffed();
        desk.rate(agency, 10, 3);
        decide(admin(), id(agency), "REJECT", WHY).statusCode(200).body("quarantined.state", equalTo("REJECTED"));
        var page = page(agency)
                .body("items[0].state", equalTo("REJECTED"))
                .body("counted.n", equalTo(10))
                .body("withQuarantined.n", equalTo(50))
                .extract()
                .jsonPath();
        assertOverall(page.getString("recipe"), false, 10, "0.00");
        assertOverall(page.getString("recipe"), true, 50, "80.00");
    }

    @Test
    void aCaseIsDecidedOnceWithAReasonAndNeverByTheAgencyItself() throws SQLException {
        var agency = stuffed();
        long id = id(agency);
        for (var own : List.of(agency, agency + ".01")) {
            decide(token("admin", Map.of("agency", own)), id, "RELEASE", WHY)
                    .statusCode(403)
                    .body("type", equalTo("/problems/forbidden"));
        }
        for (var role : List.of("officer", "one-stop-system", "citizen")) {
            // The service puts the words to it; this module by itself answers without a body.
            given().header("Authorization", "Bearer " + token(role, Map.of("agency", "H26")))
                    .contentType(ContentType.JSON)
                    .body(Map.of("decision", "RELEASE", "explanation", WHY))
                    .post("/v1/admin/satisfaction/quarantine/{id}/decision", id)
                    .then()
                    .statusCode(403);
        }
        decide(admin(), id, "RELEASE", " ").statusCode(400).body("errors[0].pointer", equalTo("/explanation"));
        decide(admin(), 987_654_321L, "REJECT", WHY)
                .statusCode(404)
                .body("type", equalTo("/problems/quarantine-not-found"));
        decide(token("admin", Map.of("agency", "H26")), id, "REJECT", WHY).statusCode(200);
        decide(admin(), id, "REJECT", "khác").statusCode(200).body("quarantined.explanation", equalTo(WHY));
        decide(admin(), id, "RELEASE", WHY).statusCode(409).body("type", equalTo("/problems/quarantine-decided"));
        given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + admin())
                .get("/v1/admin/satisfaction/quarantine?state=REJECTED")
                .then()
                .statusCode(200)
                .body("items.quarantined.agency", hasItem(agency));
    }

    @Test
    void ratingsLikeTheAgencysOwnPassAndAreLearnedFrom() throws SQLException {
        var agency = known();
        for (int level = 3; level <= 5; level++) {
            desk.lay(Desk.dossiers(agency, 4), Desk.all(level));
        }
        examine(agency);
        assertEquals(0, Database.count("quarantine where agency = ?", agency));
        assertEquals(12, Database.count("resting where examined and agency = ?", agency));
        desk.mix();
        assertEquals(12, Database.count("rating where agency = ?", agency));
        assertEquals(300 + 12, Database.sum("pattern", "ratings", agency), "what was counted is usual from now on");
    }

    @Test
    void fewerThanTenAreNotLookedAt() throws SQLException {
        var agency = known();
        desk.lay(Desk.dossiers(agency, 9), Desk.all(5));
        examine(agency);
        assertEquals(9, Database.count("resting where not examined and agency = ?", agency));
    }

    @Test
    void ratingsThatCannotBeOpenedRestOnAndHoldUpNobody() throws SQLException {
        var broken = Desk.newAgency();
        var whole = Desk.newAgency();
        desk.lay(Desk.dossiers(broken, 10), Desk.all(4));
        Database.execute("update satisfaction.resting set sealed = reverse(sealed) where agency = ?", broken);
        try {
            desk.rate(whole, 10, 4);
            assertEquals(10, Database.count("rating where agency = ?", whole));
            assertEquals(10, Database.count("resting where not examined and agency = ?", broken));
        } finally {
            Database.execute("delete from satisfaction.resting where agency = ?", broken);
        }
    }

    @Test
    void whoChangesTheAnswersIsLookedAtAnew() throws SQLException {
        var agency = Desk.newAgency();
        var dossier = Desk.dossier(agency);
        desk.lay(List.of(dossier), Desk.all(4));
        Database.execute("update satisfaction.resting set examined = true where agency = ?", agency);
        var ticket = desk.ticketOf(dossier);
        var receipt = rate(
                        ticket,
                        Map.of("ACCESS", 4, "PROCEDURE", 4, "OFFICIALS", 4, "RESULT", 4, "FEEDBACK", 4, "OVERALL", 4))
                .extract()
                .<String>path("receipt");
        given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body(Map.of("receipt", receipt, "answers", Map.of("OVERALL", 5)))
                .put("/v1/surveys/{ticket}/rating", ticket)
                .then()
                .statusCode(200);
        assertEquals(1, Database.count("resting where not examined and agency = ?", agency));
    }

    @Test
    void whoAnswersWithoutTimeToReadIsKnownToBeFastAndNothingMore() throws SQLException {
        var agency = Desk.newAgency();
        var opened = desk.issue(Desk.dossier(agency));
        given().get("/v1/surveys/{ticket}", opened).then().statusCode(200);
        rate(opened, Map.of("OVERALL", 5));
        rate(desk.issue(Desk.dossier(agency)), Map.of("OVERALL", 5));
        assertEquals(1, Database.count("resting where pace = 'FAST' and agency = ?", agency));
        assertEquals(1, Database.count("resting where pace = 'UNKNOWN' and agency = ?", agency));
    }

    @Test
    void unlessTheServiceIsSetUpOtherwiseEveryRatingCanBeChangedForSevenDays() {
        var usual = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SatisfactionConfig.class)
                .build()
                .getConfigMapping(SatisfactionConfig.class);
        assertEquals(7, usual.editDays());
        assertTrue(usual.restDays() > usual.editDays());
        assertTrue(usual.watch().learn() > 0 && usual.watch().falseAlarms() <= 0.01);
        assertTrue(config.watch().learn() > 1_000_000, "other tests rate as no people would");
    }

    @Test
    void aDecidedCaseCannotBeChangedNorAnyBeTakenAway() throws SQLException {
        var agency = stuffed();
        decide(admin(), id(agency), "REJECT", WHY).statusCode(200);
        for (var sql : List.of(
                "update satisfaction.quarantine set state = 'RELEASED'",
                "update satisfaction.quarantine set ratings = 10",
                "delete from satisfaction.quarantine",
                "update satisfaction.quarantine_sum set level5 = 0",
                "delete from satisfaction.quarantine_sum")) {
            var refused = assertThrows(
                    PgException.class, () -> pool.query(sql).execute().await().indefinitely(), sql);
            assertTrue(List.of("42501", "23000").contains(refused.getSqlState()), sql);
        }
    }

    /** An agency with forty ratings all at 5 in four days, after months of four a day and all kinds of answers. */
    private String stuffed() throws SQLException {
        var agency = known();
        desk.lay(Desk.dossiers(agency, 40), Desk.all(5));
        examine(agency);
        return agency;
    }

    private static String known() throws SQLException {
        var agency = Desk.newAgency();
        Database.execute("""
                insert into satisfaction.arrival (agency, day, ratings, timed, fast)
                select ?, day::date, 3 + extract(day from day)::int % 3, 0, 0
                from generate_series(current_date - 80, current_date - 4, interval '1 day') as day
                """, agency);
        Database.execute("""
                insert into satisfaction.pattern (agency, questionnaire, version, pattern, ratings)
                select ?, 'SHORT', 1, p, 50
                from unnest(array['555555', '444444', '333333', '545455', '434344', '222222']) as p
                """, agency);
        return agency;
    }

    private void examine(String agency) {
        pool.withTransaction(transaction -> mixing.lock(transaction)
                        .chain(() -> watch.examine(transaction, List.of(agency), Vietnam.today(), STRICT)))
                .await()
                .indefinitely();
    }

    private static ValidatableResponse page(String agency) {
        return given().filter(Contract.responsesOnly())
                .get("/v1/satisfaction/quarantine?agency=" + agency)
                .then()
                .statusCode(200);
    }

    private static long id(String agency) throws SQLException {
        return Long.parseLong(Database.rows("select id from satisfaction.quarantine where agency = ?", agency)
                .getFirst()
                .getFirst());
    }

    private static String admin() {
        return token("admin", Map.of());
    }

    private static String token(String role, Map<String, String> claims) {
        return LocalParts.token("tester-" + role, role, claims);
    }

    private static ValidatableResponse decide(String token, long id, String decision, String explanation) {
        return given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(Map.of("decision", decision, "explanation", explanation))
                .post("/v1/admin/satisfaction/quarantine/{id}/decision", id)
                .then();
    }

    private static ValidatableResponse rate(String ticket, Map<String, Integer> answers) {
        return given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body(Map.of("answers", answers))
                .post("/v1/surveys/{ticket}/rating", ticket)
                .then()
                .statusCode(201);
    }

    private static void assertOverall(String recipe, boolean withQuarantined, int n, String index) throws Exception {
        var lines = Recompute.recompute(
                recipe,
                after -> csv("/v1/satisfaction/atoms?limit=50000&after=" + after),
                after -> withQuarantined ? csv("/v1/satisfaction/quarantine/atoms?after=" + after) : "");
        var overall = lines.stream()
                .filter(line -> line.startsWith(",OVERALL,"))
                .findFirst()
                .orElse("");
        assertThat(overall, containsString("," + n + "," + index + ","));
    }

    private static String csv(String path) throws IOException {
        var answer = given().filter(Contract.responsesOnly()).get(path);
        assertEquals(200, answer.statusCode());
        return answer.asString();
    }
}
