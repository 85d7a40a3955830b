package vn.motcua.dossier;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.dossier.History.at;
import static vn.motcua.dossier.OpenDossiers.code;
import static vn.motcua.dossier.OpenDossiers.told;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** Dates that come near and pass. The tests say what time it is; all their dates lie in March 2025. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class WatchTest {
    private static final String AGENCY = "H96.25";
    private static final String ONE = code(AGENCY, 1);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final OffsetDateTime DAY_BEFORE = at("2025-03-06T08:00");
    private static final OffsetDateTime HOURS_BEFORE = at("2025-03-07T14:01");
    private static final OffsetDateTime AFTER = at("2025-03-07T17:01");

    @Inject
    Watch watch;

    @Inject
    WatchStore store;

    @Inject
    DeadlineEventStore events;

    @Inject
    Recount recount;

    /** Received on a Tuesday, due on Friday 7 March 2025 at 17:00. */
    @BeforeEach
    void receive() throws SQLException {
        OpenDossiers.forget(AGENCY);
        OpenDossiers.receive(AGENCY, 30, at("2025-03-04T09:00"), 3);
        int counted;
        do {
            counted = recount.batch(500).await().atMost(LIMIT);
        } while (counted > 0);
    }

    @AfterEach
    void forget() throws SQLException {
        OpenDossiers.forget(AGENCY);
    }

    @Test
    void eachStageIsToldOnceWhenItsTimeComes() throws SQLException {
        look(at("2025-03-06T07:30"));
        assertEquals(List.of(), told(ONE));
        look(DAY_BEFORE);
        look(DAY_BEFORE);
        assertEquals(List.of("DUE_SOON"), told(ONE));
        look(HOURS_BEFORE);
        assertEquals(List.of("DUE_SOON", "DUE_SOON"), told(ONE));
        look(at("2025-03-07T17:00"));
        assertEquals(List.of("DUE_SOON", "DUE_SOON"), told(ONE));
        look(AFTER);
        look(at("2025-03-10T09:00"));
        assertEquals(List.of("DUE_SOON", "DUE_SOON", "OVERDUE"), told(ONE));
    }

    @Test
    void afterALongSleepOnlyWhatIsTrueIsTold() throws SQLException {
        look(AFTER);
        assertEquals(List.of("OVERDUE"), told(ONE));
    }

    @Test
    void datePassedLongAgoIsListedForTheAgencyButWakesNobody() throws SQLException {
        look(at("2025-05-01T09:00"));
        assertEquals(List.of(), told(ONE));
        assertEquals(30, events("OVERDUE"));
    }

    @Test
    void endedAndPausedDossiersAreLeftAlone() throws SQLException {
        OpenDossiers.set(ONE, "status = 9, clock_state = 'ENDED'");
        OpenDossiers.set(code(AGENCY, 2), "status = 5, clock_state = 'PAUSED'");
        look(AFTER);
        assertEquals(List.of(), told(ONE));
        assertEquals(List.of(), told(code(AGENCY, 2)));
        assertEquals(List.of("OVERDUE"), told(code(AGENCY, 3)));
    }

    @Test
    void movedDateIsToldAnew() throws SQLException {
        look(AFTER);
        OpenDossiers.set(ONE, "due_at = '2025-03-12T17:00+07', watch_at = '2025-03-11T07:30+07'");
        look(at("2025-03-11T09:00"));
        look(at("2025-03-13T09:00"));
        assertEquals(List.of("OVERDUE", "DUE_SOON", "OVERDUE"), told(ONE));
        // Another event folds the dossier again and sets the watch to its first moment.
        OpenDossiers.set(ONE, "watch_at = '2025-03-11T07:30+07'");
        look(at("2025-03-13T10:00"));
        assertEquals(3, told(ONE).size());
    }

    @Test
    void manyWatchersTellEachDossierOnce() throws Exception {
        Callable<Integer> watcher = () -> {
            int all = 0;
            for (int taken = 1; taken > 0; all += taken) {
                taken = watch.batch(AFTER, 4).await().atMost(LIMIT);
            }
            return all;
        };
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (var done : pool.invokeAll(List.of(watcher, watcher, watcher))) {
                done.get();
            }
        }
        look(AFTER);
        for (int i = 1; i <= 30; i++) {
            assertEquals(List.of("OVERDUE"), told(code(AGENCY, i)));
        }
    }

    @Test
    void watcherThatDiesBeforeTheCommitLeavesNothingAndAnotherTells() throws SQLException {
        var dying = store.inTransaction(tx -> watch.batch(tx, AFTER, 500)
                .chain(taken -> Uni.createFrom().<Integer>failure(new IllegalStateException("killed"))));
        assertThrows(IllegalStateException.class, () -> dying.await().atMost(LIMIT));
        assertEquals(0, events("OVERDUE"));
        assertEquals(List.of(), told(ONE));
        look(AFTER);
        assertEquals(List.of("OVERDUE"), told(ONE));
    }

    @Test
    void officersSeeTheirListWithCounts() throws SQLException {
        look(DAY_BEFORE);
        assertEquals(new DeadlineEventPage.Counts(30, 0), counts(DAY_BEFORE));
        OpenDossiers.set(ONE, "status = 9, clock_state = 'ENDED', watch_at = null");
        look(AFTER);
        assertEquals(new DeadlineEventPage.Counts(0, 29), counts(AFTER));
        var token = LocalParts.token("officer-h96", "officer", Map.of("agency", "H96"));
        var page = given().header("Authorization", "Bearer " + token)
                .filter(Contract.strict())
                .queryParam("kind", "OVERDUE")
                .queryParam("limit", 20)
                .get("/v1/agencies/H96/deadline-events")
                .then()
                .statusCode(200)
                .body("items", hasSize(20))
                .body("items[0].agency.code", equalTo(AGENCY))
                .body("items[0].open", equalTo(true))
                .extract();
        given().header("Authorization", "Bearer " + token)
                .filter(Contract.strict())
                .queryParam("kind", "OVERDUE")
                .queryParam("cursor", page.<String>path("nextCursor"))
                .get("/v1/agencies/H96/deadline-events")
                .then()
                .statusCode(200)
                .body("items", hasSize(9));
        given().header("Authorization", "Bearer " + token)
                .filter(Contract.strict())
                .queryParam("kind", "DUE_IN_DAYS")
                .queryParam("limit", 100)
                .get("/v1/agencies/" + AGENCY + "/deadline-events")
                .then()
                .body("items.findAll { it.dossierCode == '" + ONE + "' }.open", contains(false));
        given().header("Authorization", "Bearer " + token)
                .filter(Contract.strict())
                .get("/v1/agencies/H44/deadline-events")
                .then()
                .statusCode(403);
    }

    @Test
    void claimReadsTheIndexOfWhatIsDueHoweverManyDossiersThereAre() throws SQLException {
        OpenDossiers.execute("""
                insert into dossier.dossier (code, status, clock_state, due_at)
                select 'H96.25-250101-' || to_char(n, 'FM0000000'), 10, 'ENDED', now() from generate_series(1, 20000) n
                """);
        OpenDossiers.execute("analyze dossier.dossier");
        var plan = OpenDossiers.texts(
                "explain " + WatchStore.CLAIM.replace("$1", "now()").replace("$2", "500"));
        assertTrue(plan.stream().anyMatch(line -> line.contains("dossier_watch")), plan.toString());
        var recountPlan = OpenDossiers.texts(
                "explain " + RecountStore.CLAIM.replace("$1", "3").replace("$2", "500"));
        assertTrue(recountPlan.stream().anyMatch(line -> line.contains("dossier_behind")), recountPlan.toString());
    }

    private void look(OffsetDateTime now) {
        int taken;
        do {
            taken = watch.batch(now, 500).await().atMost(LIMIT);
        } while (taken > 0);
    }

    private DeadlineEventPage.Counts counts(OffsetDateTime now) {
        return events.counts("H96", now).await().atMost(LIMIT);
    }

    private static int events(String kind) throws SQLException {
        return OpenDossiers.count(
                "from dossier.deadline_event where dossier_code like '" + AGENCY + "-%' and kind = '" + kind + "'");
    }
}
