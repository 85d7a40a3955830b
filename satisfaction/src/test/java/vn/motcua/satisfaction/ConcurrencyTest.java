package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ConcurrencyTest {
    private static final String GOOD =
            "{\"answers\":{\"ACCESS\":4,\"PROCEDURE\":4,\"OFFICIALS\":4,\"RESULT\":4,\"FEEDBACK\":4,\"OVERALL\":%d}}";

    private static final String WAITING_FOR_A_ROW = "select pid from pg_locks where not granted and locktype = ?";

    @Inject
    Desk desk;

    @Inject
    Tickets tickets;

    @Test
    void twentyRedemptionsOfOneTicketCountOnceAndShareOneReceipt() throws Exception {
        var agency = Desk.newAgency();
        var ticket = desk.issue(Desk.dossier(agency));
        var answers = atOnce(IntStream.range(0, 20)
                .<Callable<String>>mapToObj(i -> () -> post(ticket, 5))
                .toList());
        assertEquals(1, Set.copyOf(answers).size(), answers::toString);
        assertEquals("201", answers.getFirst().substring(0, 3));
        assertEquals(1, Database.count("resting where agency = ?", agency));
    }

    @Test
    void ofTwoDifferentRatingsAtOnceOnlyOneCounts() throws Exception {
        var agency = Desk.newAgency();
        var ticket = desk.issue(Desk.dossier(agency));
        var answers = atOnce(List.of(() -> post(ticket, 1), () -> post(ticket, 5)));
        assertEquals(
                Set.of("201", "409"),
                answers.stream().map(a -> a.substring(0, 3)).collect(Collectors.toSet()));
        assertEquals(1, Database.count("resting where agency = ?", agency));
    }

    @Test
    void twoHundredRatingsOfOneAgencyAtOnceAddUp() throws Exception {
        var agency = Desk.newAgency();
        var dossiers = Desk.dossiers(agency, 200);
        desk.issue(dossiers);
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < dossiers.size(); i++) {
            var ticket = tickets.open(dossiers.get(i).dossierCode())
                    .await()
                    .indefinitely()
                    .orElseThrow();
            int level = 1 + i % 5;
            calls.add(() -> post(ticket, level));
        }
        // Somebody mixes all the time, as other replicas would.
        for (int i = 0; i < 20; i++) {
            calls.add(i * 10, () -> {
                desk.mix();
                return "201";
            });
        }
        atOnce(calls).forEach(answer -> assertEquals("201", answer.substring(0, 3), answer));
        // What is left over leaves when the month is closed: it is nine or fewer, and joined by ten more of the same
        // kind.
        desk.rate(Desk.dossiers(agency, 10), Desk.all(5));
        assertEquals(210, Database.count("rating where agency = ?", agency));
        assertEquals(0, Database.count("resting where agency = ?", agency));
        for (int level = 1; level <= 5; level++) {
            var rows = Database.rows(
                    "select level%d from satisfaction.board where dimension = 'TOTAL' and span = 1 and agency = ? and item = 'OVERALL'"
                            .formatted(level),
                    agency);
            assertEquals(List.of(List.of(level == 5 ? "50" : "40")), rows);
        }
        var total =
                "case when dimension = 'TOTAL' and span = 1 and item = 'ACCESS' then level1 + level2 + level3 + level4 + level5 end";
        assertEquals(210, Database.sum("board", total, agency));
        assertEquals(210, Database.sum("dossier_count", "finished", agency));
    }

    @Test
    void aRatingWaitsForNoOtherRatingOfItsAgency() throws Exception {
        var agency = Desk.newAgency();
        var dossiers = Desk.dossiers(agency, 11);
        desk.issue(dossiers);
        var tickets = dossiers.stream().map(desk::ticket).toList();
        try (var other = LocalParts.postgres().connectAsOwner()) {
            other.setAutoCommit(false);
            for (var ticket : tickets.subList(0, 10)) {
                post(ticket, 5);
            }
            desk.mix();
            // Every counter of the agency is held by somebody else for as long as he likes.
            try (var statement = other.createStatement()) {
                statement.execute("select 1 from satisfaction.board where agency = '" + agency + "' for update");
                statement.execute(
                        "select 1 from satisfaction.dossier_count where agency = '" + agency + "' for update");
            }
            assertEquals("201", post(tickets.getLast(), 5).substring(0, 3));
            desk.issue(Desk.dossiers(agency, 5));
            other.rollback();
        }
    }

    @Test
    void aChangeThatComesIntoTheMixingLetsNoneOfFewerThanTenLeave() throws Exception {
        var agency = Desk.newAgency();
        desk.lay(Desk.dossiers(agency, 10), Desk.all(4));
        // They have been looked at, and are all that this mixing finds.
        Database.execute("update satisfaction.resting set examined = true where agency = ?", agency);
        try (var editor = LocalParts.postgres().connectAsOwner();
                var statement = editor.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            editor.setAutoCommit(false);
            statement.execute("""
                    update satisfaction.resting set examined = false
                    where receipt_hash = (
                        select receipt_hash from satisfaction.resting where agency = '%s' limit 1)
                    """.formatted(agency));
            var mixing = threads.submit(() -> desk.mix(Set.of(agency)));
            while (!mixing.isDone()
                    && Database.rows(WAITING_FOR_A_ROW, "transactionid").isEmpty()) {
                Thread.onSpinWait();
            }
            editor.commit();
            mixing.get();
        }
        assertEquals(0, Database.count("rating where agency = ?", agency));
        assertEquals(10, Database.count("resting where agency = ?", agency));
    }

    @Test
    void overlappingBatchesIssueEachTicketOnce() throws Exception {
        var one = Desk.dossiers(Desk.newAgency(), 300);
        var other = Desk.dossiers(Desk.newAgency(), 300);
        var forward = new ArrayList<>(one);
        forward.addAll(other);
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> {
                desk.issue(forward);
                return "done";
            });
            calls.add(() -> {
                desk.issue(forward.reversed());
                return "done";
            });
        }
        atOnce(calls);
        desk.mix();
        for (var batch : List.of(one, other)) {
            assertFinished(300, batch.getFirst().agencyCode());
        }
    }

    private static void assertFinished(long expected, String agency) throws SQLException {
        assertEquals(expected, Database.sum("dossier_count", "finished", agency));
        assertEquals(expected, Database.count("ticket where agency = ?", agency));
    }

    private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<String>();
            for (var answer : running) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static String post(String ticket, int overall) {
        var response = given().contentType(ContentType.JSON)
                .body(GOOD.formatted(overall))
                .post("/v1/surveys/{ticket}/rating", ticket);
        return response.statusCode() + " " + response.asString();
    }
}
