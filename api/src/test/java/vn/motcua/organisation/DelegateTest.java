package vn.motcua.organisation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class DelegateTest {
    private static final String PERSON = "001000054321";

    private final Firm firm = new Firm();

    @Test
    void aDelegateSeesWhatTheScopeSaysUntilItIsRevoked() {
        assertEquals(403, delegate().get(firm.at("/dossiers")).statusCode());
        var id = grant(Map.of("personalId", PERSON), List.of("READ"));
        for (var path : new String[] {"/dossiers", "/feed", "/watchlist"}) {
            assertEquals(200, delegate().get(firm.at(path)).statusCode(), path);
        }
        assertEquals(200, delegate().get(firm.at("/dossiers.csv")).statusCode());
        assertEquals(403, delegate().get(firm.at("/webhooks")).statusCode());
        assertEquals(403, delegate().get(firm.at("/delegates")).statusCode());
        assertEquals(
                403,
                delegate()
                        .contentType("text/csv; charset=utf-8")
                        .body("x")
                        .post(firm.at("/watchlist"))
                        .statusCode());
        firm.request().delete(firm.at("/delegates/" + id)).then().statusCode(204);
        assertEquals(403, delegate().get(firm.at("/dossiers")).statusCode());
        firm.request()
                .delete(firm.at("/delegates/" + id))
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/delegate-not-found"));
    }

    @Test
    void anotherOrganisationMayBeLetInAndItsOwnDelegatesAreNot() {
        var accountant = new Firm();
        grant(Map.of("organisation", accountant.code()), List.of("READ", "WEBHOOKS"));
        accountant.request().get(firm.at("/dossiers")).then().statusCode(200);
        accountant.request().get(firm.at("/webhooks")).then().statusCode(200);
        accountant
                .request()
                .contentType("application/json")
                .body(Map.of("personalId", PERSON, "scopes", List.of("READ"), "expiresAt", in(5)))
                .post(accountant.at("/delegates"))
                .then()
                .statusCode(201);
        assertEquals(200, delegate().get(accountant.at("/dossiers")).statusCode());
        assertEquals(403, delegate().get(firm.at("/dossiers")).statusCode());
    }

    @Test
    void aDelegationEndsWithItsTime() throws SQLException {
        var id = grant(Map.of("personalId", PERSON), List.of("READ"));
        assertEquals(200, delegate().get(firm.at("/dossiers")).statusCode());
        try (var connection = LocalParts.postgres().connectAsOwner();
                var sql = connection.prepareStatement(
                        "update organisation.delegate set granted_at = now() - interval '2 days', expires_at = now() where id = ?::uuid")) {
            sql.setString(1, id);
            assertEquals(1, sql.executeUpdate());
        }
        assertEquals(403, delegate().get(firm.at("/dossiers")).statusCode());
    }

    @Test
    void theListMasksTheNumberAndTheAuditTellsWhoDidWhat() {
        var id = grant(Map.of("personalId", PERSON, "label", "Kế toán Mẫu"), List.of("READ"));
        firm.request()
                .get(firm.at("/delegates"))
                .then()
                .statusCode(200)
                .body("items[0].personalId", equalTo("001*****4321"))
                .body("items[0].label", equalTo("Kế toán Mẫu"))
                .body(not(containsString(PERSON)));
        firm.request().delete(firm.at("/delegates/" + id)).then().statusCode(204);
        firm.request()
                .get(firm.at("/audit"))
                .then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("DELEGATE_REVOKED", "DELEGATE_GRANTED")))
                .body("items.subject", equalTo(List.of(id, id)))
                .body("items[0].actor", equalTo("firm-" + firm.code()));
        firm.request().get(firm.at("/delegates")).then().body("items[0].revokedAt", notNullValue());
    }

    @Test
    void aGrantThatIsNotInOrderIsAProblemForEachPlace() {
        for (var body : new String[] {
            "{\"scopes\":[\"READ\"],\"expiresAt\":\"" + in(5) + "\"}",
            "{\"personalId\":\"1\",\"scopes\":[\"READ\"],\"expiresAt\":\"" + in(5) + "\"}",
            "{\"organisation\":\"0100109107\",\"scopes\":[\"READ\"],\"expiresAt\":\"" + in(5) + "\"}",
            "{\"personalId\":\"001000054321\",\"scopes\":[],\"expiresAt\":\"" + in(5) + "\"}",
            "{\"personalId\":\"001000054321\",\"scopes\":[\"ALL\"],\"expiresAt\":\"" + in(5) + "\"}",
            "{\"personalId\":\"001000054321\",\"scopes\":[\"READ\"],\"expiresAt\":\"" + in(-1) + "\"}",
            "{\"personalId\":\"001000054321\",\"scopes\":[\"READ\"],\"expiresAt\":\"" + in(900) + "\"}",
            "null"
        }) {
            firm.unchecked()
                    .filter(Contract.responsesOnly())
                    .contentType("application/json")
                    .body(body)
                    .post(firm.at("/delegates"))
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void nothingThatTellsWhoADelegateIsLiesInTheTablesAndTheAuditOnlyGrows() throws SQLException {
        grant(Map.of("personalId", PERSON, "label", "Trần Thị Mẫu"), List.of("READ"));
        var postgres = LocalParts.postgres();
        try (var connection = postgres.connectAsOwner();
                var sql = connection.createStatement();
                var rows = sql.executeQuery("select d::text from organisation.delegate d")) {
            while (rows.next()) {
                assertFalse(rows.getString(1).contains(PERSON));
                assertFalse(rows.getString(1).contains("Mẫu"));
            }
        }
        try (var connection = DriverManager.getConnection("jdbc:" + postgres.url(), "motcua_app", postgres.password());
                var sql = connection.createStatement()) {
            for (var statement : new String[] {
                "delete from organisation.audit", "update organisation.audit set actor = ''",
                "delete from organisation.delegate", "update organisation.delegate set scopes = scopes",
                "update organisation.feed set body = body"
            }) {
                assertThrows(SQLException.class, () -> sql.execute(statement), statement);
            }
        }
    }

    private String grant(Map<String, String> who, List<String> scopes) {
        var body = new java.util.HashMap<String, Object>(who);
        body.put("scopes", scopes);
        body.put("expiresAt", in(30));
        return firm.request()
                .contentType("application/json")
                .body(body)
                .post(firm.at("/delegates"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String in(int days) {
        return OffsetDateTime.now(Vietnam.OFFSET).withSecond(7).plusDays(days).toString();
    }

    private static RequestSpecification delegate() {
        return given().header(
                        "Authorization",
                        "Bearer " + LocalParts.token("p-delegate", "citizen", Map.of("personalId", PERSON)));
    }
}
