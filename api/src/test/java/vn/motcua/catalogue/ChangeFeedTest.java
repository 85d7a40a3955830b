package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ChangeFeedTest {
    private static int counter;

    @Inject
    CatalogueReplica replica;

    @BeforeEach
    void published() {
        CatalogueFixture.publish(CatalogueFixture.ALL);
    }

    private static ValidatableResponse changes(String after) {
        return given().filter(Contract.responsesOnly())
                .queryParam("after", after)
                .queryParam("limit", 100)
                .get("/v1/catalogue/changes")
                .then();
    }

    private String here() {
        return FeedCursor.end(replica.now().shelf().history()).encode();
    }

    @Test
    void amendmentIsOneChangeWithTheWholeOfflineRecord() {
        var before = here();
        int release = CatalogueFixture.publish(
                        CatalogueFixture.MARRIAGE.replace("}\n", ",\"steps\":[\"Bước %d\"]}\n".formatted(++counter)))
                .statusCode(201)
                .extract()
                .path("releaseId");
        changes(before)
                .statusCode(200)
                .body("items.code", contains("9.000003"))
                .body("items[0].change", equalTo("PUT"))
                .body("items[0].release", equalTo(release))
                .body("items[0].record.steps[0]", equalTo("Bước " + counter))
                .body("hasMore", equalTo(false))
                .body("lists.fields", not(empty()));
        changes(here()).statusCode(200).body("items", empty()).body("lists", nullValue());
    }

    @Test
    void wordsOfTheEditorsAloneAreAChange() {
        var before = here();
        var file = CatalogueFixture.BIRTH.replace("Birth registration", "Registration of a birth " + ++counter);
        CatalogueFixture.publish(file).statusCode(201).body("amended", equalTo(0));
        changes(before)
                .body("items.code", contains("9.000001"))
                .body("items[0].record.nameEn", containsString("Registration of a birth"));
        CatalogueFixture.publish(CatalogueFixture.BIRTH).statusCode(201);
    }

    @Test
    void unknownAndDamagedCursorsSayWhatToDo() {
        var history = replica.now().shelf().history();
        long latest = history.latest();
        lost(new FeedCursor(latest, "zzz", latest, "~"));
        lost(new FeedCursor(latest + 50, "zzz", latest + 50, "~"));
        changes("khong-phai").statusCode(400).body("errors[0].pointer", equalTo("after"));
        given().filter(Contract.responsesOnly())
                .get("/v1/catalogue/changes?limit=101")
                .then()
                .statusCode(400);
    }

    private static void lost(FeedCursor cursor) {
        changes(cursor.encode())
                .statusCode(410)
                .body("type", equalTo("/problems/cursor-expired"))
                .body("detail", containsString("/v1/catalogue/pack"));
    }

    @Test
    void cursorOlderThanTheFeedStartsAgain() {
        var now = OffsetDateTime.now();
        var history = new ReleaseHistory(
                new TreeMap<>(Map.of(1L, now.minusDays(401), 2L, now.minusDays(10), 3L, now)), Map.of());
        var kept = Duration.ofDays(400);
        assertEquals(FeedCursor.Standing.LOST, cursor(history, 1).standing(history, now, kept));
        assertEquals(FeedCursor.Standing.GOOD, cursor(history, 2).standing(history, now, kept));
        assertEquals(FeedCursor.Standing.AHEAD, cursor(history, 4).standing(history, now, kept));
        var quiet = new ReleaseHistory(new TreeMap<>(Map.of(1L, now.minusDays(401))), Map.of());
        assertEquals(FeedCursor.Standing.GOOD, cursor(quiet, 1).standing(quiet, now, kept));
    }

    private static FeedCursor cursor(ReleaseHistory history, long synced) {
        return new FeedCursor(synced, history.mark(synced), synced, "~");
    }

    @Test
    void releaseIsNumberedOnlyWhenNobodyElsePublishes() throws Exception {
        try (var one = writer();
                var other = writer()) {
            long number = insert(one);
            var waits = assertThrows(SQLException.class, () -> insert(other));
            assertEquals("55P03", waits.getSQLState());
            one.rollback();
            other.rollback();
            long afterwards = insert(other);
            assertTrue(afterwards > number, afterwards + " after " + number);
            other.rollback();
        }
    }

    private static Connection writer() throws SQLException {
        var connection = LocalParts.postgres().connectAsOwner();
        connection.setAutoCommit(false);
        return connection;
    }

    private static long insert(Connection connection) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute("set local lock_timeout = '300ms'");
            try (var row = sql.executeQuery("""
                    insert into catalogue.release (mode, added, amended, abolished, unchanged, refused)
                    values ('MERGE', 0, 0, 0, 0, 0) returning id
                    """)) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
