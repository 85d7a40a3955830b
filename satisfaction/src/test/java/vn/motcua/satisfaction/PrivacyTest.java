package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

/** Reads the tables as a curious administrator would, and tries what the service must not be able to do. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PrivacyTest {
    private static final String EVERY_RATING = "select * from satisfaction.rating where ? <> ''";
    private static final String USED_TICKETS = "select * from satisfaction.ticket where redeemed and ? <> ''";
    private static final String EVERY_TICKET = "select * from satisfaction.ticket where ? <> ''";
    private static final String EVERY_COUNTER = "select * from satisfaction.factor_count where ? <> ''";

    @Inject
    Desk desk;

    @Inject
    Tickets tickets;

    @Inject
    Pool pool;

    @Test
    void noValueOfARatingEqualsAnyValueOfAUsedTicket() throws SQLException {
        var agency = Desk.newAgency();
        desk.rate(Desk.dossiers(agency, 3), Desk.all(2));
        desk.rate(List.of(Desk.dossier(Desk.newAgency(), "F2", EndedDossier.Outcome.REFUSED, null)), Desk.all(5));
        var ratings = Database.rows(EVERY_RATING, "x");
        var common = values(ratings);
        common.retainAll(values(Database.rows(USED_TICKETS, "x")));
        // The questionnaire and its version are the same in every row of both tables; "1" is also a level.
        assertEquals(Set.of("SHORT", "1"), common);
        assertTrue(ratings.size() >= 4);
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
        for (var sql : List.of(EVERY_RATING, EVERY_TICKET, EVERY_COUNTER)) {
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
    void theDatabaseRefusesAHalfUsedTicket() {
        desk.issue(Desk.dossier(Desk.newAgency()));
        assertThrows(
                SQLException.class,
                () -> Database.execute(
                        "update satisfaction.ticket set redeemed = true where not redeemed and ? <> ''", "x"));
    }

    @Test
    void theServiceCannotChangeOrDeleteRatingsNorTakeCountersAway() {
        desk.rate(Desk.newAgency(), 1, 3);
        for (var sql : List.of(
                "update satisfaction.rating set overall = 5",
                "delete from satisfaction.rating",
                "truncate satisfaction.rating",
                "delete from satisfaction.ticket",
                "update satisfaction.ticket set ticket_hash = dossier_hash",
                "delete from satisfaction.factor_count",
                "delete from satisfaction.dossier_count",
                "update satisfaction.item set text_vi = ''",
                "insert into satisfaction.questionnaire values ('X', 1, 'x', 'x', 'DRAFT')",
                "drop table satisfaction.rating",
                "create table satisfaction.mine (x int)")) {
            var refused = assertThrows(
                    PgException.class, () -> pool.query(sql).execute().await().indefinitely(), sql);
            assertEquals("42501", refused.getSqlState(), sql);
        }
    }

    private static Set<String> values(List<List<String>> rows) {
        var values = new HashSet<String>();
        rows.forEach(row -> row.stream().filter(Objects::nonNull).forEach(values::add));
        return values;
    }
}
