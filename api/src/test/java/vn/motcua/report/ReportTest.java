package vn.motcua.report;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** Reports of one province over two months. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ReportTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @BeforeEach
    void report() {
        Province.report();
    }

    @Test
    void form6aCountsWhatCameWhatIsDoneAndWhatIsOpen() {
        draft("II06A", "2026-07", "UNIT")
                .body("total", equalTo(form6a(4, 2, 2, 0, 2, 1, 1, 0, 2, 1, 1)))
                .body("rows.code", contains("H58.01", "H58.02"))
                .body("rows[0].values.receivedTotal", equalTo(3))
                .body("rows[1].values.resolvedOnTime", equalTo(1))
                .body(
                        "columns.number",
                        equalTo(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13")))
                .body("columns[2].formula", equalTo("4+5+6"))
                .body("period.from", equalTo("2026-07-01"))
                .body("recipe", containsString("rule=II.06a"));
    }

    @Test
    void whatIsCarriedOverIsWhatThePeriodBeforeLeftOpen() {
        var august = draft("II06A", "2026-08", "UNIT")
                .body("notes", hasItem(containsString("1 hồ sơ được giải quyết tiếp")))
                .body("notes", hasItem(containsString("1 hồ sơ không có hạn")))
                .extract()
                .jsonPath();
        assertEquals(form6a(5, 1, 2, 2, 2, 0, 1, 1, 3, 3, 0), august.getMap("total"));
        for (var row : august.getList("rows", Map.class)) {
            var values = (Map<?, ?>) row.get("values");
            assertEquals(
                    values.get("receivedTotal"),
                    (int) values.get("resolvedTotal") + (int) values.get("openTotal"),
                    row.toString());
        }
    }

    @Test
    void theProvincialTableTellsPausedDossiersApart() {
        draft("II06A_PROVINCIAL", "2026-07", "UNIT")
                .body("total.receivedTotal", equalTo(4))
                .body("total.receivedPost", equalTo(1))
                .body("total.resolvedTotal", equalTo(1))
                .body("total.openTotal", equalTo(2))
                .body("total.pausedInTime", equalTo(1))
                .body("total.pausedOverdue", equalTo(0));
        draft("II06A_PROVINCIAL", "2026-08", "UNIT")
                .body("total.carriedOver", equalTo(3))
                .body("total.receivedOnline", equalTo(0))
                .body("notes", hasItem(containsString("không có hạn")));
    }

    @Test
    void rowsMayBeFieldsUnitsWithFieldsOrLevels() {
        draft("II06A", "2026-08", "FIELD").body("rows.label", contains("Chưa rõ lĩnh vực"));
        draft("II06A", "2026-08", "UNIT_FIELD")
                .body("rows.depth", contains(0, 1, 0, 1))
                .body("rows.number", contains("1", "1.1", "2", "2.1"))
                .body("total.receivedTotal", equalTo(5));
        draft("II06A", "2026-08", "LEVEL").body("total.receivedTotal", equalTo(5));
    }

    @Test
    void causesOfOverdueDossiersComeFromTheirReasons() {
        draft("II07", "2026-08", "CAUSE")
                .body("total.overdueTotal", equalTo(1))
                .body("total.otherAgency", equalTo(1))
                .body("total.notGiven", equalTo(0));
    }

    @Test
    void aProvinceWithoutFeedbackReportsZeroBecauseItIsKnown() {
        draft("II05", "2026-08", "KIND")
                .body("available", equalTo(true))
                .body("rows.code", contains("CONDUCT", "REGULATION", "BOTH", "OTHER"))
                .body("total.receivedTotal", equalTo(0));
        draft("II05", "2026-08", "UNIT").body("rows", empty());
    }

    @Test
    void publishedProceduresAndTheMonthsStockAreForms() {
        draft("II03", "2026-08", "PROCEDURE").body("available", equalTo(true));
        draft("CATALOGUE_MONTH", "2026-08", "LEVEL").body("available", equalTo(true));
        bad("/report-drafts/CATALOGUE_MONTH?period=2026-Q3&basis=CALENDAR");
    }

    @Test
    void theWorkbookHoldsTheReportCellByCell() throws Exception {
        var json = draft("II06A", "2026-08", "UNIT").extract().jsonPath();
        var bytes = Province.officer("H58")
                .noFilters()
                .filter(Contract.responsesOnly())
                .accept(XLSX)
                .get("/v1/agencies/H58/report-drafts/II06A?period=2026-08&basis=CALENDAR&groupBy=UNIT")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("II06A-H58-2026-08.xlsx"))
                .extract()
                .asByteArray();
        var sheet = Workbooks.read(bytes);
        assertEquals("Biểu số II.06a/VPCP/KSTT", sheet.text(0, 0));
        assertEquals("TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", sheet.text(3, 0));
        assertEquals("Kỳ báo cáo: tháng 08/2026 (từ ngày 01/08/2026 đến ngày 31/08/2026)", sheet.text(4, 0));
        assertEquals("BẢN NHÁP, CHƯA PHÁT HÀNH", sheet.text(6, 0));
        int head = ReportWorkbook.HEAD_ROW;
        assertEquals("Số lượng hồ sơ tiếp nhận", sheet.text(head, 2));
        assertEquals("Trong kỳ", sheet.text(head + 1, 3));
        assertEquals("Trực tuyến", sheet.text(head + 2, 3));
        assertEquals("(3)=(4)+(5)+(6)", sheet.text(head + 3, 2));
        assertEquals("(13)", sheet.text(head + 3, 12));
        int row = head + 4;
        for (int i = 0; i < json.getList("rows").size(); i++, row++) {
            assertEquals(json.getString("rows[" + i + "].number"), sheet.text(row, 0));
            assertEquals(json.getString("rows[" + i + "].label"), sheet.text(row, 1));
            assertValues(json, "rows[" + i + "].values", sheet, row);
        }
        assertEquals("Tổng cộng", sheet.text(row, 1));
        assertValues(json, "total", sheet, row);
        var all = sheet.allText();
        assertEquals(1, all.stream().filter("NGƯỜI LẬP BIỂU"::equals).count());
        assertEquals(
                1, all.stream().filter("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ"::equals).count());
    }

    private static void assertValues(JsonPath json, String path, Workbooks sheet, int row) {
        var columns = json.getList("columns.key", String.class);
        for (int column = 2; column < columns.size(); column++) {
            assertEquals(json.getInt(path + "." + columns.get(column)), sheet.number(row, column), columns.get(column));
        }
    }

    @Test
    void theSameRowsAreThereAsCsv() {
        var csv = Province.officer("H58")
                .noFilters()
                .filter(Contract.responsesOnly())
                .accept("text/csv")
                .get("/v1/agencies/H58/report-drafts/II06A?period=2026-08&basis=CALENDAR&groupBy=UNIT")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\r\n");
        assertEquals(4, csv.length);
        assertEquals("number,code,dimension,receivedTotal", csv[0].substring(0, 35));
        assertEquals(",,Tổng cộng,5,1,2,2,2,0,1,1,3,3,0", csv[3]);
    }

    @Test
    void wrongQuestionsAreTold() {
        for (var path : List.of(
                "/report-drafts/II06A?period=2026-W30",
                "/report-drafts/II06A?period=2026-Q3&groupBy=KIND",
                "/report-drafts/II06A?period=2026-Q3&basis=X",
                "/service-quality?from=2026-07-01",
                "/service-quality?from=2026-07-02&to=2026-07-01",
                "/service-quality/dossiers?from=2026-07-01&to=2026-07-31&part=X",
                "/indicators?period=x")) {
            bad(path);
        }
        Province.officer("H58")
                .get("/v1/agencies/H58/report-drafts/X?period=2026")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/report-form-not-found"));
        Province.officer("H58")
                .get("/v1/agencies/H58/reports/01900000-0000-7000-8000-000000000001")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/report-not-found"));
        issue("{\"form\":\"II06A\",\"period\":\"2099\"}").statusCode(400);
    }

    /** May is asked about by no other test. */
    @Test
    void anIssuedReportStaysAsItIsAndACorrectionNamesIt() {
        var may = "{\"form\":\"II06A\",\"period\":\"2026-05\",\"basis\":\"CALENDAR\",\"groupBy\":\"UNIT\"%s}";
        var first = issue(may.formatted(",\"signedBy\":\"Trần Văn Mẫu\",\"signerPosition\":\"CHÁNH VĂN PHÒNG\""))
                .statusCode(201)
                .body("total.receivedTotal", equalTo(0))
                .extract()
                .jsonPath();
        issue(may.formatted("")).statusCode(409).body("type", equalTo("/problems/report-already-issued"));
        Province.reportLate();
        draft("II06A", "2026-05", "UNIT").body("total.receivedTotal", equalTo(1));
        var frozen = get(first.getString("issue.id")).statusCode(200).extract().jsonPath();
        assertEquals(first.getMap(""), frozen.getMap(""));
        var correct = ",\"corrects\":\"" + first.getString("issue.id") + "\",\"reason\":\"Có hồ sơ gửi về muộn\"";
        var second = issue(may.formatted(correct))
                .statusCode(201)
                .body("total.receivedTotal", equalTo(1))
                .body("issue.corrects", equalTo(first.getString("issue.id")))
                .extract()
                .<String>path("issue.id");
        issue(may.formatted(correct)).statusCode(409);
        issue(may.replace("2026-05", "2026-08").formatted(correct)).statusCode(400);
        Province.officer("H58")
                .get("/v1/agencies/H58/reports?form=II06A")
                .then()
                .statusCode(200)
                .body("items.id", contains(second, first.getString("issue.id")))
                .body("items[1].correctedBy", equalTo(second))
                .body("items[0].correctedBy", nullValue());
        assertThrows(SQLException.class, ReportTest::rewriteAsOwner);
    }

    private static void rewriteAsOwner() throws SQLException {
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            sql.executeUpdate("update report.issue set body = '{}' where agency = 'H58'");
        }
    }

    private static Map<String, Integer> form6a(int... values) {
        var keys = List.of(
                "receivedTotal",
                "receivedOnline",
                "receivedOffline",
                "carriedOver",
                "resolvedTotal",
                "resolvedEarly",
                "resolvedOnTime",
                "resolvedOverdue",
                "openTotal",
                "openInTime",
                "openOverdue");
        var form = new java.util.HashMap<String, Integer>();
        for (int i = 0; i < keys.size(); i++) {
            form.put(keys.get(i), values[i]);
        }
        return form;
    }

    private static ValidatableResponse draft(String form, String period, String groupBy) {
        return Province.officer("H58")
                .get("/v1/agencies/H58/report-drafts/" + form + "?period=" + period + "&basis=CALENDAR&groupBy="
                        + groupBy)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse issue(String body) {
        return Province.officer("H58")
                .contentType("application/json")
                .body(body)
                .post("/v1/agencies/H58/reports")
                .then();
    }

    private static ValidatableResponse get(String id) {
        return Province.officer("H58").get("/v1/agencies/H58/reports/" + id).then();
    }

    private static void bad(String path) {
        Province.officer("H58")
                .noFilters()
                .filter(Contract.responsesOnly())
                .get("/v1/agencies/H58" + path)
                .then()
                .statusCode(400);
    }
}
