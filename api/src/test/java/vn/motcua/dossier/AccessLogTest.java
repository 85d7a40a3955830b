package vn.motcua.dossier;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;
import static vn.motcua.dossier.Sender.newCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class AccessLogTest {
    private static final String PERSON = "001000000655";

    @Inject
    ProofLookups proofLookups;

    @Inject
    AccessStore accesses;

    private final Sender sender = new Sender("system-phu-tho", "H44");

    @Test
    void everyLookOfAnOfficerIsShownToTheOwner() {
        var code = received();
        log(code).body("items", hasSize(0));
        look("H44.07", code, "COMPLAINT").statusCode(200).body("code", equalTo(code));
        log(code)
                .body("items", hasSize(1))
                .body("items[0].role", equalTo("OFFICER"))
                .body("items[0].roleLabel", equalTo("Cán bộ, công chức"))
                .body("items[0].agency.code", equalTo("H44.07"))
                .body("items[0].position", equalTo("Chuyên viên"))
                .body("items[0].purpose", equalTo("COMPLAINT"))
                .body(not(containsString("officer-H44.07")));
    }

    @Test
    void withoutAPurposeThereIsNoLook() {
        var code = received();
        for (var query : new String[] {"", "?purpose=", "?purpose=CURIOSITY", "?purpose=LOOK_UP"}) {
            Callers.officer("H44.07")
                    .noFilters()
                    .filter(Contract.responsesOnly())
                    .get("/v1/agencies/H44.07/dossiers/" + code + query)
                    .then()
                    .statusCode(400);
        }
        log(code).body("items", hasSize(0));
    }

    @Test
    void officersSeeReasonsButNotWhatTheOwnerAloneMayHave() {
        var code = newCode();
        sender.send(event(
                "a2-" + code,
                code,
                "REFUSED",
                daysAgo(1),
                Sender.applicant(PERSON)
                        + ",\"agencies\":{\"competent\":\"H44.07\"},\"reason\":{\"code\":\"X\",\"text\":\"Sai mẫu\"}"));
        look("H44", code, "HANDLING")
                .statusCode(200)
                .body("timeline[0].reason.text", equalTo("Sai mẫu"))
                .body("ticket", nullValue())
                .body("actionRequired", nullValue())
                .body(not(containsString("Nguyễn Thị Mẫu")));
    }

    @Test
    void aDossierOfAnotherAgencyLooksLikeNone() {
        var code = received();
        var others = look("H44.08", code, "HANDLING").statusCode(404).extract().asString();
        var none =
                look("H44.08", newCode(), "HANDLING").statusCode(404).extract().asString();
        assertEquals(none, others);
        look("H44.08", "nonsense", "HANDLING").statusCode(404);
        log(code).body("items", hasSize(0));
        Callers.officer("H44.08")
                .get("/v1/agencies/H44.07/dossiers/" + code + "?purpose=HANDLING")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-your-agency"));
    }

    @Test
    void lookUpsByProofAreToldByDay() {
        var code = received();
        for (int i = 0; i < 3; i++) {
            Callers.lookup(code, "0655").then().statusCode(200);
        }
        Callers.lookup(code, "9999").then().statusCode(404);
        proofLookups.write().await().indefinitely();
        log(code)
                .body("items", hasSize(1))
                .body("items[0].role", equalTo("PROOF_HOLDER"))
                .body("items[0].purpose", equalTo("LOOK_UP"))
                .body("items[0].networks", equalTo(1))
                .body("items[0].at", containsString("T00:00:00+07:00"))
                .body("items[0].agency", nullValue());
    }

    @Test
    void theLogComesPageByPage() {
        var code = received();
        for (int i = 0; i < 5; i++) {
            look("H44.07", code, "HANDLING").statusCode(200);
        }
        Callers.lookup(code, "0655").then().statusCode(200);
        proofLookups.write().await().indefinitely();
        var times = new ArrayList<String>();
        var next = "";
        while (next != null) {
            var page = Callers.citizen(PERSON)
                    .queryParam("limit", 2)
                    .queryParam("cursor", next)
                    .get("/v1/me/dossiers/" + code + "/access-log")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            times.addAll(page.getList("items.at"));
            next = page.getString("nextCursor");
        }
        assertEquals(6, times.size());
        assertEquals(6, new HashSet<>(times).size());
    }

    @Test
    void nobodyElseReadsTheLog() {
        var code = received();
        Callers.citizen("001000000656")
                .get("/v1/me/dossiers/" + code + "/access-log")
                .then()
                .statusCode(404);
    }

    @Test
    void theServiceCanNeitherChangeNorDeleteTheLog() throws SQLException {
        var postgres = LocalParts.postgres();
        try (var connection = DriverManager.getConnection("jdbc:" + postgres.url(), "motcua_app", postgres.password());
                var sql = connection.createStatement()) {
            for (var statement : new String[] {
                "update dossier.access set purpose = 'HANDLING'",
                "delete from dossier.access",
                "delete from dossier.proof_lookup",
                "update dossier.retention set months = 1",
                "truncate dossier.access"
            }) {
                var refused = assertThrows(SQLException.class, () -> sql.execute(statement));
                assertTrue(refused.getMessage().contains("permission denied"), statement);
            }
        }
    }

    @Test
    void afterTwoYearsLooksAreForgotten() throws SQLException {
        var code = received();
        look("H44.07", code, "HANDLING").statusCode(200);
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            sql.execute("""
                    insert into dossier.access (dossier_code, at, role, purpose, account)
                    values ('%1$s', now() - interval '25 months', 'OFFICER', 'HANDLING', 'x'),
                           ('%1$s', now() - interval '23 months', 'OFFICER', 'HANDLING', 'x')
                    """.formatted(code));
            sql.execute("insert into dossier.proof_lookup values ('%s', current_date - 800, 1)".formatted(code));
        }
        assertTrue(accesses.forgetOld().await().indefinitely() >= 2);
        log(code).body("items", hasSize(2));
    }

    private String received() {
        var code = newCode();
        sender.send(event(
                        "a-" + code,
                        code,
                        "RECEIVED",
                        daysAgo(2),
                        Sender.applicant(PERSON) + ",\"agencies\":{\"competent\":\"H44.07\"}"))
                .statusCode(200);
        return code;
    }

    private static ValidatableResponse look(String agency, String code, String purpose) {
        return Callers.officer(agency)
                .get("/v1/agencies/" + agency + "/dossiers/" + code + "?purpose=" + purpose)
                .then();
    }

    private static ValidatableResponse log(String code) {
        return Callers.citizen(PERSON)
                .get("/v1/me/dossiers/" + code + "/access-log")
                .then()
                .statusCode(200);
    }
}
