package vn.motcua.dossier;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;
import static vn.motcua.dossier.Sender.newCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

/** What a person may ask for about the own data. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class MyDataTest {
    private final Sender sender = new Sender("system-phu-tho", "H44");

    @Test
    void theExportHoldsEveryDossierAndEveryNotification() {
        var person = "001000000666";
        for (int i = 0; i < 53; i++) {
            returned(person);
        }
        register(person, "export-phone-0001");
        export(person)
                .body("findAll { it.part == 'dossiers' }", hasSize(53))
                .body("findAll { it.part == 'dossiers' }.record.code.unique()", hasSize(53))
                .body("findAll { it.part == 'dossiers' }[0].record.timeline", hasSize(1))
                .body("findAll { it.part == 'dossiers' }[0].record.accessLog", hasSize(0))
                .body("findAll { it.part == 'dossiers' }[0].record.ticket", nullValue())
                .body("findAll { it.record.kind == 'device' }", hasSize(1))
                .body("findAll { it.record.kind == 'notification' }.size()", equalTo(106))
                .body(not(containsString("export-phone-0001-token")));
        export("001000000667").body("", hasSize(0));
    }

    @Test
    void whoAsksToBeForgottenIsForgottenAsFarAsTheLawAllows() {
        var person = "001000000668";
        var other = "001000000669";
        var code = returned(person);
        returned(other);
        register(person, "erase-phone-0001");
        register(other, "erase-phone-0002");
        forget(person)
                .body("parts.find { it.part == 'notifications' }.deleted", equalTo(3))
                .body("parts.find { it.part == 'notifications' }.kept", nullValue())
                .body("parts.find { it.part == 'dossiers' }.deleted", equalTo(0))
                .body("parts.find { it.part == 'dossiers' }.kept", containsString("by law"));
        forget(person).body("parts.find { it.part == 'notifications' }.deleted", equalTo(0));
        export(person)
                .body("part.unique()", equalTo(java.util.List.of("dossiers")))
                .body("[0].record.code", equalTo(code));
        assertTrue(export(other)
                        .extract()
                        .jsonPath()
                        .getList("findAll { it.part == 'notifications' }")
                        .size()
                == 3);
    }

    private String returned(String person) {
        var code = newCode();
        sender.send(event("my-" + code, code, "RETURNED", daysAgo(1), Sender.applicant(person)))
                .statusCode(200);
        return code;
    }

    private static void register(String person, String installation) {
        Callers.citizen(person)
                .contentType("application/json")
                .body(Map.of("fcmToken", installation + "-token", "platform", "ANDROID", "locale", "vi"))
                .put("/v1/me/devices/" + installation)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse export(String person) {
        return Callers.citizen(person).get("/v1/me/export").then().statusCode(200);
    }

    private static ValidatableResponse forget(String person) {
        return Callers.citizen(person)
                .header("Accept-Language", "en")
                .delete("/v1/me")
                .then()
                .statusCode(200);
    }
}
