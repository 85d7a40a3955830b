package vn.motcua.dossier;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;
import static vn.motcua.dossier.Sender.newCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** What the owner has to do: which paper, with which form, by when, where and how. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class WhatToDoTest {
    private static final String PERSON = "001000000633";
    private static final String PROCEDURE = "9.633001";

    private final Sender sender = new Sender("system-phu-tho", "H44");

    private static void publish(String form) {
        var record = """
                {"code":"%s","name":"Thủ tục kiểm thử việc cần làm","field":{"name":"Việc cần làm"},\
                "receptionAddress":"Số 1 đường Mẫu, phường Mẫu","components":[{"items":[{"name":"Tờ khai theo mẫu",\
                "originals":1,"copies":2,"componentCode":"KQ.G15.000001","form":"%s","electronicForm":true}]}]}\
                """.formatted(PROCEDURE, form);
        given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + LocalParts.token("catalogue-admin", "admin", Map.of()))
                .contentType("application/x-ndjson; charset=utf-8")
                .body(record.getBytes(StandardCharsets.UTF_8))
                .post("/v1/admin/catalogue/releases")
                .then()
                .statusCode(201);
    }

    @Test
    void thePaperIsThatOfTheVersionTheDossierGoesBy() {
        publish("Mẫu số 01");
        var code = newCode();
        send(event("p1-" + code, code, "RECEIVED", daysAgo(3), with("ONLINE", "")));
        publish("Mẫu số 02");
        send(event("p2-" + code, code, "SUPPLEMENT_REQUESTED", daysAgo(1), with("ONLINE", """
                        ,"reason":{"code":"MISSING","componentRef":"kq.g15.000001","text":"Thiếu tờ khai",\
                        "nextAction":"Nộp tờ khai","respondBy":"2099-12-20T17:00:00+07:00"}\
                        """)));
        own(code)
                .body("actionRequired.text", equalTo("Nộp tờ khai"))
                .body("actionRequired.paper.name", equalTo("Tờ khai theo mẫu"))
                .body("actionRequired.paper.form", equalTo("Mẫu số 01"))
                .body("actionRequired.paper.originals", equalTo(1))
                .body("actionRequired.paper.copies", equalTo(2))
                .body("actionRequired.paper.electronicForm", equalTo(true))
                .body("actionRequired.respondBy", equalTo("2099-12-20T17:00:00+07:00"))
                .body("actionRequired.where.agency.code", equalTo("H44.07"))
                .body("actionRequired.where.address", equalTo("Số 1 đường Mẫu, phường Mẫu"))
                .body("actionRequired.where.online", containsString("https://"))
                .body("actionRequired.how", containsString("online"))
                .body("timeline[1].reason.respondBy", equalTo("2099-12-20T17:00:00+07:00"));
        Callers.lookup(code, "0633")
                .then()
                .body("actionRequired.text", containsString("Sign in"))
                .body("actionRequired.paper", nullValue())
                .body("actionRequired.respondBy", nullValue());
    }

    @Test
    void whatWasFiledAtTheCounterGoesOnThere() {
        var code = newCode();
        send(
                event("c1-" + code, code, "RECEIVED", daysAgo(3), with("DIRECT", "")),
                event("c2-" + code, code, "PAYMENT_REQUESTED", daysAgo(1), with("DIRECT", "")));
        own(code)
                .body("actionRequired.text", containsString("Pay"))
                .body("actionRequired.where.online", nullValue())
                .body("actionRequired.how", containsString("counter"))
                .body("actionRequired.respondBy", nullValue());
    }

    @Test
    void aPaperThatTheProcedureDoesNotNameIsToldByItsCodeAlone() {
        var code = newCode();
        send(event(
                "u1-" + code,
                code,
                "SUPPLEMENT_REQUESTED",
                daysAgo(1),
                with("POSTAL", ",\"reason\":{\"componentRef\":\"XX.1\",\"text\":\"Thiếu giấy\"}")));
        own(code)
                .body("actionRequired.text", equalTo("Thiếu giấy"))
                .body("actionRequired.componentRef", equalTo("XX.1"))
                .body("actionRequired.paper", nullValue())
                .body("actionRequired.how", containsString("post"));
    }

    @Test
    void whoMayWaitIsNotGivenAnythingToDo() {
        for (var state : new String[] {"SUBMITTED", "RECEIVED", "IN_PROGRESS", "WITHDRAWAL_REQUESTED", "RETURNED"}) {
            var code = newCode();
            send(event("i-" + code, code, state, daysAgo(1), with("ONLINE", "")));
            own(code).body("actionRequired", nullValue());
        }
    }

    private static String with(String channel, String more) {
        return Sender.applicant(PERSON) + ",\"procedureCode\":\"" + PROCEDURE + "\",\"channel\":\"" + channel
                + "\",\"agencies\":{\"competent\":\"H44.07\"}" + more;
    }

    private void send(String... events) {
        sender.send(events).statusCode(200).body("accepted", equalTo(events.length));
    }

    private static ValidatableResponse own(String code) {
        return Callers.citizen(PERSON)
                .header("Accept-Language", "en")
                .get("/v1/me/dossiers/" + code)
                .then()
                .statusCode(200);
    }
}
