package vn.motcua.satisfaction;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.satisfaction.CommentCalls.change;
import static vn.motcua.satisfaction.CommentCalls.rate;
import static vn.motcua.satisfaction.CommentCalls.read;
import static vn.motcua.satisfaction.CommentCalls.write;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CommentTest {
    private static final String SLOW = "Chờ hơn 2 tiếng, chị Lan số 0912345678 mới gọi";

    @Inject
    Desk desk;

    @Inject
    Pool pool;

    @Test
    void aRestingCommentIsSealedAndNobodySeesWhetherThereIsOne() throws SQLException {
        var agency = Desk.newAgency();
        write(desk, agency, 1, SLOW);
        write(desk, agency, 1, null);
        write(desk, agency, 1, "x".repeat(1000));
        var rows =
                Database.rows("select length(sealed), sealed::text from satisfaction.resting where agency = ?", agency);
        assertEquals(1, rows.stream().map(List::getFirst).distinct().count(), "equally long");
        var clear = new StringBuilder();
        for (byte b : "Chờ".getBytes(StandardCharsets.UTF_16BE)) {
            clear.append("%02x".formatted(b));
        }
        assertTrue(rows.stream().noneMatch(row -> row.get(1).contains(clear)));
    }

    @Test
    void aWaitingCommentIsSealedToo() throws SQLException {
        var agency = Desk.newAgency();
        write(desk, agency, 3, SLOW);
        write(desk, agency, 7, null);
        desk.mix();
        var rows = Database.rows(
                "select distinct length(sealed) from satisfaction.comment_waiting where agency = ?", agency);
        assertEquals(1, rows.size());
        assertEquals(3, Database.count("comment_waiting where agency = ?", agency));
        assertEquals(10, Database.count("rating where agency = ?", agency));
    }

    @Test
    void nothingLeadsFromACommentToARatingOrToTheOrderOfWriting() throws SQLException {
        var agency = Desk.newAgency();
        var written = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            var text = "nhận xét thứ " + "abcdefghijklmnopqrstuvwxyzđêôơưăâáàảãạéèẻẽẹ".charAt(i);
            write(desk, agency, 1, text);
            written.add(text);
        }
        desk.mix();
        var columns = Database.rows(
                "select column_name from information_schema.columns where table_schema = 'satisfaction' and table_name = ?",
                "comment");
        assertEquals(5, columns.size(), "batch, place, text, topics, rules: " + columns);
        var found = Database.rows(
                        "select c.text from satisfaction.comment c join satisfaction.comment_batch b on b.id = c.batch"
                                + " where b.agency = ? order by c.ctid",
                        agency)
                .stream()
                .map(List::getFirst)
                .toList();
        assertEquals(40, found.size());
        int right = 0;
        for (int i = 0; i < 40; i++) {
            right += written.get(i).equals(found.get(i)) ? 1 : 0;
        }
        // By chance one; in the order of writing it would be 40.
        assertTrue(right < 10, right + " in place");
    }

    @Test
    void aCommentIsChangedWithTheReceiptWhileItRests() {
        var agency = Desk.newAgency();
        var ticket = desk.issue(Desk.dossier(agency));
        var receipt =
                rate(ticket, 4, "Chờ lâu").then().statusCode(201).extract().<String>path("receipt");
        rate(ticket, 4, "Chờ lâu").then().statusCode(201).body("receipt", equalTo(receipt));
        rate(ticket, 4, "Khác hẳn").then().statusCode(409);
        change(ticket, receipt, 4, "Khác hẳn").then().statusCode(200);
        rate(ticket, 4, "Khác hẳn").then().statusCode(201).body("receipt", equalTo(receipt));
        write(desk, agency, 10, "Tốt");
        desk.mix();
        change(ticket, receipt, 4, "Quá muộn").then().statusCode(409).body("type", equalTo("/problems/rating-final"));
        read(agency, agency).then().body("items.comments.flatten().text", hasItem("Khác hẳn"));
    }

    @Test
    void badCommentsAreRefusedWithAWordOnWhatToDo() {
        var ticket = desk.issue(Desk.dossier(Desk.newAgency()));
        rate(ticket, 4, "a".repeat(1001)).then().statusCode(400).body("errors[0].pointer", equalTo("/comment"));
        rate(ticket, 4, "a\u0001b").then().statusCode(400).body("errors[0].pointer", equalTo("/comment"));
    }

    @Test
    void whoIsDissatisfiedIsOfferedFeedbackAndNothingOfItIsStored() throws SQLException {
        var agency = Desk.newAgency();
        rate(desk.issue(Desk.dossier(agency)), 5, "Rất tốt").then().body("feedbackOffer", nullValue());
        rate(desk.issue(Desk.dossier(agency)), 2, null)
                .then()
                .body("feedbackOffer.path", equalTo("/v1/feedback"))
                .body("feedbackOffer.reasons", equalTo(List.of("LOW_SCORE")));
        var ticket = desk.issue(Desk.dossier(agency));
        var offer = rate(ticket, 4, "Chị Lan vòi tiền")
                .then()
                .statusCode(201)
                .body("feedbackOffer.reasons", equalTo(List.of("COMPLAINT")))
                .body("feedbackOffer.text", containsString("Tiền ngoài quy định"))
                .body("feedbackOffer.text", not(containsString("Lan")))
                .extract()
                .<String>path("feedbackOffer.text");
        rate(ticket, 4, "Chị Lan vòi tiền").then().body("feedbackOffer.text", equalTo(offer));
        var tables = Database.rows(
                "select table_name from information_schema.tables where table_schema = ?", "satisfaction");
        assertTrue(tables.stream().noneMatch(table -> table.getFirst().contains("feedback")));
    }

    @Test
    void commentsAndTheirReadersAreForgottenInTime() throws SQLException {
        var agency = Desk.newAgency();
        write(desk, agency, 10, "Tốt");
        desk.mix();
        read(agency, agency).then().statusCode(200);
        Database.execute(
                "update satisfaction.comment_batch set published_on = published_on - 800 where agency = ?", agency);
        Database.execute(
                "update satisfaction.comment_read set read_at = read_at - interval '800 days' where agency = ?",
                agency);
        desk.mix();
        assertEquals(0, Database.count("comment_batch where agency = ?", agency));
        assertEquals(0, Database.count("comment_read where agency = ?", agency));
        read(agency, agency).then().body("items", hasSize(0));
    }

    @Test
    void theServiceCannotChangeWhatWasWritten() {
        for (var sql : List.of(
                "update satisfaction.comment set text = ''",
                "delete from satisfaction.comment",
                "update satisfaction.topic_atom set mentions = 1000",
                "delete from satisfaction.topic_atom",
                "update satisfaction.comment_read set comments = 0",
                "select account from satisfaction.comment_read")) {
            var refused = assertThrows(
                    PgException.class, () -> pool.query(sql).execute().await().indefinitely(), sql);
            assertEquals("42501", refused.getSqlState(), sql);
        }
    }
}
