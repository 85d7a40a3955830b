package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** Reads the tables as a curious administrator would, and tries what the service must not be able to do. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PrivacyTest {
    private static final String EVERY_RATING = "select * from satisfaction.rating where ? <> ''";
    private static final String USED_TICKETS = "select * from satisfaction.ticket where redeemed and ? <> ''";
    private static final String EVERY_TICKET = "select * from satisfaction.ticket where ? <> ''";
    private static final String EVERY_RESTING = "select * from satisfaction.resting where ? <> ''";
    private static final String EVERY_COUNTER = "select * from satisfaction.board where ? <> ''";

    @Inject
    Desk desk;

    @Inject
    Tickets tickets;

    @Inject
    TicketStore store;

    @Inject
    Pool pool;

    @Test
    void noValueOfARatingEqualsAnyValueOfAUsedTicket() throws SQLException {
        var agency = Desk.newAgency();
        desk.rate(Desk.dossiers(agency, 13), Desk.all(2));
        var ratings = Database.rows(EVERY_RATING, "x");
        var common = values(ratings);
        common.retainAll(values(Database.rows(USED_TICKETS, "x")));
        // The questionnaire and its version are the same in every row of both tables.
        common.removeAll(Set.of("SHORT", "LONG", "1"));
        assertEquals(Set.of(), common);
        assertTrue(ratings.size() >= 10);
    }

    @Test
    void nothingStoredShowsTicketDossierReceiptOrPerson() throws SQLException {
        var dossier = Desk.dossier(Desk.newAgency());
        var ticket = desk.issue(dossier);
        var receipt = given().contentType(ContentType.JSON)
                .body(Map.of("answers", Map.of("OVERALL", 1)))
                .post("/v1/surveys/{ticket}/rating", ticket)
                .<String>path("receipt");
        var stored = new HashSet<String>();
        for (var sql : List.of(EVERY_RATING, EVERY_TICKET, EVERY_RESTING, EVERY_COUNTER)) {
            stored.addAll(values(Database.rows(sql, "x")));
        }
        for (var secret : List.of(ticket, receipt, dossier.dossierCode())) {
            assertTrue(stored.stream().noneMatch(value -> value.contains(secret)), secret);
        }
    }

    @Test
    void aRatingKnowsTheMonthAndNoFinerTime() throws SQLException {
        var types = Database.rows("""
                select column_name from information_schema.columns
                where table_schema = 'satisfaction' and table_name = 'rating'
                    and (data_type like 'timestamp%' or data_type like 'time%' or data_type = ?)
                """, "date");
        assertEquals(List.of(List.of("month")), types);
    }

    @Test
    void aUsedTicketForgetsWhatItKnewOfTheDossier() throws SQLException {
        desk.rate(Desk.newAgency(), 2, 4);
        var kept = Database.rows("""
                select count(*) from satisfaction.ticket
                where redeemed and ? <> ''
                    and (num_nonnulls(agency, procedure, field, outcome, channel, ended_month) > 0)
                """, "x");
        assertEquals("0", kept.getFirst().getFirst());
    }

    @Test
    void aTicketThatNobodyUsedForgetsWhenItHasExpiredAndStaysTheOnlyOne() throws SQLException {
        var old = Desk.dossier(Desk.newAgency());
        var young = Desk.dossier(Desk.newAgency());
        desk.issue(List.of(old, young));
        Database.execute(
                "update satisfaction.ticket set expires_on = expires_on - 100 where agency = ?", old.agencyCode());
        store.forget(Vietnam.today()).await().indefinitely();
        assertEquals(0, Database.count("ticket where agency = ?", old.agencyCode()));
        assertEquals(1, Database.count("ticket where agency = ?", young.agencyCode()));
        given().get("/v1/surveys/{ticket}", desk.ticketOf(old))
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/ticket-expired"));
        desk.issue(List.of(old));
        assertEquals(0, Database.count("ticket where agency = ?", old.agencyCode()), "asked about once");
    }

    @Test
    void theDatabaseRefusesAHalfUsedTicket() {
        desk.issue(Desk.dossier(Desk.newAgency()));
        assertThrows(
                SQLException.class,
                () -> Database.execute(
                        "update satisfaction.ticket set redeemed = true where not redeemed and ? <> ''", "x"));
    }

    @Test
    void theServiceCannotChangeOrDeleteRatingsNorTakeCountersAway() {
        desk.rate(Desk.newAgency(), 10, 3);
        for (var sql : List.of(
                "update satisfaction.rating set answers = null",
                "delete from satisfaction.rating",
                "truncate satisfaction.rating",
                "delete from satisfaction.ticket",
                "update satisfaction.ticket set ticket_hash = dossier_hash",
                "delete from satisfaction.board",
                "delete from satisfaction.atom",
                "update satisfaction.atom set level5 = 1000",
                "update satisfaction.resting set agency = 'H44'",
                "delete from satisfaction.dossier_count",
                "update satisfaction.item set text_vi = ''",
                "drop table satisfaction.rating",
                "create table satisfaction.mine (x int)")) {
            var refused = assertThrows(
                    PgException.class, () -> pool.query(sql).execute().await().indefinitely(), sql);
            assertEquals("42501", refused.getSqlState(), sql);
        }
    }

    /**
     * The curious administrator reads every table before and after, knows the dossier of each ticket (he made the list before
     * it was redeemed) and in which order tickets were redeemed (their transaction numbers), and tries to find each one's
     * rating in every order that the database keeps.
     */
    @Test
    void theCuriousAdministratorGuessesNoBetterThanChance() throws SQLException {
        var agency = Desk.newAgency();
        var said = new ArrayList<String>();
        for (int level = 1; level <= 5; level++) {
            desk.lay(Desk.dossiers(agency, 40), Desk.all(level));
            said.addAll(Collections.nCopies(40, Integer.toString(level)));
        }
        desk.mix();
        for (var order :
                List.of("ctid", "id", "xmin::text::bigint, cmin::text::bigint, ctid", "xmax::text::bigint, ctid")) {
            var found = Database.rows(
                    "select answers[6] from satisfaction.rating where agency = ? order by " + order, agency);
            assertEquals(said.size(), found.size());
            int right = 0;
            for (int i = 0; i < said.size(); i++) {
                right += said.get(i).equals(found.get(i).getFirst()) ? 1 : 0;
            }
            // By chance 40 of 200, with a deviation below 6; in the order of redemption it would be 200.
            assertTrue(right < 40 + 6 * 6, right + " right in the order of " + order);
        }
        var transactions =
                Database.rows("select distinct xmin::text from satisfaction.rating where agency = ?", agency);
        assertEquals(1, transactions.size(), "all were written in one transaction");
    }

    @Test
    void whatRestsIsEquallyLongAndCannotBeReadWithoutTheKey() throws SQLException {
        var agency = Desk.newAgency();
        desk.lay(Desk.dossiers(agency, 4), Desk.all(1));
        desk.lay(Desk.dossiers(agency, 4), Map.of(Factor.OVERALL, 5));
        var rows = Database.rows("select sealed, length(sealed) from satisfaction.resting where agency = ?", agency);
        assertEquals(8, rows.stream().map(List::getFirst).distinct().count(), "equal answers look different");
        assertEquals(1, rows.stream().map(row -> row.get(1)).distinct().count(), "equally long");
    }

    @Test
    void fewerThanTenAreNeverWrittenAsRatings() throws SQLException {
        var agency = Desk.newAgency();
        desk.rate(agency, 9, 4);
        assertEquals(0, Database.count("rating where agency = ?", agency));
        desk.mix(Vietnam.today().plusYears(3));
        assertEquals(0, Database.count("rating where agency = ?", agency), "not even when the month is long closed");
    }

    private static Set<String> values(List<List<String>> rows) {
        var values = new HashSet<String>();
        rows.forEach(row -> row.stream().filter(Objects::nonNull).forEach(values::add));
        return values;
    }
}
