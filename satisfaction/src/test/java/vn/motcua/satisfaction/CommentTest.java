package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Role;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CommentTest {
    private static final String SLOW = "Chờ hơn 2 tiếng, chị Lan số 0912345678 mới gọi";

    @Inject
    Desk desk;

    @Inject
    Pool pool;

    @Test
    void tenCommentsBecomeReadableTogetherAndWithoutNames() throws SQLException {
        var agency = Desk.newAgency();
        write(agency, 9, SLOW);
        desk.mix();
        read(agency, agency).then().statusCode(200).body("items", hasSize(0), "comments", equalTo(0));
        write(agency, 1, "=1+1 rất tốt");
        desk.mix();
        read(agency, agency)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("items", hasSize(1), "items[0].comments", hasSize(10), "comments", equalTo(10))
                .body("items[0].comments.text", hasItem("Chờ hơn 2 tiếng, chị [tên] số [số điện thoại] mới gọi"))
                .body("items[0].comments.text", everyItem(not(containsString("Lan"))))
                .body("items[0].comments.topics.flatten()", hasItem("WAITING"))
                .body("recipe", startsWith("comments/1;rules=1;agency=" + agency + ";"))
                .body("nextCursor", nullValue());
        assertEquals(0, Database.count("comment_waiting where agency = ?", agency));
    }

    @Test
    void aRestingCommentIsSealedAndNobodySeesWhetherThereIsOne() throws SQLException {
        var agency = Desk.newAgency();
        write(agency, 1, SLOW);
        write(agency, 1, null);
        write(agency, 1, "x".repeat(1000));
        var rows = Database.rows("select length(sealed), sealed::text from satisfaction.resting where agency = ?", agency);
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
        write(agency, 3, SLOW);
        write(agency, 7, null);
        desk.mix();
        var rows = Database.rows("select distinct length(sealed) from satisfaction.comment_waiting where agency = ?", agency);
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
            write(agency, 1, text);
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
    void aTopicIsReadTenAtATimeAndItsCountIsToldOnlyOfTen() {
        var agency = Desk.newAgency();
        write(agency, 9, "Chờ cả buổi mà chưa xong");
        write(agency, 3, "Cán bộ nhiệt tình");
        desk.mix();
        read(agency, agency).then().body("items.comments.flatten()", hasSize(12));
        read(agency, agency, "topic", "WAITING").then().statusCode(200).body("items", hasSize(0));
        topics(agency).then().body("topics.find { it.topic == 'WAITING' }.hidden", equalTo(true));
        write(agency, 4, "Chờ cả buổi mà chưa xong");
        write(agency, 7, "Cán bộ nhiệt tình");
        desk.mix();
        read(agency, agency, "topic", "WAITING")
                .then()
                .body("items", hasSize(1), "items[0].comments", hasSize(13));
        topics(agency)
                .then()
                .statusCode(200)
                .body("comments", equalTo(23))
                .body("topics.find { it.topic == 'WAITING' }.mentions", equalTo(13))
                .body("topics.find { it.topic == 'WAITING' }.comments", equalTo(23))
                .body("topics.find { it.topic == 'PRAISE' }.mentions", equalTo(10))
                .body("topics.find { it.topic == 'MONEY' }.hidden", equalTo(true))
                .body("topics.find { it.topic == 'MONEY' }.mentions", nullValue());
    }

    @Test
    void aCountThatWouldSingleOutThoseWhoDoNotMentionItWaits() {
        var agency = Desk.newAgency();
        write(agency, 11, "Chờ cả buổi");
        write(agency, 2, "Cán bộ nhiệt tình");
        desk.mix();
        topics(agency)
                .then()
                .body("comments", equalTo(13))
                .body("topics.find { it.topic == 'WAITING' }.hidden", equalTo(true));
    }

    @Test
    void whatATownCannotTellOfATopicIsToldByTheProvince() {
        var province = Desk.newAgency();
        for (int town = 1; town <= 3; town++) {
            write(province + ".0" + town, 4, "Gợi ý bồi dưỡng thêm tiền");
            write(province + ".0" + town, 8, "Cán bộ nhiệt tình");
        }
        desk.mix();
        topics(province).then().body("topics.find { it.topic == 'MONEY' }.hidden", equalTo(true));
        desk.mix(Vietnam.today().plusMonths(2));
        var later = Vietnam.today().plusMonths(2).toString().substring(0, 7);
        given().filter(Contract.strict())
                .queryParam("agency", province)
                .queryParam("to", later)
                .get("/v1/satisfaction/topics")
                .then()
                .body("topics.find { it.topic == 'MONEY' }.mentions", equalTo(12))
                .body("topics.find { it.topic == 'MONEY' }.comments", equalTo(36));
    }

    @Test
    void onlyOfficersOfTheAgencyOrAboveReadAndEveryReadingIsLogged() throws SQLException {
        var agency = Desk.newAgency();
        write(agency + ".01", 10, "Rất hài lòng");
        desk.mix();
        read(agency + ".01", "H45").then().statusCode(403).body("type", equalTo("/problems/not-your-agency"));
        given().get("/v1/agencies/{code}/comments", agency).then().statusCode(401);
        given().header("Authorization", "Bearer " + LocalParts.token("c", Role.CITIZEN, Map.of("agency", agency)))
                .get("/v1/agencies/{code}/comments", agency)
                .then()
                .statusCode(403);
        assertEquals(0, Database.count("comment_read where agency like ? || '%'", agency));
        read(agency, agency).then().statusCode(200).body("items[0].agency", equalTo(agency + ".01"));
        var logged = Database.rows(
                "select account, own_agency, comments from satisfaction.comment_read where agency = ?", agency);
        assertEquals(1, logged.size());
        assertEquals(agency, logged.getFirst().get(1));
        assertEquals("10", logged.getFirst().get(2));
        assertFalse(logged.getFirst().getFirst().isBlank());
    }

    @Test
    void pagesFollowEachOtherWithoutGapAndBadParametersAreNamed() {
        var agency = Desk.newAgency();
        write(agency, 32, "Tốt");
        desk.mix();
        var first = read(agency, agency, "limit", "1");
        first.then().body("items", hasSize(1));
        var seen = first.<List<String>>path("items[0].comments.text").size();
        String cursor = first.path("nextCursor");
        while (cursor != null) {
            var next = read(agency, agency, "limit", "1", "cursor", cursor);
            seen += next.<List<String>>path("items[0].comments.text").size();
            cursor = next.path("nextCursor");
        }
        assertEquals(32, seen);
        read(agency, agency, "topic", "WEATHER").then().statusCode(400).body("errors[0].pointer", equalTo("topic"));
        read(agency, agency, "limit", "0").then().statusCode(400);
        read(agency, agency, "cursor", "x").then().statusCode(400);
        read(agency, agency, "from", "2026-13").then().statusCode(400);
    }

    @Test
    void exportsSayTheSameAndRunNothing() throws Exception {
        var agency = Desk.newAgency();
        write(agency, 12, "=HYPERLINK(\"x\") rất tốt, \"cảm ơn\"");
        desk.mix();
        var csv = new String(export(agency, "text/csv"), StandardCharsets.UTF_8);
        assertThat(csv, startsWith("\uFEFFgroup,agency,agencyLabel,month,comment,topics,topicLabels,recipe\r\n"));
        assertThat(csv, containsString("\"'=HYPERLINK(\"\"x\"\") rất tốt, \"\"cảm ơn\"\"\",PRAISE,Khen ngợi,comments/1;"));
        assertEquals(13, csv.split("\r\n").length);
        var sheets = WorkbookReader.read(export(agency, XlsxScores.MEDIA_TYPE));
        assertEquals(3, sheets.size());
        assertThat(sheets.getFirst().get("A3").text(), startsWith("Cách chọn: comments/1;"));
        assertThat(sheets.getFirst().get("E6").text(), startsWith("=HYPERLINK"));
        assertTrue(sheets.get(1).values().stream().anyMatch(cell -> cell.text().equals("12")));
        assertThat(sheets.get(2).get("A3").text(), containsString("từ 10 trở lên"));
    }

    @Test
    void aCommentIsChangedWithTheReceiptWhileItRests() {
        var agency = Desk.newAgency();
        var ticket = desk.issue(Desk.dossier(agency));
        var receipt = rate(ticket, 4, "Chờ lâu").then().statusCode(201).extract().<String>path("receipt");
        rate(ticket, 4, "Chờ lâu").then().statusCode(201).body("receipt", equalTo(receipt));
        rate(ticket, 4, "Khác hẳn").then().statusCode(409);
        change(ticket, receipt, 4, "Khác hẳn").then().statusCode(200);
        rate(ticket, 4, "Khác hẳn").then().statusCode(201).body("receipt", equalTo(receipt));
        write(agency, 10, "Tốt");
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
        var tables = Database.rows("select table_name from information_schema.tables where table_schema = ?", "satisfaction");
        assertTrue(tables.stream().noneMatch(table -> table.getFirst().contains("feedback")));
    }

    @Test
    void commentsAndTheirReadersAreForgottenInTime() throws SQLException {
        var agency = Desk.newAgency();
        write(agency, 10, "Tốt");
        desk.mix();
        read(agency, agency).then().statusCode(200);
        Database.execute(
                "update satisfaction.comment_batch set published_on = published_on - 800 where agency = ?", agency);
        Database.execute("update satisfaction.comment_read set read_at = read_at - interval '800 days' where agency = ?", agency);
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

    private void write(String agency, int count, String comment) {
        var dossiers = Desk.dossiers(agency, count);
        desk.issue(dossiers);
        dossiers.forEach(
                dossier -> rate(desk.ticket(dossier), 4, comment).then().statusCode(201));
    }

    private static Response rate(String ticket, int level, String comment) {
        return send(ticket, body(level, comment), "POST");
    }

    private static Response change(String ticket, String receipt, int level, String comment) {
        var body = body(level, comment);
        body.put("receipt", receipt);
        return send(ticket, body, "PUT");
    }

    private static Map<String, Object> body(int level, String comment) {
        var body = new HashMap<String, Object>();
        var answers = new HashMap<String, Integer>();
        Desk.all(level).forEach((factor, answer) -> answers.put(factor.name(), answer));
        body.put("answers", answers);
        if (comment != null) {
            body.put("comment", comment);
        }
        return body;
    }

    private static Response send(String ticket, Map<String, Object> body, String method) {
        return given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body(body)
                .request(method, "/v1/surveys/{ticket}/rating", ticket);
    }

    private static Response read(String code, String ownAgency, String... parameters) {
        var request = given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + officer(ownAgency))
                .accept("application/json");
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/v1/agencies/{code}/comments", code);
    }

    private static Response topics(String agency) {
        return given().filter(Contract.strict()).queryParam("agency", agency).get("/v1/satisfaction/topics");
    }

    private static String officer(String agency) {
        return LocalParts.token("officer-" + agency, Role.OFFICER, Map.of("agency", agency));
    }

    private static byte[] export(String agency, String format) throws Exception {
        var address = "http://localhost:%d/v1/agencies/%s/comments".formatted(RestAssured.port, agency);
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + officer(agency))
                .header("Accept", format)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, response.statusCode(), () -> new String(response.body(), StandardCharsets.UTF_8));
            return response.body();
        }
    }
}
