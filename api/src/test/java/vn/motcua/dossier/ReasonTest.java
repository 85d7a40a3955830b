package vn.motcua.dossier;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;
import static vn.motcua.dossier.Sender.newCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** An agency that sends a dossier back says why; where it does not, the sender, the citizen and the public are told. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ReasonTest {
    private static final String PERSON = "001000000778";
    private static final String FULL = """
            ,"reason":{"code":"PAPER_MISSING","componentRef":"tp-1","text":"Thiếu giấy mẫu","nextAction":"Nộp thêm giấy mẫu"}""";

    private final Sender sender = new Sender("system-phu-tho", "H44");

    @Test
    void whatAReasonLacksIsListedAndTheEventIsTaken() {
        var code = newCode();
        sender.send(
                        event("1-" + code, code, "SUPPLEMENT_REQUESTED", daysAgo(9), FULL),
                        event(
                                "2-" + code,
                                code,
                                "SUPPLEMENT_REQUESTED",
                                daysAgo(8),
                                ",\"reason\":{\"code\":\"PAPER_MISSING\"}"),
                        event(
                                "3-" + code,
                                code,
                                "STOPPED",
                                daysAgo(7),
                                ",\"reason\":{\"code\":\"NOT_IN_THE_LIST\",\"text\":\"x\"}"),
                        event("4-" + code, code, "REFUSED", daysAgo(6)),
                        event("5-" + code, code, "IN_PROGRESS", daysAgo(5)))
                .body("accepted", equalTo(5))
                .body("reasonMissing.index", equalTo(List.of(1, 2, 3)))
                .body("reasonMissing[0].missing", equalTo(List.of("COMPONENT_REF", "TEXT", "NEXT_ACTION")))
                .body("reasonMissing[1].missing", equalTo(List.of("CODE", "NEXT_ACTION")))
                .body("reasonMissing[2].missing", equalTo(List.of("CODE", "TEXT", "NEXT_ACTION")))
                .body("reasonMissing[2].eventId", equalTo("4-" + code));
    }

    @Test
    void paperMustBeOneOfThePinnedVersion() {
        given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + LocalParts.token("catalogue-admin", "admin", Map.of()))
                .contentType("application/x-ndjson; charset=utf-8")
                .body("""
                        {"code":"9.440412","name":"Thủ tục có giấy tờ","field":{"name":"Lý do"},
                         "components":[{"items":[{"componentCode":"tp-1","name":"Giấy mẫu"}]}]}""".replace("\n", "").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/admin/catalogue/releases")
                .then()
                .statusCode(201);
        var code = newCode();
        sender.send(
                        event("1-" + code, code, "RECEIVED", daysAgo(4), ",\"procedureCode\":\"9.440412\""),
                        event("2-" + code, code, "SUPPLEMENT_REQUESTED", daysAgo(3), FULL),
                        event("3-" + code, code, "SUPPLEMENT_REQUESTED", daysAgo(2), FULL.replace("tp-1", "tp-2")))
                .body("accepted", equalTo(3))
                .body("reasonMissing.index", equalTo(List.of(2)))
                .body("reasonMissing[0].missing", equalTo(List.of("COMPONENT_REF")));
    }

    @Test
    void codeOfAnotherStepExplainsNothing() {
        var check = new ReasonCheck(code -> java.util.Optional.of(new ReasonCodes.Entry(
                code, Set.of(DossierStatus.STOPPED), false, new vn.motcua.openapi.Text("a", "b"))));
        var reason = new Reason("WITHDRAWN", null, "vì", "làm lại");
        assertEquals(List.of(), check.lacking(DossierStatus.STOPPED, reason));
        assertEquals(List.of(ReasonPart.CODE), check.lacking(DossierStatus.REFUSED, reason));
        assertEquals(List.of(), check.lacking(DossierStatus.RESULT_READY, null));
    }

    @Test
    void theCitizenIsToldThatNoReasonWasGiven() {
        var code = newCode();
        sender.send(
                event("1-" + code, code, "RECEIVED", daysAgo(3), Sender.applicant(PERSON)),
                event("2-" + code, code, "SUPPLEMENT_REQUESTED", daysAgo(2), FULL),
                event("3-" + code, code, "IN_PROGRESS", daysAgo(1)),
                event("4-" + code, code, "STOPPED", daysAgo(0)));
        own("/v1/me/dossiers/" + code)
                .body("timeline[1].reasonNote", nullValue())
                .body("timeline[1].reason.code", equalTo("PAPER_MISSING"))
                .body("timeline[3].reasonNote", containsString("gave no reason"));
        own("/v1/me/notifications").body("items.body", hasItem(containsString("it gave none")));
    }

    @Test
    void reasonThatComesLaterExplainsTheStep() {
        var code = newCode();
        var at = daysAgo(2);
        sender.send(event("1-" + code, code, "REFUSED", at, Sender.applicant(PERSON)));
        sender.send(event("2-" + code, code, "REFUSED", at, ",\"reason\":{\"text\":\"Không thuộc thẩm quyền\"}"));
        own("/v1/me/dossiers/" + code).body("timeline", hasSize(1)).body("timeline[0].reasonNote", nullValue());
    }

    @Test
    void theListIsPublicInBothLanguages() {
        given().filter(Contract.strict())
                .header("Accept-Language", "en")
                .get("/v1/reason-codes")
                .then()
                .statusCode(200)
                .body("items.find { it.code == 'PAPER_MISSING' }.label", equalTo("A paper is missing"))
                .body("items.find { it.code == 'PAPER_MISSING' }.namesPaper", equalTo(true))
                .body("items.find { it.code == 'DISPUTE' }.statuses", equalTo(List.of("STOPPED")));
    }

    @Test
    void theShareOfUnexplainedReturnsIsPublicAndSmallCellsAreHidden() {
        // Months and agencies of this test alone.
        for (int i = 0; i < 12; i++) {
            returned("H44.91", "2021-03", i, i < 3 ? "" : FULL);
            returned("H44.91", "2021-04", i, "");
        }
        returned("H44.92", "2021-04", 1, "");
        figures("agency=H44.91&from=2021-03&to=2021-04")
                .body("total.n", equalTo(24))
                .body("total.share", equalTo(62.5f))
                .body("cells.month", equalTo(List.of("2021-03", "2021-04")))
                .body("cells[0].n", equalTo(12))
                .body("cells[0].share", equalTo(25.0f))
                .body("cells[1].share", equalTo(100.0f));
        // The single return of the other agency could be computed from the total, so a second cell goes with it.
        figures("agency=H44&from=2021-04&to=2021-04")
                .body("total.n", equalTo(13))
                .body("cells.hidden", equalTo(List.of(true, true)))
                .body("cells[0].n", nullValue());
        figures("agency=H44.92&from=2021-04&to=2021-04")
                .body("total.hidden", equalTo(true))
                .body("total.n", nullValue());
        for (var bad : List.of("agency=a..b", "from=2021-13", "from=2021-05&to=2021-04", "from=1990-01&to=2021-01")) {
            given().filter(Contract.responsesOnly())
                    .get("/v1/unexplained-returns?" + bad)
                    .then()
                    .statusCode(400);
        }
    }

    /** Two events in two batches, so that what was counted first is taken back where it changes. */
    private void returned(String agency, String month, int number, String reason) {
        var code = "%s-%s-%04d".formatted(agency, month.substring(2).replace("-", "") + "01", number);
        var at = OffsetDateTime.parse(month + "-02T08:00:07+07:00").plusHours(number);
        sender.send(event("r1-" + code, code, "SUPPLEMENT_REQUESTED", at)).body("rejected", hasSize(0));
        if (!reason.isEmpty()) {
            sender.send(event("r2-" + code, code, "SUPPLEMENT_REQUESTED", at, reason))
                    .body("accepted", equalTo(1));
        }
    }

    private static ValidatableResponse figures(String query) {
        return given().filter(Contract.strict())
                .get("/v1/unexplained-returns?" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse own(String path) {
        return given().filter(Contract.strict())
                .header("Authorization", "Bearer " + LocalParts.token("mau", "citizen", Map.of("personalId", PERSON)))
                .header("Accept-Language", "en")
                .get(path)
                .then()
                .statusCode(200);
    }
}
