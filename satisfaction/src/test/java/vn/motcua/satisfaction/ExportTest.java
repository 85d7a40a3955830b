package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Role;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ExportTest {
    @Inject
    Desk desk;

    @Test
    void anOfficerSeesTheSameFiguresAsThePublic() {
        var agency = rated();
        var json = get(agency + ".01", agency, "application/json")
                .then()
                .statusCode(200)
                .extract()
                .path("total");
        var open = given().queryParam("agency", agency + ".01")
                .get("/v1/satisfaction")
                .path("total");
        assertEquals(open, json);
        assertThat(get(agency, agency, "*/*").contentType(), startsWith("application/json"));
    }

    @Test
    void anotherAgencysScoresAreRefused() {
        get("H44", "H45", "application/json").then().statusCode(403).body("type", equalTo("/problems/not-your-agency"));
        get("H44", "H44.07", "text/csv").then().statusCode(403).body("type", equalTo("/problems/not-your-agency"));
        get("nowhere!", "H44", "text/csv").then().statusCode(404).body("type", equalTo("/problems/agency-not-found"));
    }

    @Test
    void onlyOfficersWithATokenAreLetIn() {
        // The bodies of 401 and 403 by role are the service's; this module only asks for the role.
        given().get("/v1/agencies/{code}/satisfaction", "H44").then().statusCode(401);
        given().header("Authorization", "Bearer " + LocalParts.token("c", Role.CITIZEN, Map.of("agency", "H44")))
                .get("/v1/agencies/{code}/satisfaction", "H44")
                .then()
                .statusCode(403);
    }

    @Test
    void aFormatThatIsNotOfferedIsSaidSo() {
        get("H44", "H44", "application/pdf").then().statusCode(406);
    }

    @Test
    void csvOpensInExcelAndInPrograms() {
        var agency = rated();
        var response = get(agency, agency, "text/csv");
        response.then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv;charset=UTF-8"))
                .header("Content-Disposition", containsString("satisfaction.csv"))
                .header("Cache-Control", containsString("no-store"));
        var bytes = response.asByteArray();
        assertArrayEquals(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, Arrays.copyOf(bytes, 3));
        var lines = Arrays.asList(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8).split("\r\n"));
        assertEquals(String.join(",", ScoreTable.COLUMNS), lines.getFirst());
        var period = ",%s,%s,sipas-style/2;q=SHORT/1;agency=%s;field=*;"
                .formatted(response(agency, "from"), response(agency, "to"), agency);
        assertThat(
                lines,
                hasItem(startsWith(
                        ",Cơ quan %s,OVERALL,Hài lòng chung,false,22,22,100.00,22,54.55,34.6,73.1,10,0,0,0,12"
                                        .formatted(agency)
                                + period)));
        // A name that a spreadsheet would run is text; the quotes are doubled.
        assertThat(
                lines,
                hasItem(startsWith(TestLabels.DANGEROUS_FIELD
                        + ",\"'=HYPERLINK(\"\"http://example.invalid\"\",\"\"Hộ tịch\"\")\",ACCESS,")));
        assertEquals(1 + 6 + 2 * 6, lines.size());
    }

    @Test
    void hiddenRowsHaveNoNumbers() {
        var agency = Desk.newAgency();
        desk.rate(agency, 9, 5);
        var csv = new String(get(agency, agency, "text/csv").asByteArray(), StandardCharsets.UTF_8);
        assertThat(csv, containsString(",Cơ quan " + agency + ",,,true,,,,,,,,,,,,,20"));
    }

    @Test
    void theWorkbookCarriesTitlePeriodRecipeNumbersAndNotes() throws Exception {
        var agency = rated();
        get(agency, agency, XlsxScores.MEDIA_TYPE)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(XlsxScores.MEDIA_TYPE))
                .header("Content-Disposition", containsString("satisfaction.xlsx"));
        var sheets = WorkbookReader.read(workbook(agency, "vi"));
        assertEquals(3, sheets.size());
        var scores = sheets.getFirst();
        assertEquals(
                "Mức độ hài lòng (kiểu SIPAS): Cơ quan " + agency,
                scores.get("A1").text());
        assertThat(scores.get("A2").text(), startsWith("Kỳ: "));
        assertThat(scores.get("A3").text(), startsWith("Cách tính: sipas-style/2;q=SHORT/1;"));
        assertEquals("Chỉ số (%)", scores.get("J5").text());
        // Row 11 is OVERALL of the whole selection.
        assertEquals("Hài lòng chung", scores.get("D11").text());
        assertEquals(new WorkbookReader.Cell("22", true), scores.get("I11"));
        assertEquals(new WorkbookReader.Cell("54.55", true), scores.get("J11"));
        assertEquals(new WorkbookReader.Cell("12", true), scores.get("Q11"));
        assertTrue(scores.values().stream().anyMatch(cell -> cell.text().startsWith("=HYPERLINK")), "as text");
        assertThat(sheets.get(1).get("A2").text(), containsString("không phải Chỉ số SIPAS"));
        assertEquals("Chỉ số chung (%)", scores.get("R5").text());
        assertEquals("Yếu tố", sheets.get(2).get("B2").text());
    }

    @Test
    void aHiddenScoreSaysWhyInBothFormats() throws Exception {
        var agency = Desk.newAgency();
        desk.rate(agency, 9, 5);
        var csv = new String(get(agency, agency, "text/csv").asByteArray(), StandardCharsets.UTF_8);
        assertThat(csv, containsString(",,,BELOW_TEN\r\n"));
        for (var reason :
                Map.of("vi", "Chưa có đủ 10 lượt", "en", "Fewer than ten").entrySet()) {
            var scores = WorkbookReader.read(workbook(agency, reason.getKey())).getFirst();
            assertThat(scores.get("U6").text(), startsWith(reason.getValue()));
        }
    }

    @Test
    void theWorkbookSpeaksEnglish() throws Exception {
        var agency = rated();
        var workbook = workbook(agency, "en");
        assertEquals(
                "Index (%)", WorkbookReader.read(workbook).getFirst().get("J5").text());
    }

    /** Twelve very satisfied in one field, ten very dissatisfied in another. */
    private String rated() {
        var agency = Desk.newAgency();
        for (int i = 0; i < 12; i++) {
            desk.lay(
                    List.of(Desk.dossier(
                            agency + ".01", TestLabels.DANGEROUS_FIELD, EndedDossier.Outcome.RETURNED, "DIRECT")),
                    Desk.all(5));
        }
        desk.rate(agency, 10, 1);
        return agency;
    }

    private static String response(String agency, String field) {
        return given().queryParam("agency", agency).get("/v1/satisfaction").path(field);
    }

    private static String officer(String agency) {
        return LocalParts.token("officer-" + agency, Role.OFFICER, Map.of("agency", agency));
    }

    /** Byte for byte as it came; REST Assured takes a type with "xml" in its name for text. */
    private static byte[] workbook(String agency, String language) throws Exception {
        var address =
                "http://localhost:%d/v1/agencies/%s/satisfaction?groupBy=FIELD".formatted(RestAssured.port, agency);
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + officer(agency))
                .header("Accept", XlsxScores.MEDIA_TYPE)
                .header("Accept-Language", language)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var bytes = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            var start = new String(bytes, 0, Math.min(bytes.length, 100), StandardCharsets.UTF_8);
            assertThat(start, startsWith("PK"));
            return bytes;
        }
    }

    private static Response get(String code, String ownAgency, String accept) {
        return given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + officer(ownAgency))
                .accept(accept)
                .queryParam("groupBy", "FIELD")
                .get("/v1/agencies/{code}/satisfaction", code);
    }
}
