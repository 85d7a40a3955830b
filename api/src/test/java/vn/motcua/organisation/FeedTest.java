package vn.motcua.organisation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FeedTest {
    private final Firm firm = new Firm();

    @Inject
    FeedCursor cursors;

    @Inject
    FeedStore store;

    @Test
    void eachChangeStandsInTheFeedOnceAsTheDossierWasAfterIt() {
        var code = Firm.freshDossier();
        var start = firm.now();
        firm.report(code, "RECEIVED", Firm.daysAgo(3), ",\"dueAt\":\"2026-12-10T17:00:00+07:00\"");
        firm.report(code, "SUPPLEMENT_REQUESTED", Firm.daysAgo(2));
        firm.report(code, "IN_PROGRESS", Firm.daysAgo(1));
        var entries = firm.read(start, 3);
        assertEquals(
                List.of("RECEIVED", "SUPPLEMENT_REQUESTED", "IN_PROGRESS"),
                entries.stream().map(entry -> dossier(entry).get("status")).toList());
        assertEquals("2026-12-10T17:00:00+07:00", dossier(entries.getFirst()).get("dueAt"));
        assertEquals("PAUSED", dossier(entries.get(1)).get("clockState"));
        assertEquals(
                3, entries.stream().map(entry -> entry.get("id")).distinct().count());
        new Firm().request().get("/v1/organisations/me/feed").then().body("items", hasSize(0));
    }

    @Test
    void whatNoFirmSeesMakesNoEntry() throws SQLException {
        var code = Firm.freshDossier();
        firm.report(code, "RECEIVED", Firm.daysAgo(1));
        firm.read(null, 1);
        var start = firm.now();
        try (var connection = LocalParts.postgres().connectAsOwner();
                var sql = connection.prepareStatement(
                        "update dossier.dossier set rating_offered = not rating_offered where code = ?")) {
            sql.setString(1, code);
            assertEquals(1, sql.executeUpdate());
        }
        Receiver.pause(300);
        firm.request().queryParam("after", start).get(firm.at("/feed")).then().body("items", hasSize(0));
    }

    @Test
    void aDossierThatTurnsOutToBeAnotherFirmsIsToldToBoth() {
        var other = new Firm();
        var code = Firm.freshDossier();
        firm.report(code, "RECEIVED", Firm.daysAgo(3));
        firm.read(null, 1);
        var start = firm.now();
        other.report(code, "IN_PROGRESS", Firm.daysAgo(2));
        var gone = firm.read(start, 1).getFirst();
        assertEquals("DOSSIER_GONE", gone.get("kind"));
        assertEquals(Map.of("code", code), without(dossier(gone), "changedAt"));
        assertEquals("DOSSIER_CHANGED", other.read(null, 1).getFirst().get("kind"));
    }

    @Test
    void pagesGoOnWhereTheCursorStands() {
        var code = Firm.freshDossier();
        var start = firm.now();
        for (int i = 0; i < 5; i++) {
            firm.report(code, i % 2 == 0 ? "RECEIVED" : "IN_PROGRESS", Firm.daysAgo(9 - i));
        }
        firm.read(start, 5);
        var first =
                firm.request().queryParam("after", start).queryParam("limit", 3).get(firm.at("/feed"));
        first.then().body("items", hasSize(3)).body("more", equalTo(true));
        var second = firm.request()
                .queryParam("after", first.<String>path("nextCursor"))
                .queryParam("limit", 3)
                .get(firm.at("/feed"));
        second.then().body("items", hasSize(2)).body("more", equalTo(false));
        firm.request()
                .queryParam("after", second.<String>path("nextCursor"))
                .get(firm.at("/feed"))
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void aCursorThatIsMadeUpOrAnotherFirmsIsRefused() {
        var others = new Firm().now();
        var own = firm.now();
        for (var bad : new String[] {others, "x", "AAAA", own.substring(1), own + "A", "%20"}) {
            firm.unchecked()
                    .filter(Contract.responsesOnly())
                    .get(firm.at("/feed?after=" + bad))
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-input"));
        }
        for (var bad : new String[] {"wait=0", "wait=31", "wait=x", "limit=0", "limit=101"}) {
            firm.unchecked()
                    .filter(Contract.responsesOnly())
                    .get(firm.at("/feed?" + bad))
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void aCursorThatTheFeedHasLeftBehindIsToldToHaveExpired() {
        var read = store.read(firm.code(), null, 1).await().atMost(Duration.ofSeconds(5));
        var before = new FeedCursor.Place(read.epoch(), read.purged() - 1);
        var beyond = new FeedCursor.Place(read.epoch(), read.latest() + 1_000_000);
        var elsewhere = new FeedCursor.Place(new UUID(1, 2), read.latest());
        for (var place : List.of(before, beyond, elsewhere)) {
            firm.request()
                    .queryParam("after", cursors.encode(firm.code(), place))
                    .get(firm.at("/feed"))
                    .then()
                    .statusCode(410)
                    .body("type", equalTo("/problems/cursor-expired"));
        }
    }

    @Test
    void whatIsTooOldLeavesTheFeedAndItsCursorsExpire() throws SQLException {
        var code = Firm.freshDossier();
        firm.report(code, "RECEIVED", Firm.daysAgo(3));
        firm.read(null, 1);
        var read = store.read(firm.code(), null, 1).await().atMost(Duration.ofSeconds(5));
        long position = read.entries().getFirst().position();
        try (var connection = LocalParts.postgres().connectAsOwner();
                var sql = connection.prepareStatement(
                        "update organisation.feed set at = at - interval '31 days' where position <= ?")) {
            sql.setLong(1, position);
            assertTrue(sql.executeUpdate() >= 1);
        }
        while (store.purge(Duration.ofDays(30)).await().atMost(Duration.ofSeconds(10))) {
            assertTrue(position > 0);
        }
        var after = store.read(firm.code(), null, 1).await().atMost(Duration.ofSeconds(5));
        assertTrue(after.purged() >= position);
        assertTrue(after.entries().isEmpty());
        firm.request()
                .queryParam("after", cursors.encode(firm.code(), new FeedCursor.Place(read.epoch(), position - 1)))
                .get(firm.at("/feed"))
                .then()
                .statusCode(410);
        // A reader who had read everything goes on.
        firm.request()
                .queryParam("after", cursors.encode(firm.code(), new FeedCursor.Place(read.epoch(), after.purged())))
                .get(firm.at("/feed"))
                .then()
                .statusCode(200);
    }

    @Test
    void theCursorOfAQuietFirmMovesWithTheOthers() {
        var quiet = new Firm();
        var before = quiet.now();
        firm.report(Firm.freshDossier(), "RECEIVED", Firm.daysAgo(1));
        firm.read(null, 1);
        String later = quiet.request()
                .queryParam("after", before)
                .get(quiet.at("/feed"))
                .path("nextCursor");
        assertNotEquals(before, later);
    }

    @Test
    void whoWaitsIsAnsweredAsSoonAsSomethingHappens() throws Exception {
        var start = firm.now();
        long begun = System.nanoTime();
        var waiting = CompletableFuture.supplyAsync(() -> firm.request()
                .queryParam("after", start)
                .queryParam("wait", 20)
                .get(firm.at("/feed"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath());
        Receiver.pause(500);
        firm.report(Firm.freshDossier(), "RECEIVED", Firm.daysAgo(1));
        assertEquals(1, waiting.get(15, TimeUnit.SECONDS).getList("items").size());
        assertTrue(System.nanoTime() - begun < 15_000_000_000L);
        var empty =
                firm.request().queryParam("after", "now").queryParam("wait", 1).get(firm.at("/feed"));
        assertNull(empty.path("items[0]"));
    }

    @SuppressWarnings("unchecked") // as REST Assured reads JSON
    private static Map<String, Object> dossier(Map<String, Object> entry) {
        return (Map<String, Object>) entry.get("dossier");
    }

    private static Map<String, Object> without(Map<String, Object> map, String key) {
        var copy = new java.util.HashMap<>(map);
        copy.remove(key);
        return copy;
    }
}
