package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** Whoever has the open data and a recipe makes the published figures, to the last digit. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class RecomputeTest {
    @Inject
    Desk desk;

    @Inject
    Scoreboards scoreboards;

    @Test
    void everyGroupingIsMadeAgainFromTheOpenData() throws Exception {
        var random = new Random(2026);
        var province = rated(random);
        for (var field : new String[] {null, "F1"}) {
            for (var groupBy : ScoreGrouping.values()) {
                assertSame(province, field, groupBy);
            }
            assertSame(province, field, null);
        }
    }

    @Test
    void anEarlierRecipeStillMakesItsFiguresWhenMoreWasPublished() throws Exception {
        var province = rated(new Random(7));
        var before = scores(province, null, ScoreGrouping.AGENCY);
        desk.rate(province + ".01", 40, 1);
        assertTrue(!before.figures()
                .equals(scores(province, null, ScoreGrouping.AGENCY).figures()));
        assertEquals(published(before), Recompute.recompute(before.recipe(), RecomputeTest::page));
    }

    @Test
    void theTreeOfARecipeHoldsExactlyItsAtoms() throws Exception {
        var recipe = Recipe.parse(scores(rated(new Random(8)), null, null).recipe());
        var entered = Database.rows(
                "select count(*) from satisfaction.ledger_leaf where type = 'ATOM' and index < ?::bigint",
                recipe.tree().toString());
        assertEquals(Long.toString(recipe.atoms()), entered.getFirst().getFirst());
        var withoutTree = scores(null, null, null).recipe().replaceFirst(";tree=.*", "");
        assertEquals(
                Recompute.recompute(scores(null, null, null).recipe(), RecomputeTest::page),
                Recompute.recompute(withoutTree, RecomputeTest::page),
                "a recipe from before the ledger makes the same figures");
    }

    @Test
    void aMissingAtomIsNoticed() {
        assertThrows(
                IOException.class,
                () -> Recompute.recompute(
                        "sipas-style/2;q=SHORT/1;agency=*;field=*;from=2026-01;to=2026-11;by=*;w=pooled;pooled=none;atoms=999999999",
                        RecomputeTest::page));
    }

    @Test
    void aRecipeReadsAsItIsWritten() {
        for (var text : List.of(
                "sipas-style/2;q=LONG/3;agency=H44.07;field=F1;from=2026-01;to=2026-11;by=VERSION;w=pooled;pooled=1.A>B,2.A>A;atoms=7",
                "sipas-style/2;q=SHORT/1;agency=*;field=*;from=2026-01;to=2026-11;by=*;w=ACCESS:1,RESULT:2.5;pooled=none;atoms=0",
                "sipas-style/2;q=SHORT/1;agency=*;field=*;from=2026-01;to=2026-11;by=*;w=pooled;pooled=none;atoms=7;tree=93")) {
            assertEquals(text, Recipe.parse(text).toString());
        }
        assertThrows(IllegalArgumentException.class, () -> Recipe.parse("sipas-style/1;q=SHORT/1"));
    }

    @Test
    void wrongPagesOfTheOpenDataAreRefused() {
        for (var parameters : List.of(Map.of("after", -1), Map.of("limit", 0), Map.of("limit", 50_001))) {
            given().filter(Contract.responsesOnly())
                    .queryParams(parameters)
                    .get("/v1/satisfaction/atoms")
                    .then()
                    .statusCode(400);
        }
    }

    private String rated(Random random) {
        var province = Desk.newAgency();
        for (int i = 0; i < 60; i++) {
            var made = Desk.dossier(
                    province + List.of("", ".01", ".02.03").get(random.nextInt(3)),
                    "F" + random.nextInt(2),
                    EndedDossier.Outcome.RETURNED,
                    random.nextBoolean() ? "ONLINE" : "DIRECT");
            desk.lay(List.of(made), Desk.all(1 + random.nextInt(5)));
        }
        desk.mix();
        desk.mix(Vietnam.today().plusDays(120));
        return province;
    }

    private void assertSame(String agency, String field, ScoreGrouping groupBy) throws Exception {
        var scores = scores(agency, field, groupBy);
        assertEquals(published(scores), Recompute.recompute(scores.recipe(), RecomputeTest::page));
    }

    private Scores scores(String agency, String field, ScoreGrouping groupBy) {
        var selection = Selection.of(agency, field, null, null, groupBy, null, Vietnam.today());
        return scoreboards.of(selection, Language.EN).await().indefinitely();
    }

    /** The answer of the service in the words of the program. */
    private static List<String> published(Scores scores) {
        var lines = new ArrayList<String>();
        lines.add("key,factor,n,index,low,high,level1,level2,level3,level4,level5");
        var groups = new ArrayList<ScoreGroup>();
        groups.add(scores.total());
        groups.addAll(scores.groups());
        for (var group : groups) {
            var key = group.key() == null ? "" : group.key();
            for (var score : group.factors()) {
                if (!score.hidden()) {
                    lines.add("%s,%s,%d,%s,%s,%s,%s"
                            .formatted(
                                    key,
                                    score.factor(),
                                    score.n(),
                                    score.index(),
                                    score.interval().low(),
                                    score.interval().high(),
                                    String.join(
                                            ",",
                                            score.levels().stream()
                                                    .map(String::valueOf)
                                                    .toList())));
                }
            }
            if (group.overallIndex() != null) {
                lines.add("%s,INDEX,,%s,,,,,,,".formatted(key, group.overallIndex()));
            }
        }
        return lines;
    }

    private static String page(long after) {
        return given().queryParams(Map.of("after", after, "limit", 500))
                .get("/v1/satisfaction/atoms")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
