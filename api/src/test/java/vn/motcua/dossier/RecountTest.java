package vn.motcua.dossier;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.motcua.dossier.History.at;
import static vn.motcua.dossier.OpenDossiers.code;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.Calendars;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** Publishing moves open deadlines: shown before, done behind, told where it matters. In the year 2041. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class RecountTest {
    private static final String AGENCY = "H97.41";
    private static final int DOSSIERS = Integer.getInteger("motcua.test.recount", 40);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String TUESDAY_OFF = """
            {"date":"2041-03-05","kind":"HOLIDAY","nameVi":"Ngày nghỉ thử","nameEn":"Test day off","source":"Kiểm thử",
             "confirmed":false}""";

    @Inject
    Recount recount;

    @Inject
    RecountStore store;

    @Inject
    Calendars calendars;

    private final String admin = LocalParts.token("admin-calendar", "admin", Map.of());

    /** 4 March 2041 is a Monday. */
    @BeforeEach
    void receive() throws SQLException {
        OpenDossiers.forget(AGENCY);
        publish(false, "").statusCode(200);
        OpenDossiers.receive(AGENCY, DOSSIERS, at("2041-03-04T09:00"), 3);
        drain();
        assertEquals(
                at("2041-03-07T17:00").toInstant(),
                OpenDossiers.due(code(AGENCY, 1)).toInstant());
    }

    @AfterEach
    void forget() throws SQLException {
        OpenDossiers.forget(AGENCY);
    }

    @Test
    void dryRunShowsWhatWouldMoveAndMovesNothing() throws SQLException {
        OpenDossiers.set(code(AGENCY, 2), "received_at = '2041-02-25T09:00+07'");
        OpenDossiers.set(code(AGENCY, 3), "clock_state = 'ENDED', status = 9");
        int moving = DOSSIERS - 2;
        publish(true, TUESDAY_OFF)
                .statusCode(200)
                .body("applied", equalTo(false))
                .body("days[0].date", equalTo("2041-03-05"))
                .body("days[0].workedAfter", equalTo(false))
                .body("consequences.open", greaterThanOrEqualTo(moving))
                .body("consequences.moved", equalTo(moving))
                .body("consequences.later", equalTo(moving))
                .body("consequences.byDays", equalTo(List.of(Map.of("days", 1, "dossiers", moving))))
                .body("consequences.byAgency[0].agency", equalTo(AGENCY))
                .body("consequences.earliest.from", equalTo("2041-03-07T17:00:00+07:00"))
                .body("consequences.earliest.to", equalTo("2041-03-08T17:00:00+07:00"));
        drain();
        assertEquals(
                at("2041-03-07T17:00").toInstant(),
                OpenDossiers.due(code(AGENCY, 1)).toInstant());
        assertEquals(List.of(), OpenDossiers.told(code(AGENCY, 1)));
    }

    @Test
    void publicationMovesOpenDatesAndTellsOnlyThoseWhoseDateMoves() throws SQLException {
        OpenDossiers.set(code(AGENCY, 2), "received_at = '2041-03-05T09:00+07', limit_value = 2");
        OpenDossiers.set(code(AGENCY, 3), "clock_state = 'ENDED', status = 9");
        OpenDossiers.set(code(AGENCY, 4), "person_key = null");
        publish(false, TUESDAY_OFF).statusCode(200).body("applied", equalTo(true));
        drain();
        assertEquals(
                at("2041-03-08T17:00").toInstant(),
                OpenDossiers.due(code(AGENCY, 1)).toInstant());
        assertEquals(List.of("DUE_DATE_MOVED"), OpenDossiers.told(code(AGENCY, 1)));
        assertEquals(
                at("2041-03-07T17:00").toInstant(),
                OpenDossiers.due(code(AGENCY, 2)).toInstant());
        assertEquals(List.of(), OpenDossiers.told(code(AGENCY, 2)));
        assertEquals(
                at("2041-03-07T17:00").toInstant(),
                OpenDossiers.due(code(AGENCY, 3)).toInstant());
        assertEquals(List.of(), OpenDossiers.told(code(AGENCY, 4)));
        drain();
        assertEquals(List.of("DUE_DATE_MOVED"), OpenDossiers.told(code(AGENCY, 1)));
    }

    @Test
    void replicasShareTheWorkAndAKilledBatchIsDoneByAnother() throws Exception {
        publish(false, TUESDAY_OFF).statusCode(200);
        var killed = store.inTransaction(tx -> store.claim(tx, calendars.time().revision(), 7)
                        .chain(open -> Uni.createFrom()
                                .<Integer>failure(new IllegalStateException("killed with " + open.size()))))
                .onFailure()
                .recoverWithItem(0);
        Callable<Integer> replica = () -> {
            int all = 0;
            for (int taken = 1; taken > 0; all += taken) {
                taken = recount.batch(5).await().atMost(LIMIT);
            }
            return all;
        };
        killed.await().atMost(LIMIT);
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var done : pool.invokeAll(List.of(replica, replica))) {
                done.get();
            }
        }
        drain();
        assertEquals(
                DOSSIERS,
                OpenDossiers.count("from notification.message where dossier_code like '" + AGENCY
                        + "-%' and kind = 'DUE_DATE_MOVED'"));
        given().header("Authorization", "Bearer " + admin)
                .filter(Contract.strict())
                .get("/v1/admin/deadlines")
                .then()
                .statusCode(200)
                .body("behind", equalTo(0))
                .body("open", greaterThanOrEqualTo(DOSSIERS));
    }

    /** The mark of a replica that had not heard of the newest revision when it took an event. */
    @Test
    void whatAReplicaCountedWithAnOlderCalendarIsCountedAgain() throws SQLException {
        publish(false, TUESDAY_OFF).statusCode(200);
        drain();
        OpenDossiers.set(code(AGENCY, 1), "due_at = '2041-03-07T17:00+07', clock_revision = clock_revision - 1");
        drain();
        assertEquals(
                at("2041-03-08T17:00").toInstant(),
                OpenDossiers.due(code(AGENCY, 1)).toInstant());
    }

    /** Run with {@code -Dmotcua.test.recount=100000} it says how long that takes, and how long intake waits meanwhile. */
    @Test
    void intakeGoesOnWhileDatesMove() throws Exception {
        publish(false, TUESDAY_OFF).statusCode(200);
        var sender = new Sender("system-h97", "H97");
        long start = System.nanoTime();
        try (var pool = Executors.newSingleThreadExecutor()) {
            var work = pool.submit(this::drain);
            long longest = 0;
            int sent = 0;
            do {
                var own = "H97.42-261008-%04d".formatted(1000 + sent++);
                long before = System.nanoTime();
                sender.send(Sender.event("r-" + own, own, "RECEIVED", Sender.daysAgo(1)))
                        .statusCode(200);
                longest = Math.max(longest, System.nanoTime() - before);
            } while (!work.isDone());
            work.get();
            System.out.printf(
                    "recount of %d: %d ms; %d batches of intake meanwhile, the longest %d ms%n",
                    DOSSIERS, (System.nanoTime() - start) / 1_000_000, sent, longest / 1_000_000);
        }
        assertEquals(
                at("2041-03-08T17:00").toInstant(),
                OpenDossiers.due(code(AGENCY, DOSSIERS)).toInstant());
    }

    private void drain() {
        int counted;
        do {
            counted = recount.batch(500).await().atMost(LIMIT);
        } while (counted > 0);
    }

    private ValidatableResponse publish(boolean dryRun, String days) {
        var read = given().header("Authorization", "Bearer " + admin).get("/v1/admin/calendar/2041");
        var request = given().header("Authorization", "Bearer " + admin)
                .filter(Contract.strict())
                .contentType("application/json")
                .queryParam("dryRun", dryRun)
                .body("{\"reason\":\"Kiểm thử\",\"days\":[" + days + "]}");
        return (read.statusCode() == 404
                        ? request.header("If-None-Match", "*")
                        : request.header("If-Match", read.header("ETag")))
                .put("/v1/admin/calendar/2041")
                .then();
    }
}
