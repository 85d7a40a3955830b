package vn.motcua.dossier;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;
import static vn.motcua.dossier.Sender.newCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class DossierReadingTest {
    private static final String PERSON = "001000000888";

    private final Sender sender = new Sender("system-phu-tho", "H44");

    @Test
    void lookupShowsStatusDatesAndAgenciesAndNothingPersonal() {
        var code = supplementRequested();
        lookup(code.toLowerCase(java.util.Locale.ROOT), "0888")
                .then()
                .statusCode(200)
                .body("code", equalTo(code))
                .body("status", equalTo("SUPPLEMENT_REQUESTED"))
                .body("statusLabel", equalTo("Supplement requested"))
                .body("clock.state", equalTo("PAUSED"))
                .body("dueAt", containsString("+07:00"))
                .body("agencies.competent.code", equalTo("H44.07"))
                .body("timeline", hasSize(2))
                .body("timeline[1].reason", nullValue())
                .body("timeline[1].handler", nullValue())
                .body("actionRequired.text", containsString("Supply the papers"))
                .body(not(containsString("Mẫu")));
        lookup(code, "4321").then().statusCode(200);
        lookup(code, "bn-7k2m").then().statusCode(200);
    }

    @Test
    void wrongCodeAndWrongProofGetTheSameAnswer() {
        var code = supplementRequested();
        var wrongProof = lookup(code, "9999");
        assertEquals(404, wrongProof.statusCode());
        for (var wrongCode : new String[] {newCode(), "nonsense", "H44.07-261399-0001", "-"}) {
            var answer = lookup(wrongCode, "0888");
            assertEquals(404, answer.statusCode());
            assertEquals(wrongProof.asString(), answer.asString());
        }
    }

    @Test
    void tooManyTriesForOneCodeAreToldToWait() {
        var code = "H44.07-261008-999" + (int) (Math.random() * 900 + 100);
        Response last = null;
        for (int i = 0; i < 11; i++) {
            last = lookup(code, "0000");
        }
        last.then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/problems/too-many-requests"));
    }

    @Test
    void incompleteLookupIsAProblem() {
        for (var body : new String[] {"{}", "{\"code\":\"x\"}", "{\"code\":\"x\",\"proof\":\"1\"}", "null", ""}) {
            given().contentType("application/json")
                    .filter(Contract.responsesOnly())
                    .body(body)
                    .post("/v1/dossiers/lookup")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void ownerSeesReasonOfficialAndWhatToDo() {
        var code = supplementRequested();
        as(PERSON)
                .get("/v1/me/dossiers/" + code)
                .then()
                .statusCode(200)
                .body("timeline[1].reason.text", equalTo("Thiếu giấy chứng sinh của Mẫu"))
                .body("timeline[1].handler.name", equalTo("Trần Văn Mẫu"))
                .body("actionRequired.text", equalTo("Nộp giấy chứng sinh"))
                .body("actionRequired.componentRef", equalTo("KQ.G15"));
    }

    @Test
    void somebodyElsesDossierAndAnUnknownOneLookAlike() {
        var code = supplementRequested();
        var others = as("001000000999").get("/v1/me/dossiers/" + code);
        var unknown = as("001000000999").get("/v1/me/dossiers/" + newCode());
        assertEquals(404, others.statusCode());
        assertEquals(unknown.asString(), others.asString());
    }

    @Test
    void ownDossiersComePageByPageLatestFirst() {
        var person = "001000000555";
        var codes = new ArrayList<String>();
        for (int i = 5; i > 0; i--) {
            var code = newCode();
            sender.send(event("l-" + code, code, "RECEIVED", daysAgo(i), Sender.applicant(person)))
                    .statusCode(200);
            codes.addFirst(code);
        }
        var seen = new ArrayList<String>();
        var next = "";
        while (next != null) {
            var page = as(person)
                    .queryParam("limit", 2)
                    .queryParam("cursor", next)
                    .get("/v1/me/dossiers")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.code"));
            next = page.getString("nextCursor");
        }
        assertEquals(codes, seen);
        as("001000000444").get("/v1/me/dossiers").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void madeUpCursorAndLimitAreProblems() {
        for (var query : new String[] {
            "cursor=abc",
            "limit=0",
            "limit=101",
            "limit=x",
            "cursor=" + vn.motcua.openapi.Cursor.of("x", "y").encode()
        }) {
            person(PERSON)
                    .filter(Contract.responsesOnly())
                    .get("/v1/me/dossiers?" + query)
                    .then()
                    .statusCode(400);
        }
        var far = vn.motcua.openapi.Cursor.of(Long.MAX_VALUE, "y").encode();
        as(PERSON).get("/v1/me/dossiers?cursor=" + far).then().statusCode(200);
    }

    @Test
    void firmSeesItsOwnDossiersOnly() {
        var code = newCode();
        sender.send(event(
                "f-" + code,
                code,
                "RECEIVED",
                daysAgo(1),
                ",\"applicant\":{\"kind\":\"ENTERPRISE\",\"organisationCode\":\"0101243150\"}"));
        firm("0101243150")
                .filter(Contract.strict())
                .get("/v1/organisations/0101243150/dossiers")
                .then()
                .statusCode(200)
                .body("items[0].code", equalTo(code));
        firm("0100109106")
                .filter(Contract.strict())
                .get("/v1/organisations/0101243150/dossiers")
                .then()
                .statusCode(403);
        firm("0101243150")
                .filter(Contract.responsesOnly())
                .get("/v1/organisations/12/dossiers")
                .then()
                .statusCode(400);
        person(PERSON)
                .filter(Contract.strict())
                .get("/v1/organisations/0101243150/dossiers")
                .then()
                .statusCode(403);
        given().filter(Contract.responsesOnly()).get("/v1/me/dossiers").then().statusCode(401);
    }

    @Test
    void nothingPersonalLiesInTheTablesInClear() throws SQLException {
        supplementRequested();
        try (var connection = LocalParts.postgres().connectAsOwner();
                var sql = connection.createStatement()) {
            for (var table : new String[] {"dossier.event", "dossier.dossier"}) {
                var rows = sql.executeQuery("select t::text from " + table + " t");
                while (rows.next()) {
                    var row = rows.getString(1);
                    for (var secret : new String[] {PERSON, "0900004321", "Mẫu", "chứng sinh", "BN-7K2M"}) {
                        assertFalse(row.contains(secret), () -> table + " holds " + secret);
                        assertFalse(row.contains(hex(secret)), () -> table + " holds " + secret + " as bytes");
                    }
                }
            }
        }
    }

    @Test
    void serviceCanNeitherChangeNorDeleteEvents() throws SQLException {
        var postgres = LocalParts.postgres();
        try (var connection = DriverManager.getConnection("jdbc:" + postgres.url(), "motcua_app", postgres.password());
                var sql = connection.createStatement()) {
            for (var statement : new String[] {
                "update dossier.event set status = 1",
                "delete from dossier.event",
                "truncate dossier.event",
                "delete from dossier.dossier"
            }) {
                var refused = assertThrows(SQLException.class, () -> sql.execute(statement));
                assertTrue(refused.getMessage().contains("permission denied"), statement);
            }
        }
    }

    /** A dossier of {@link #PERSON} that waits for a paper. */
    private String supplementRequested() {
        var code = newCode();
        sender.send(
                        event(
                                "r-" + code,
                                code,
                                "RECEIVED",
                                daysAgo(3),
                                Sender.applicant(PERSON)
                                        + ",\"agencies\":{\"competent\":\"H44.07\"},\"dueAt\":\"2026-12-10T17:00:00+07:00\",\"receiptSecret\":\"BN-7K2M\",\"procedureCode\":\"9.000001\""),
                        event(
                                "s-" + code,
                                code,
                                "SUPPLEMENT_REQUESTED",
                                daysAgo(1),
                                ",\"reason\":{\"code\":\"MISSING\",\"componentRef\":\"KQ.G15\",\"text\":\"Thiếu giấy chứng sinh của Mẫu\",\"nextAction\":\"Nộp giấy chứng sinh\"},\"handler\":{\"name\":\"Trần Văn Mẫu\",\"position\":\"Chuyên viên\"}"))
                .statusCode(200)
                .body("accepted", equalTo(2));
        return code;
    }

    private static Response lookup(String code, String proof) {
        return given().contentType("application/json")
                .header("Accept-Language", "en")
                .filter(Contract.strict())
                .body(Map.of("code", code, "proof", proof))
                .post("/v1/dossiers/lookup");
    }

    private static RequestSpecification as(String personalId) {
        return person(personalId).filter(Contract.strict());
    }

    private static RequestSpecification person(String personalId) {
        return given().header(
                        "Authorization",
                        "Bearer " + LocalParts.token("p" + personalId, "citizen", Map.of("personalId", personalId)));
    }

    private static RequestSpecification firm(String code) {
        return given().header(
                        "Authorization",
                        "Bearer " + LocalParts.token("firm" + code, "business", Map.of("organisation", code)));
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
