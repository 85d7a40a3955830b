package vn.motcua.dossier;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;
import static vn.motcua.dossier.Sender.newCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.openapi.LocalParts;

/** A timeline tells a citizen what happened and what comes now, without a word of administration. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class OwnTimelineTest {
    private static final String PERSON = "001000000622";

    private final Sender sender = new Sender("system-phu-tho", "H44");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SUBMITTED            | Hồ sơ đã được nộp            | was submitted             | chờ cơ quan tiếp nhận | Wait until the agency
            RECEIVED             | đã tiếp nhận hồ sơ           | accepted the dossier      | Ngày hẹn trả kết quả: 31/12/2099 | due on 2099-12-31
            REFUSED              | không tiếp nhận              | did not accept            | nộp lại               | file it again
            IN_PROGRESS          | đang giải quyết              | is working on             | không phải làm gì     | Nothing to do
            SUPPLEMENT_REQUESTED | yêu cầu bạn bổ sung giấy tờ  | asked you for more papers | Hãy bổ sung giấy tờ   | Supply the papers
            PAYMENT_REQUESTED    | yêu cầu bạn nộp tiền         | asked you to pay          | Hãy nộp tiền          | Pay
            WITHDRAWAL_REQUESTED | đã đề nghị rút hồ sơ         | asked to withdraw         | không phải làm gì     | Nothing to do
            STOPPED              | đã dừng giải quyết           | stopped handling          | nhận lại giấy tờ      | Collect the papers
            RESULT_READY         | Kết quả đã sẵn sàng          | The result is ready       | Hãy nhận kết quả      | Collect the result
            RETURNED             | đã trả kết quả               | handed over the result    | Hồ sơ đã xong         | nothing left to do
            """)
    void everyStateIsToldInPlainWordsInBothLanguages(
            DossierStatus state, String happened, String happenedInEnglish, String next, String nextInEnglish) {
        var code = newCode();
        send(event("w1-" + code, code, "SUBMITTED", daysAgo(5), with(",\"dueAt\":\"2099-12-31T17:00:00+07:00\"")));
        if (state != DossierStatus.SUBMITTED) {
            send(event("w2-" + code, code, state.name(), daysAgo(1), with("")));
        }
        own(code, "vi").body("timeline[-1].text", containsString(happened)).body("nextStep", containsString(next));
        own(code, "en")
                .body("timeline[-1].text", containsString(happenedInEnglish))
                .body("nextStep", containsString(nextInEnglish));
        Callers.lookup(code, "0622")
                .then()
                .statusCode(200)
                .body("timeline[-1].text", containsString(happenedInEnglish))
                .body("nextStep", containsString(nextInEnglish));
    }

    @Test
    void whatHappenedDependsOnWhatWasBefore() {
        var code = newCode();
        send(
                event("b1-" + code, code, "RECEIVED", daysAgo(9), with("")),
                event("b2-" + code, code, "SUPPLEMENT_REQUESTED", daysAgo(8), with("")),
                event("b3-" + code, code, "IN_PROGRESS", daysAgo(7), with("")),
                event("b4-" + code, code, "RESULT_READY", daysAgo(6), with("")),
                event("b5-" + code, code, "IN_PROGRESS", daysAgo(5), with("")),
                event("b6-" + code, code, "WITHDRAWAL_REQUESTED", daysAgo(4), with("")),
                event("b7-" + code, code, "STOPPED", daysAgo(3), with("")),
                event("b8-" + code, code, "RETURNED", daysAgo(2), with("")));
        own(code, "en")
                .body("timeline[2].text", containsString("has the papers that were missing"))
                .body("timeline[4].text", containsString("took the result back to correct it"))
                .body("timeline[6].text", containsString("let the dossier be withdrawn"))
                .body("timeline[7].text", containsString("gave the papers back"));
        own(code, "vi")
                .body("timeline[2].text", containsString("đã nhận giấy tờ bổ sung"))
                .body("timeline[4].text", containsString("lấy lại kết quả để sửa"))
                .body("timeline[6].text", containsString("đã cho rút hồ sơ"))
                .body("timeline[7].text", containsString("đã trả lại giấy tờ"));
    }

    @ParameterizedTest
    @CsvSource({"REFUSED", "SUPPLEMENT_REQUESTED", "STOPPED"})
    void theOwnerIsToldWhenTheAgencyGaveNoReason(String state) {
        var silent = newCode();
        send(event("n1-" + silent, silent, state, daysAgo(1), with("")));
        own(silent, "vi").body("timeline[0].reasonNote", containsString("không nêu lý do"));
        own(silent, "en").body("timeline[0].reasonNote", containsString("gave no reason"));

        var explained = newCode();
        send(event(
                "n2-" + explained,
                explained,
                state,
                daysAgo(1),
                with(",\"reason\":{\"code\":\"MISSING\",\"text\":\"Thiếu giấy\"}")));
        own(explained, "vi").body("timeline[0].reasonNote", nullValue());
    }

    @Test
    void aLateDossierSaysSo() {
        var code = newCode();
        send(event("l1-" + code, code, "RECEIVED", daysAgo(40), with(",\"dueAt\":\"2026-11-02T17:00:00+07:00\"")));
        own(code, "en").body("nextStep", containsString("late: it was due on 2026-11-02"));
        own(code, "vi").body("nextStep", containsString("quá ngày hẹn 02/11/2026"));
    }

    @Test
    void theOwnerSeesWhichSystemsReportedAStepWhenThereAreSeveral() {
        var code = newCode();
        var step = event("s1-" + code, code, "RECEIVED", daysAgo(3), with(""));
        send(step);
        own(code, "en").body("timeline[0].sources", nullValue());
        new Sender("system-ministry", "H44").send(step.replace("s1-", "other-").replace("0900004321", "0900004322"));
        own(code, "en")
                .body("timeline", hasSize(1))
                .body("timeline[0].sources", hasItems("system-phu-tho", "system-ministry"));
        Callers.lookup(code, "0622").then().body("timeline[0].sources", nullValue());
    }

    private static String with(String more) {
        return Sender.applicant(PERSON) + ",\"agencies\":{\"competent\":\"H44.07\"}" + more;
    }

    private void send(String... events) {
        sender.send(events).statusCode(200).body("accepted", equalTo(events.length));
    }

    private static ValidatableResponse own(String code, String language) {
        return Callers.citizen(PERSON)
                .header("Accept-Language", language)
                .get("/v1/me/dossiers/" + code)
                .then()
                .statusCode(200);
    }
}
