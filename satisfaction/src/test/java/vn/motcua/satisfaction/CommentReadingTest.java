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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.satisfaction.CommentCalls.export;
import static vn.motcua.satisfaction.CommentCalls.read;
import static vn.motcua.satisfaction.CommentCalls.topics;
import static vn.motcua.satisfaction.CommentCalls.write;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Role;
import vn.motcua.openapi.Vietnam;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CommentReadingTest {
    private static final String SLOW = "Chờ hơn 2 tiếng, chị Lan số 0912345678 mới gọi";

    @Inject
    Desk desk;

    @Test
    void tenCommentsBecomeReadableTogetherAndWithoutNames() throws SQLException {
        var agency = Desk.newAgency();
        write(desk, agency, 9, SLOW);
        desk.mix();
        read(agency, agency).then().statusCode(200).body("items", hasSize(0), "comments", equalTo(0));
        write(desk, agency, 1, "=1+1 rất tốt");
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
    void aTopicIsReadTenAtATimeAndItsCountIsToldOnlyOfTen() {
        var agency = Desk.newAgency();
        write(desk, agency, 9, "Chờ cả buổi mà chưa xong");
        write(desk, agency, 3, "Cán bộ nhiệt tình");
        desk.mix();
        read(agency, agency).then().body("items.comments.flatten()", hasSize(12));
        read(agency, agency, "topic", "WAITING").then().statusCode(200).body("items", hasSize(0));
        topics(agency).then().body("topics.find { it.topic == 'WAITING' }.hidden", equalTo(true));
        write(desk, agency, 4, "Chờ cả buổi mà chưa xong");
        write(desk, agency, 7, "Cán bộ nhiệt tình");
        desk.mix();
        read(agency, agency, "topic", "WAITING").then().body("items", hasSize(1), "items[0].comments", hasSize(13));
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
        write(desk, agency, 11, "Chờ cả buổi");
        write(desk, agency, 2, "Cán bộ nhiệt tình");
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
            write(desk, province + ".0" + town, 4, "Gợi ý bồi dưỡng thêm tiền");
            write(desk, province + ".0" + town, 8, "Cán bộ nhiệt tình");
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
        write(desk, agency + ".01", 10, "Rất hài lòng");
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
        write(desk, agency, 32, "Tốt");
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
        write(desk, agency, 12, "=HYPERLINK(\"x\") rất tốt, \"cảm ơn\"");
        desk.mix();
        var csv = new String(export(agency, "text/csv"), StandardCharsets.UTF_8);
        assertThat(csv, startsWith("\uFEFFgroup,agency,agencyLabel,month,comment,topics,topicLabels,recipe\r\n"));
        assertThat(
                csv, containsString("\"'=HYPERLINK(\"\"x\"\") rất tốt, \"\"cảm ơn\"\"\",PRAISE,Khen ngợi,comments/1;"));
        assertEquals(13, csv.split("\r\n").length);
        var sheets = WorkbookReader.read(export(agency, XlsxScores.MEDIA_TYPE));
        assertEquals(3, sheets.size());
        assertThat(sheets.getFirst().get("A3").text(), startsWith("Cách chọn: comments/1;"));
        assertThat(sheets.getFirst().get("E6").text(), startsWith("=HYPERLINK"));
        assertTrue(sheets.get(1).values().stream().anyMatch(cell -> cell.text().equals("12")));
        assertThat(sheets.get(2).get("A3").text(), containsString("từ 10 trở lên"));
    }
}
