package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** Editors teach the search while it runs, and see why a hit stands where it does. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class SearchWordsTest {
    private static final String PATH = "/v1/admin/catalogue/search-words";
    /** A word that no title and no entry of the shipped lexicon holds. */
    private static final String INVENTED = "xyzquay";

    @BeforeEach
    void publishProcedures() {
        CatalogueFixture.publish(CatalogueFixture.ALL);
    }

    @AfterEach
    void forget() {
        put(Map.of("basedOn", version())).statusCode(200);
    }

    @Test
    void aSynonymIsTakenUpAndAnotherVersionTakesItBack() throws Exception {
        assertEquals(List.of(), found(INVENTED));
        int before = version();
        put(Map.of(
                        "basedOn",
                        before,
                        "synonyms",
                        List.of(Map.of("said", INVENTED, "meant", List.of("đăng ký kết hôn")))))
                .statusCode(200)
                .body("version", equalTo(before + 1))
                .body("synonyms[0].said", equalTo(INVENTED));
        awaitFirst(INVENTED, "9.000003");
        put(Map.of("basedOn", before + 1, "note", "trở lại")).statusCode(200).body("synonyms", empty());
        awaitFirst(INVENTED, null);
        admin().get(PATH + "/versions")
                .then()
                .statusCode(200)
                .body("items[0].version", equalTo(before + 2))
                .body("items[1].version", equalTo(before + 1));
        admin().get(PATH + "/versions/" + (before + 1)).then().statusCode(200).body("synonyms", hasSize(1));
        admin().get(PATH + "/versions/999999").then().statusCode(404);
    }

    @Test
    void aBestBetComesFirstUntilItsLastDay() throws Exception {
        put(Map.of(
                        "basedOn",
                        version(),
                        "bestBets",
                        List.of(
                                Map.of("query", "Khai Sinh", "codes", List.of("9.000004")),
                                Map.of("query", "kết hôn", "codes", List.of("9.000004"), "until", "2020-01-01"))))
                .statusCode(200);
        awaitFirst("khai sinh", "9.000004");
        awaitFirst("kết hôn", "9.000003");
    }

    @Test
    void unpublishedWordsAreTriedAndKeptFromEverybodyElse() {
        var before = version();
        tried(Map.of("q", INVENTED, "synonyms", List.of(Map.of("said", INVENTED, "meant", List.of("đăng ký kết hôn")))))
                .statusCode(200)
                .body("items.code", hasItem("9.000003"))
                .body("items[0].explanation.parts", not(empty()))
                .body("nextCursor", nullValue());
        var bet = Map.of("query", "khai sinh", "codes", List.of("9.000004"));
        tried(Map.of("q", "Khai  sinh", "limit", 1, "bestBets", List.of(bet)))
                .statusCode(200)
                .body("items.code", contains("9.000004"));
        assertEquals(List.of(), found(INVENTED));
        assertEquals(before, version());
        tried(Map.of("q", " ")).statusCode(400).body("errors.pointer", contains("/q"));
        tried(Map.of("q", "a", "limit", 0)).statusCode(400);
        tried(Map.of("q", "a", "bestBets", List.of(Map.of("query", "a", "codes", List.of("7")))))
                .statusCode(400)
                .body("errors.pointer", contains("/bestBets/0/codes"));
        given().contentType("application/json")
                .body(Map.of("q", "a"))
                .post(PATH + "/trial")
                .then()
                .statusCode(401);
    }

    @Test
    void editsOfAnOldVersionAreRefused() {
        put(Map.of("basedOn", version() + 7)).statusCode(409).body("type", equalTo("/problems/release-in-progress"));
    }

    @Test
    void wrongEntriesAreNamed() {
        put(Map.of("basedOn", 0, "synonyms", List.of(Map.of("said", " - ", "meant", List.of()))))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/synonyms/0/said"));
        put(Map.of("basedOn", 0, "bestBets", List.of(Map.of("query", "a", "codes", List.of("7")))))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/bestBets/0/codes"));
        put(Map.of("basedOn", 0, "synonyms", List.of(Map.of("said", "a"))))
                .statusCode(400)
                .body("errors.pointer", contains("/synonyms/0/meant"));
        put(Map.of()).statusCode(400);
    }

    @Test
    void whoIsNoAdministratorIsSentAway() {
        given().get(PATH).then().statusCode(401);
        var officer = LocalParts.token("catalogue-officer", "officer", Map.of());
        given().header("Authorization", "Bearer " + officer).get(PATH).then().statusCode(403);
        given().get("/v1/procedures?q=khai+sinh&explain=true").then().statusCode(401);
        given().header("Authorization", "Bearer " + officer)
                .get("/v1/procedures?q=khai+sinh&explain=true")
                .then()
                .statusCode(403);
    }

    @Test
    void anEditorSeesWhyAHitStandsThere() {
        admin().get("/v1/procedures?q=dawng+kys+keets+hoon&explain=true")
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("no-store"))
                .body("items[0].code", equalTo("9.000003"))
                .body("items[0].explanation.satisfied", greaterThan(0.5f))
                .body("items[0].explanation.parts.read.flatten().join(' ')", startsWith("dang ki"));
    }

    private static List<String> found(String q) {
        return given().filter(Contract.responsesOnly())
                .queryParam("q", q)
                .queryParam("field", CatalogueFixture.FIELD)
                .get("/v1/procedures")
                .then()
                .statusCode(200)
                .extract()
                .path("items.code");
    }

    private static void awaitFirst(String q, String code) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!first(q, code)) {
            assertTrue(System.nanoTime() < end, q + " finds " + found(q) + ", not first " + code);
            Thread.sleep(50);
        }
    }

    private static boolean first(String q, String code) {
        var found = found(q);
        return code == null
                ? found.isEmpty()
                : !found.isEmpty() && found.getFirst().equals(code);
    }

    private static RequestSpecification admin() {
        return given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + LocalParts.token("catalogue-admin", "admin", Map.of()));
    }

    private static int version() {
        return admin().get(PATH).then().statusCode(200).extract().path("version");
    }

    private static ValidatableResponse tried(Map<String, Object> trial) {
        return admin().contentType("application/json")
                .body(trial)
                .post(PATH + "/trial")
                .then();
    }

    private static ValidatableResponse put(Map<String, Object> words) {
        return admin().contentType("application/json").body(words).put(PATH).then();
    }
}
