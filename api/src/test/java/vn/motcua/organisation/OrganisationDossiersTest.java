package vn.motcua.organisation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class OrganisationDossiersTest {
    private final Firm firm = new Firm();

    @Test
    void filtersNarrowTheListAndCombine() {
        var late = dossier(
                "RECEIVED", 20, ",\"dueAt\":\"2026-11-10T17:00:00+07:00\",\"agencies\":{\"competent\":\"H44.07\"}");
        var soon = dossier("IN_PROGRESS", 5, ",\"dueAt\":\"2099-01-15T17:00:00+07:00\",\"procedureCode\":\"1.001193\"");
        var ended = dossier("RESULT_READY", 1, ",\"dueAt\":\"2099-01-31T17:00:00+07:00\"");
        assertEquals(List.of(ended, soon, late), codes(Map.of()));
        assertEquals(List.of(soon, late), codes(Map.of("status", "RECEIVED,IN_PROGRESS")));
        assertEquals(List.of(late), codes(Map.of("overdue", "true")));
        assertEquals(List.of(ended, soon), codes(Map.of("overdue", "false")));
        assertEquals(List.of(late), codes(Map.of("agency", "H44.07")));
        assertEquals(List.of(soon), codes(Map.of("procedure", "1.001193")));
        assertEquals(List.of(soon), codes(Map.of("dueFrom", "2099-01-15", "dueTo", "2099-01-15")));
        assertEquals(
                List.of(ended, soon),
                codes(Map.of("changedSince", Firm.daysAgo(10).toString())));
        assertEquals(List.of(), codes(Map.of("changedSince", Firm.daysAgo(10).toString(), "overdue", "true")));
    }

    @Test
    void aFilterThatIsNoneIsAProblem() {
        for (var query : new String[] {
            "status=NOTHING",
            "agency=!",
            "procedure=x",
            "dueFrom=tomorrow",
            "dueTo=9999999-01-01",
            "overdue=maybe",
            "changedSince=2026",
            "selection=ALL",
            "cursor=x",
            "limit=0"
        }) {
            var answer = firm.unchecked().filter(Contract.responsesOnly()).get(firm.at("/dossiers?" + query));
            assertEquals(400, answer.statusCode(), query);
        }
    }

    @Test
    void pagesByKeyMeetEveryDossierOnce() {
        var all = new TreeSet<String>();
        for (int i = 0; i < 5; i++) {
            all.add(dossier("RECEIVED", 5 - i, ""));
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        while (cursor != null) {
            var page = firm.request()
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get(firm.at("/dossiers"))
                    .jsonPath();
            seen.addAll(page.getList("items.code"));
            cursor = page.getString("nextCursor");
        }
        assertEquals(5, seen.size());
        assertEquals(all, new TreeSet<>(seen));
    }

    @Test
    void csvHoldsEachDossierOnceAndNoFormula() throws SQLException {
        var codes = manyDossiers(1_203);
        var csv = firm.unchecked().get(firm.at("/dossiers.csv"));
        csv.then().statusCode(200).contentType(startsWith("text/csv"));
        var lines = new String(csv.asByteArray(), StandardCharsets.UTF_8).split("\r\n");
        assertEquals('\uFEFF', lines[0].charAt(0));
        assertTrue(lines[0].startsWith("\uFEFFcode,procedureCode,"));
        var seen = new HashSet<String>();
        for (int i = 1; i < lines.length; i++) {
            assertTrue(seen.add(lines[i].split(",")[0]), "twice: " + lines[i]);
            assertTrue(lines[i].contains(",'=HYPERLINK(1)"), lines[i]);
        }
        assertEquals(codes, seen);
    }

    @Test
    void xlsxHoldsEachDossierOnceAsText() throws SQLException, IOException {
        var codes = manyDossiers(731);
        var file = firm.unchecked().get(firm.at("/dossiers.xlsx?status=RECEIVED"));
        file.then().statusCode(200).contentType(startsWith("application/vnd.openxmlformats"));
        var sheet = sheet(file.asByteArray());
        for (var code : codes) {
            assertTrue(sheet.contains(">" + code + "<"), code);
        }
        assertEquals(732, sheet.split("<row ").length - 1);
        assertTrue(sheet.contains("Dossier code"));
        assertFalse(sheet.contains("<f>"), "holds a formula");
    }

    @Test
    void aTaxCodeWithAWrongCheckDigitIsTold() {
        for (var code : new String[] {"0100109107", "12", "0100109106-000", "0100109106-1", "x"}) {
            firm.unchecked()
                    .filter(Contract.responsesOnly())
                    .get("/v1/organisations/" + code + "/dossiers")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("code"));
        }
        firm.request().get("/v1/organisations/0100109106/dossiers").then().statusCode(403);
        firm.request().get("/v1/organisations/0100109106-001/dossiers").then().statusCode(403);
        firm.request().get("/v1/organisations/me/dossiers").then().statusCode(200);
    }

    @Test
    void aHouseholdBusinessIsKnownByItsPersonalNumberWhichStandsInNoAddress() {
        var household = Firm.household("001000065432");
        var code = Firm.freshDossier();
        Firm.send(
                code,
                "RECEIVED",
                Firm.daysAgo(1),
                ",\"applicant\":{\"kind\":\"HOUSEHOLD_BUSINESS\",\"personalId\":\"001000065432\"}");
        household
                .request()
                .get("/v1/organisations/me/dossiers")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of(code)));
        household
                .request()
                .queryParam("wait", 5)
                .get("/v1/organisations/me/feed")
                .then()
                .statusCode(200)
                .body("items[0].dossier.code", equalTo(code));
        household
                .unchecked()
                .filter(Contract.responsesOnly())
                .get("/v1/organisations/001000065432/dossiers")
                .then()
                .statusCode(400);
        firm.request().get("/v1/organisations/me/dossiers").then().body("items", hasSize(0));
    }

    private String dossier(String status, int daysAgo, String more) {
        var code = Firm.freshDossier();
        firm.report(code, status, Firm.daysAgo(daysAgo), more);
        return code;
    }

    private List<String> codes(Map<String, String> filter) {
        return firm.request()
                .queryParams(filter)
                .get(firm.at("/dossiers"))
                .then()
                .statusCode(200)
                .extract()
                .path("items.code");
    }

    /** Straight into the table, with a procedure code that a spreadsheet would run. */
    private HashSet<String> manyDossiers(int number) throws SQLException {
        var codes = new HashSet<String>();
        try (var connection = LocalParts.postgres().connectAsOwner();
                var insert = connection.prepareStatement("""
                        insert into dossier.dossier (code, status, organisation_code, procedure_code, agency_competent, timeline)
                        values (?, 2, ?, '=HYPERLINK(1)', 'H44.07', '[{"status": 2, "at": "2026-11-20T08:00:00+07:00"}]')
                        """)) {
            for (int i = 0; i < number; i++) {
                var code = Firm.freshDossier();
                codes.add(code);
                insert.setString(1, code);
                insert.setString(2, firm.code());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return codes;
    }

    /** By the directory at the end of the file, as spreadsheets read it. */
    private static String sheet(byte[] workbook) throws IOException {
        var file = Files.createTempFile("dossiers", ".xlsx");
        try {
            Files.write(file, workbook);
            try (var zip = new ZipFile(file.toFile())) {
                var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
                return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
