package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** What a release changes, how it is taken back, and what is told of a procedure that was amended or abolished. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ReleaseHistoryTest {
    private static final AtomicInteger CODES = new AtomicInteger(300_000);

    private static String newCode() {
        return "9." + CODES.incrementAndGet();
    }

    private static String line(String code, String name, String more) {
        return CatalogueFixture.line(code, name, more).replace(CatalogueFixture.FIELD, "linh-vuc-lich-su");
    }

    private static ValidatableResponse get(String address) {
        return given().filter(Contract.strict()).get(address).then();
    }

    private static ValidatableResponse admin(String method, String address) {
        return given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + LocalParts.token("catalogue-admin", "admin", Map.of()))
                .request(method, address)
                .then();
    }

    private static ValidatableResponse dryRun(String file, String more) {
        return CatalogueFixture.publish(file.getBytes(UTF_8), CatalogueFixture.NDJSON, "?dryRun=true" + more)
                .statusCode(200)
                .body("releaseId", nullValue());
    }

    private static String today() {
        return LocalDate.now(Vietnam.ZONE).toString();
    }

    @Test
    void dryRunTellsTheFieldDifferencesOfAmendedRecords() {
        var code = newCode();
        var other = newCode();
        CatalogueFixture.publish(line(code, "Cũ", ",\"steps\":[\"Nộp\",\"Nhận\"]"))
                .statusCode(201);
        dryRun(line(code, "Mới", ",\"steps\":[\"Nộp\",\"Trả phí\",\"Nhận\"]") + line(other, "Thêm", ""), "")
                .body("added", equalTo(1))
                .body("amended", equalTo(1))
                .body("moreChanges", equalTo(false))
                .body("changes.code", contains(code, other))
                .body("changes.change", contains("AMENDED", "NEW"))
                .body("changes[0].name", equalTo("Mới"))
                .body("changes[0].differences.pointer", contains("/name", "/steps/1"))
                .body("changes[0].differences[0].before", equalTo("Cũ"))
                .body("changes[0].differences[0].after", equalTo("Mới"))
                .body("changes[0].differences[1].kind", equalTo("ADDED"))
                .body("changes[1].differences", hasSize(0));
        get("/v1/procedures/" + code).body("name", equalTo("Cũ"));
        get("/v1/procedures/" + other).statusCode(404);
    }

    @Test
    void strictImportRefusesTheFileForOneRefusedRecord() {
        var code = newCode();
        var file = line(code, "Tốt", "") + line("xấu", "Xấu", "");
        CatalogueFixture.publish(file.getBytes(UTF_8), CatalogueFixture.NDJSON, "?strict=true")
                .statusCode(422)
                .body("type", equalTo("/problems/release-refused"))
                .body("errors[0].pointer", equalTo("line 2 xấu"));
        get("/v1/procedures/" + code).statusCode(404);
        CatalogueFixture.publish(file).statusCode(201).body("refused.line", contains(2));
        get("/v1/procedures/" + code).statusCode(200);
    }

    @Test
    void shapeIsFoundByContentWhateverTheMediaTypeAndCanBeSaid() {
        var code = newCode();
        var exchange =
                "{\"result\":[{\"MATTHC\":\"%s\",\"TENTTHC\":\"Cũ\",\"LINHVUCTHUCHIEN\":[{\"TENLINHVUC\":\"Lịch sử\"}]}]}"
                        .formatted(code);
        CatalogueFixture.publish(exchange.getBytes(UTF_8), "application/json", "")
                .statusCode(201);
        var portal = "{\"code\":\"%s\",\"name\":\"Mới\",\"category\":{\"name\":\"Lịch sử\"},\"isWard\":true}\n"
                .formatted(code);
        CatalogueFixture.publish(portal.getBytes(UTF_8), CatalogueFixture.NDJSON, "")
                .statusCode(201)
                .body("amended", equalTo(1));
        get("/v1/procedures/" + code).body("name", equalTo("Mới")).body("levels", contains("COMMUNE"));
        CatalogueFixture.publish(portal.getBytes(UTF_8), CatalogueFixture.NDJSON, "?shape=MOTCUA")
                .statusCode(422);
        CatalogueFixture.publish(portal.getBytes(UTF_8), CatalogueFixture.NDJSON, "?shape=CSV")
                .statusCode(400);
    }

    @Test
    void warningsTellWhatWasNotUnderstood() {
        var code = newCode();
        var file =
                "[{\"code\":\"%s\",\"name\":\"Tên\",\"field\":\"Lịch sử\",\"subjects\":[\"nhóm 1\"]}]".formatted(code);
        CatalogueFixture.publish(file.getBytes(UTF_8), "application/json", "")
                .statusCode(201)
                .body("refused", hasSize(0))
                .body("warnings[0].code", equalTo(code))
                .body("warnings[0].reason", containsString("nhóm 1"));
        get("/v1/procedures/" + code)
                .body("subjectNotes", contains("nhóm 1"))
                .body("completeness.missing", not(hasItem("SUBJECTS")));
    }

    @Test
    void sourceMarksOfAnotherSystemMakeNoVersion() {
        var portal =
                "{\"code\":\"%s\",\"name\":\"Tên\",\"category\":{\"name\":\"Lịch sử\"},\"isWard\":true,\"updatedAt\":%d}"
                        .formatted(newCode(), 1_784_332_800_000L);
        CatalogueFixture.publish(portal).statusCode(201);
        CatalogueFixture.publish(portal.replace("1784332800000", "1784419200000"))
                .statusCode(200)
                .body("unchanged", equalTo(1));
    }

    @Test
    void abolishedProcedureAnswersByItsHistory() throws SQLException {
        var code = newCode();
        var successor = newCode();
        CatalogueFixture.publish(line(code, "Thủ tục cũ", "")).statusCode(201);
        since(code, "2026-01-01");
        CatalogueFixture.publish(line(code, "Thủ tục cũ", ",\"state\":\"INACTIVE\"")
                        + line(successor, "Thủ tục thay thế", ",\"replaces\":[\"%s\"]".formatted(code)))
                .statusCode(201)
                .body("abolished", equalTo(1))
                .body("added", equalTo(1));
        var day = LocalDate.parse(today());
        get("/v1/procedures/" + code)
                .statusCode(404)
                .body("type", equalTo("/problems/procedure-not-found"))
                .body(
                        "detail",
                        allOf(
                                containsString("%02d/%02d/%d"
                                        .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear())),
                                containsString(successor),
                                containsString("/v1/procedures/" + code + "/versions")));
        get("/v1/procedures/" + code + ".H44").statusCode(404);
        get("/v1/procedures/" + code + "?at=" + today()).statusCode(404);
        get("/v1/procedures/" + code + "?at=2026-02-01").statusCode(200).body("name", equalTo("Thủ tục cũ"));
        get("/v1/procedures/" + code + "?at=2025-02-01").statusCode(404);
        get("/v1/procedures/" + code + "/versions").body("items.change", contains("ABOLISHED", "NEW"));
        CatalogueFixture.publish(line(code, "Thủ tục cũ", ",\"state\":\"INACTIVE\""))
                .statusCode(200)
                .body("unchanged", equalTo(1));
        CatalogueFixture.publish(line(newCode(), "Chưa từng có", ",\"state\":\"INACTIVE\""))
                .statusCode(200)
                .body("added", equalTo(0));
    }

    @Test
    void differenceOfTwoVersionsIsToldFieldByField() {
        var code = newCode();
        CatalogueFixture.publish(line(code, "Một", "")).statusCode(201);
        CatalogueFixture.publish(line(code, "Hai", ",\"requirements\":\"Không\""))
                .statusCode(201);
        CatalogueFixture.publish(line(code, "Ba", ",\"requirements\":\"Không\""))
                .statusCode(201);
        get("/v1/procedures/" + code + "/diff?from=1&to=2")
                .statusCode(200)
                .body("code", equalTo(code))
                .body("from.number", equalTo(1))
                .body("to.change", equalTo("AMENDED"))
                .body("items.pointer", contains("/name", "/requirements"))
                .body("items[0].before", equalTo("Một"))
                .body("items[0].after", equalTo("Hai"))
                .body("items[1].kind", equalTo("ADDED"));
        get("/v1/procedures/" + code + ".000.00.00.H44.01/diff?from=2")
                .body("to.number", equalTo(3))
                .body("items.pointer", contains("/name"));
        get("/v1/procedures/" + code + "/diff?from=3&to=1").body("items[1].kind", equalTo("REMOVED"));
        get("/v1/procedures/" + code + "/diff?from=1&to=1").body("items", hasSize(0));
        get("/v1/procedures/" + code + "/diff?from=1&to=9").statusCode(404);
        get("/v1/procedures/8.999999/diff?from=1").statusCode(404);
        for (var bad :
                List.of("/diff", "/diff?from=0", "/diff?from=x", "/diff?from=1&to=0", "/diff?from=99999999999")) {
            assertEquals(
                    400,
                    given().filter(Contract.responsesOnly())
                            .get("/v1/procedures/" + code + bad)
                            .statusCode(),
                    bad);
        }
    }

    @Test
    void restoringMakesANewReleaseThatEqualsTheEarlierOne() throws Exception {
        var kept = newCode();
        var amended = newCode();
        var abolished = newCode();
        var later = newCode();
        int earlier = CatalogueFixture.publish(
                        line(kept, "Giữ", "") + line(amended, "Trước", "") + line(abolished, "Bỏ", ""))
                .extract()
                .path("releaseId");
        CatalogueFixture.publish(line(amended, "Sau", "")
                        + line(later, "Thêm", "")
                        + line(abolished, "Bỏ", ",\"state\":\"INACTIVE\""))
                .statusCode(201);
        admin("POST", "/v1/admin/catalogue/releases/" + earlier + "/restore?dryRun=true")
                .statusCode(200)
                .body("releaseId", nullValue())
                .body("changes.code", contains(amended, abolished, later))
                .body("changes.change", contains("AMENDED", "NEW", "ABOLISHED"))
                .body("changes[0].differences[0].after", equalTo("Trước"));
        get("/v1/procedures/" + amended).body("name", equalTo("Sau"));
        int restored = admin("POST", "/v1/admin/catalogue/releases/" + earlier + "/restore")
                .statusCode(201)
                .body("added", equalTo(1))
                .body("amended", equalTo(1))
                .body("abolished", equalTo(1))
                .extract()
                .path("releaseId");
        assertNotEquals(earlier, restored);
        get("/v1/procedures/" + amended).body("name", equalTo("Trước")).body("version.number", equalTo(3));
        get("/v1/procedures/" + abolished).body("name", equalTo("Bỏ"));
        get("/v1/procedures/" + later).statusCode(404);
        get("/v1/procedures/" + kept + "/versions").body("items", hasSize(1));
        admin("GET", "/v1/admin/catalogue/releases?limit=2")
                .statusCode(200)
                .body("items[0].id", equalTo(restored))
                .body("items[0].restores", equalTo(earlier))
                .body("items[1].restores", nullValue());
        admin("POST", "/v1/admin/catalogue/releases/" + earlier + "/restore")
                .statusCode(200)
                .body("releaseId", nullValue());
    }

    @Test
    void releasesAreListedForAdministratorsOnly() {
        CatalogueFixture.publish(line(newCode(), "Tên", "")).statusCode(201);
        CatalogueFixture.publish(line(newCode(), "Tên", "")).statusCode(201);
        var page = admin("GET", "/v1/admin/catalogue/releases?limit=1")
                .statusCode(200)
                .extract();
        List<Integer> first = page.path("items.id");
        String cursor = page.path("nextCursor");
        admin("GET", "/v1/admin/catalogue/releases?limit=1&cursor=" + cursor)
                .statusCode(200)
                .body("items.id", not(equalTo(first)));
        admin("GET", "/v1/admin/catalogue/releases?cursor=x").statusCode(400);
        admin("POST", "/v1/admin/catalogue/releases/999999999/restore")
                .statusCode(404)
                .body("type", equalTo("/problems/release-not-found"));
        admin("POST", "/v1/admin/catalogue/releases/x/restore").statusCode(400);
        for (var address : List.of("/v1/admin/catalogue/releases", "/v1/admin/catalogue/releases/1/restore")) {
            var request = given().filter(Contract.responsesOnly());
            var method = address.endsWith("restore") ? "POST" : "GET";
            assertEquals(401, request.request(method, address).statusCode(), address);
            request.header("Authorization", "Bearer " + LocalParts.token("somebody", "officer", Map.of()));
            assertEquals(403, request.request(method, address).statusCode(), address);
        }
    }

    private static void since(String code, String day) throws SQLException {
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.prepareStatement(
                        "update catalogue.procedure_version set valid_from = ?::date where code = ? and number = 1")) {
            sql.setString(1, day);
            sql.setString(2, code);
            sql.executeUpdate();
        }
    }
}
