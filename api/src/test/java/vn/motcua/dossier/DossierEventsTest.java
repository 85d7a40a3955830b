package vn.motcua.dossier;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.motcua.dossier.Sender.applicant;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;
import static vn.motcua.dossier.Sender.newCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class DossierEventsTest {
    private static final String PERSON = "001000000777";

    private final Sender sender = new Sender("system-phu-tho", "H44");

    @Test
    void repeatedBatchIsCountedOnce() {
        var code = newCode();
        var received = event("r-" + code, code, "RECEIVED", daysAgo(3));
        var progress = event("p-" + code, code, "IN_PROGRESS", daysAgo(2));
        counts(sender.send(received, progress), 2, 0, 0, 0);
        counts(sender.send(received, progress), 0, 2, 0, 0);
        counts(sender.send(received, received), 0, 2, 0, 0);
    }

    @Test
    void sameNewsUnderAnotherIdIsADuplicate() {
        var code = newCode();
        var at = daysAgo(3);
        counts(
                sender.send(event("a-" + code, code, "RECEIVED", at), event("b-" + code, code, "RECEIVED", at)),
                1,
                1,
                0,
                0);
        var other = new Sender("system-ministry", "H44");
        counts(other.send(event("c-" + code, code, "RECEIVED", at)), 0, 1, 0, 0);
    }

    @Test
    void twoSystemsMayUseTheSameEventId() {
        var code = newCode();
        var other = new Sender("system-ministry", "H44");
        counts(sender.send(event("same-" + code, code, "RECEIVED", daysAgo(3))), 1, 0, 0, 0);
        counts(other.send(event("same-" + code, code, "IN_PROGRESS", daysAgo(2))), 1, 0, 0, 0);
    }

    @Test
    void oneBadEventNeverLosesTheGoodOnes() {
        var code = newCode();
        var at = daysAgo(1);
        counts(
                        sender.sendAnything("["
                                + String.join(
                                        ",",
                                        event("g1-" + code, code, "RECEIVED", at),
                                        event("x1", code, "RECEIVED", at, ",\"colour\":\"red\""),
                                        event("x2", "H15-261008-1", "RECEIVED", at),
                                        event("x3", code, "DONE", at),
                                        event("x4", code, "RECEIVED", at.plusDays(3)),
                                        "{\"eventId\":\"x5\",\"status\":2}",
                                        event("x6", code, "RECEIVED", at, ",\"reason\":{\"text\":\"a\\u0000b\"}"),
                                        event("x7", code, "RECEIVED", at, ",\"reason\":{\"text\":\"\\ud800\"}"),
                                        event("x8", code, "RECEIVED", at, ",\"agencies\":{\"competent\":\"H29.01\"}"),
                                        "17",
                                        "null",
                                        "{\"eventId\":\"x11\",\"eventId\":\"x12\"}",
                                        event("x12", code, "RECEIVED", at, ",\"receivedAt\":1760000000"),
                                        event("x13", code, "RECEIVED", at, ",\"channel\":\"FAX\""),
                                        event(
                                                "x14",
                                                code,
                                                "RECEIVED",
                                                at,
                                                ",\"applicant\":{\"kind\":\"CITIZEN\",\"personalId\":\"12\"}"),
                                        event("g2-" + code, code, "IN_PROGRESS", at.plusHours(1)))
                                + "]"),
                        2,
                        0,
                        0,
                        14)
                .body(
                        "rejected.index",
                        equalTo(java.util.stream.IntStream.rangeClosed(1, 14)
                                .boxed()
                                .toList()))
                .body("rejected[0].eventId", equalTo("x1"))
                .body("rejected[0].problem.errors[0].pointer", equalTo("/colour"))
                .body("rejected[1].problem.errors[0].pointer", equalTo("/dossierCode"))
                .body("rejected[2].problem.errors[0].pointer", equalTo("/status"))
                .body("rejected[3].problem.errors[0].detail", equalTo("The time lies in the future."))
                .body("rejected[4].problem.errors.pointer", equalTo(java.util.List.of("/dossierCode", "/occurredAt")))
                .body("rejected[7].problem.type", equalTo("/problems/not-your-agency"))
                .body("rejected[13].problem.errors[0].pointer", equalTo("/applicant/personalId"));
    }

    @Test
    void eventsInAnyOrderMakeTheSameDossier() {
        var code = newCode();
        sender.send(event("3-" + code, code, "RESULT_READY", daysAgo(1)));
        sender.send(event("1-" + code, code, "RECEIVED", daysAgo(5), Sender.applicant(PERSON)));
        counts(sender.send(event("2-" + code, code, "IN_PROGRESS", daysAgo(3))), 1, 0, 0, 0);
        own(code)
                .body("status", equalTo("RESULT_READY"))
                .body("timeline.status", equalTo(java.util.List.of("RECEIVED", "IN_PROGRESS", "RESULT_READY")))
                .body("clock.state", equalTo("ENDED"));
    }

    @Test
    void moveOutsideTheTableIsKeptAndCounted() {
        var code = newCode();
        counts(
                sender.send(
                        event("1-" + code, code, "RECEIVED", daysAgo(5), Sender.applicant(PERSON)),
                        event("2-" + code, code, "RETURNED", daysAgo(4)),
                        event("3-" + code, code, "IN_PROGRESS", daysAgo(3))),
                3,
                0,
                2,
                0);
        own(code).body("status", equalTo("IN_PROGRESS")).body("timeline", hasSize(3));
    }

    @Test
    void everyStateIsTakenByNameByNumberAndByTextOfTheNumber() {
        for (var status : DossierStatus.values()) {
            var code = newCode();
            var number = Integer.toString(status.number());
            counts(
                    sender.sendAnything("["
                            + event("n-" + code, code, status.name(), daysAgo(3), Sender.applicant(PERSON)) + ","
                            + event("t-" + code, code, number, daysAgo(2)) + ","
                            + event("i-" + code, code, number, daysAgo(1)).replace("\"" + number + "\"", number) + "]"),
                    3,
                    0,
                    0,
                    0);
            own(code)
                    .body("status", equalTo(status.name()))
                    .body("statusLabel", equalTo(status.label().en()))
                    .body("clock.state", equalTo(status.clock().name()));
        }
    }

    @Test
    void linesAreTakenLikeAnArray() {
        var code = newCode();
        var body = event("l1-" + code, code, "RECEIVED", daysAgo(2)) + "\n\n{broken\n"
                + event("l2-" + code, code, "IN_PROGRESS", daysAgo(1)) + "\r\n";
        counts(
                        sender.request()
                                .contentType("application/x-ndjson; charset=utf-8")
                                .filter(Contract.responsesOnly())
                                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .post(Sender.EVENTS)
                                .then(),
                        2,
                        0,
                        0,
                        1)
                .body("rejected[0].index", equalTo(1))
                .body("rejected[0].problem.type", equalTo("/problems/malformed-body"));
    }

    @Test
    void bodyThatIsNoBatchIsRefusedAsAWhole() {
        var one = event("w", newCode(), "RECEIVED", daysAgo(1));
        for (var body :
                new String[] {"", "{}", "[", "[" + one, "[" + one + ",]", "[]", "[" + one + "] x", "nonsense", "3"}) {
            sender.sendAnything(body).statusCode(400);
        }
        var many = new ArrayList<String>();
        for (int i = 0; i < 5_001; i++) {
            many.add("{}");
        }
        sender.sendAnything("[" + String.join(",", many) + "]").statusCode(400);
        sender.request()
                .contentType("text/plain")
                .body("x")
                .post(Sender.EVENTS)
                .then()
                .statusCode(415);
    }

    @Test
    void largeBatchIsTakenAtOnce() {
        var events = new ArrayList<String>();
        for (int i = 0; i < 5_000; i++) {
            var code = "H44.09-261009-%05d".formatted(i / 5);
            events.add(event(
                    "big-" + i, code, Integer.toString(i % 5 + 2), daysAgo(6).plusHours(i % 5)));
        }
        counts(sender.sendAnything("[" + String.join(",", events) + "]"), 5_000, 0, 3_000, 0);
        counts(sender.sendAnything("[" + String.join(",", events) + "]"), 0, 5_000, 0, 0);
    }

    @Test
    void systemMaySendForItsAgencyAndThoseBelowIt() {
        var code = newCode();
        var commune = new Sender("system-commune", "H44.07");
        counts(commune.send(event("own-" + code, code, "RECEIVED", daysAgo(3))), 1, 0, 0, 0);
        counts(
                        commune.send(event(
                                "up-" + code,
                                code,
                                "IN_PROGRESS",
                                daysAgo(2),
                                ",\"agencies\":{\"competent\":\"H44\"}")),
                        0,
                        0,
                        0,
                        1)
                .body("rejected.problem.type", hasItem("/problems/not-your-agency"));
        var both = ",\"agencies\":{\"competent\":\"H44\",\"reception\":\"H44.07.01\"}";
        counts(commune.send(event("two-" + code, code, "IN_PROGRESS", daysAgo(2), both)), 1, 0, 0, 0);
    }

    /** To name oneself costs nothing: it must not open a dossier that others report. */
    @Test
    void strangerTakesNoDossierByNamingItself() {
        var code = newCode();
        var stranger = new Sender("system-stranger", "H29");
        counts(sender.send(event("a-" + code, code, "RECEIVED", daysAgo(3), applicant(PERSON))), 1, 0, 0, 0);
        var other = "H29.01-261008-" + code.substring(code.length() - 4);
        var theirs = applicant("001000004443");
        counts(
                        stranger.send(
                                event("b-" + code, code, "RETURNED", daysAgo(2), theirs + agencies("support", "H29")),
                                event("c-" + code, code, "RETURNED", daysAgo(2), theirs + agencies("reception", "H29")),
                                event("d-" + code, other, "RECEIVED", daysAgo(2))),
                        1,
                        0,
                        0,
                        2)
                .body("rejected.index", equalTo(java.util.List.of(0, 1)))
                .body("rejected.problem.type", everyItem(equalTo("/problems/not-your-agency")));
        assertEquals(1L, Tables.number("select count(*) from dossier.event where dossier_code = '" + code + "'"));
    }

    @Test
    void systemOfAnAgencyThatTheDossierNamesReportsItTooAndGoesOn() {
        var code = newCode();
        var ministry = new Sender("system-of-a-ministry", "G15");
        var both = ",\"agencies\":{\"reception\":\"H44.07\",\"competent\":\"000.00.02.G15\"}";
        counts(sender.send(event("b-" + code, code, "RECEIVED", daysAgo(4), both)), 1, 0, 0, 0);
        counts(
                ministry.send(event("c-" + code, code, "IN_PROGRESS", daysAgo(3), agencies("competent", "G15"))),
                1,
                0,
                0,
                0);
        counts(
                sender.send(event("d-" + code, code, "IN_PROGRESS", daysAgo(2), both.replace("000.00.02.G15", "H44"))),
                1,
                0,
                0,
                0);
        counts(
                ministry.send(event("e-" + code, code, "RESULT_READY", daysAgo(1), agencies("competent", "G15"))),
                1,
                0,
                0,
                0);
    }

    @Test
    void agencyInTheOldFormIsKeptInTodays() {
        var code = newCode();
        counts(
                sender.send(event("o-" + code, code, "RECEIVED", daysAgo(3), agencies("competent", "000.00.07.H44"))),
                1,
                0,
                0,
                0);
        assertEquals(
                "H44.07", Tables.value("select agency_competent from dossier.dossier where code = '" + code + "'"));
    }

    @Test
    void personalNumberOfAHouseholdBusinessHasItsOwnField() {
        var code = newCode();
        var household = ",\"applicant\":{\"kind\":\"HOUSEHOLD_BUSINESS\",\"organisationCode\":\"001000004442\"}";
        sender.sendAnything("[" + event("p-" + code, code, "RECEIVED", daysAgo(3), household) + "]")
                .body("rejected[0].problem.errors[0].detail", containsString("as personalId"));
    }

    private static String agencies(String role, String agency) {
        return ",\"agencies\":{\"" + role + "\":\"" + agency + "\"}";
    }

    @Test
    void onlyOneStopSystemsMaySend() {
        given().filter(Contract.responsesOnly())
                .contentType("application/json")
                .body("[]")
                .post(Sender.EVENTS)
                .then()
                .statusCode(401);
        var citizen = LocalParts.token("mau", "citizen", Map.of("personalId", PERSON));
        var system = LocalParts.token("no-agency", "one-stop-system", Map.of());
        for (var token : new String[] {citizen, system}) {
            given().header("Authorization", "Bearer " + token)
                    .filter(Contract.responsesOnly())
                    .contentType("application/json")
                    .body("[]")
                    .post(Sender.EVENTS)
                    .then()
                    .statusCode(403);
        }
    }

    private static ValidatableResponse own(String code) {
        return given().header(
                        "Authorization", "Bearer " + LocalParts.token("mau", "citizen", Map.of("personalId", PERSON)))
                .header("Accept-Language", "en")
                .filter(Contract.strict())
                .get("/v1/me/dossiers/" + code)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse counts(
            ValidatableResponse response, int accepted, int duplicates, int flagged, int rejected) {
        return response.statusCode(200)
                .body("accepted", equalTo(accepted))
                .body("duplicates", equalTo(duplicates))
                .body("flagged", equalTo(flagged))
                .body("rejected", hasSize(rejected));
    }
}
