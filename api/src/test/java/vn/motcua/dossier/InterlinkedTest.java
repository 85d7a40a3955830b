package vn.motcua.dossier;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.motcua.dossier.Sender.applicant;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;
import static vn.motcua.dossier.Sender.newCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** Interlinked procedures: a birth is registered, the child gets residence and an insurance card, in one filing. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class InterlinkedTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger(5000);

    private final Sender sender = new Sender("system-phu-tho", "H44");
    private final String person = "00100000" + PEOPLE.incrementAndGet();
    private final String parent = newCode();
    private final String birth = newCode();
    private final String residence = newCode();

    private String part(String more) {
        return ",\"parentCode\":\"" + parent + "\"" + applicant(person) + more;
    }

    @Test
    void parentIsAsFarAsItsLeastAdvancedChildAndDueWithTheLast() {
        sender.send(event("p-" + parent, parent, "RECEIVED", daysAgo(6), applicant(person)));
        sender.send(
                event("b-" + parent, birth, "RECEIVED", daysAgo(5), part(",\"dueAt\":\"2026-12-03T17:00:00+07:00\"")),
                event(
                        "r-" + parent,
                        residence,
                        "IN_PROGRESS",
                        daysAgo(4),
                        part(",\"dueAt\":\"2026-12-09T17:00:00+07:00\"")));
        own(parent).body("status", equalTo("RECEIVED")).body("dueAt", equalTo("2026-12-09T17:00:00+07:00"));
        sender.send(event("b2-" + parent, birth, "RESULT_READY", daysAgo(3)));
        own(parent).body("status", equalTo("IN_PROGRESS")).body("endedAt", nullValue());
        sender.send(event("r2-" + parent, residence, "SUPPLEMENT_REQUESTED", daysAgo(2)));
        own(parent).body("status", equalTo("SUPPLEMENT_REQUESTED")).body("clock.state", equalTo("PAUSED"));
        sender.send(event("r3-" + parent, residence, "RETURNED", daysAgo(1)));
        own(parent).body("status", equalTo("RESULT_READY"));
        sender.send(event("b3-" + parent, birth, "RETURNED", daysAgo(0)));
        own(parent).body("status", equalTo("RETURNED")).body("clock.state", equalTo("ENDED"));
    }

    @Test
    void oneNoticeForEachChangeOfTheWholeAndOneForEachResult() {
        sender.send(
                event("b-" + parent, birth, "RECEIVED", daysAgo(5), part("")),
                event("r-" + parent, residence, "RECEIVED", daysAgo(5), part("")));
        assertEquals(List.of(parent), told());
        sender.send(event("b2-" + parent, birth, "IN_PROGRESS", daysAgo(4)));
        assertEquals(List.of(parent), told());
        sender.send(event("r2-" + parent, residence, "IN_PROGRESS", daysAgo(3)));
        assertEquals(List.of(parent, parent), told());
        sender.send(event("b3-" + parent, birth, "RESULT_READY", daysAgo(2)));
        assertEquals(List.of(birth, parent, parent), told());
        sender.send(event("r3-" + parent, residence, "RESULT_READY", daysAgo(1)));
        var told = told();
        assertEquals(1, told.stream().filter(residence::equals).count());
        // Two changes, the end, and the invitation to rate the whole.
        assertEquals(4, told.stream().filter(parent::equals).count());
        assertEquals(5 + 1, told.size());
    }

    @Test
    void theOrderOfParentAndChildrenDoesNotMatter() {
        var received = event("p-" + parent, parent, "RECEIVED", daysAgo(6), applicant(person));
        var first = event("b-" + parent, birth, "IN_PROGRESS", daysAgo(5), part(""));
        var second = event("r-" + parent, residence, "IN_PROGRESS", daysAgo(4), part(""));
        sender.send(second);
        sender.send(received, first).body("accepted", equalTo(2));
        own(parent).body("status", equalTo("IN_PROGRESS")).body("timeline", hasSize(2));
        assertEquals(true, Tables.value("select has_children from dossier.dossier where code = '" + parent + "'"));
        sender.send(received, first, second).body("accepted", equalTo(0)).body("duplicates", equalTo(3));
    }

    @Test
    void dossierThatIsItsOwnParentIsRefused() {
        sender.sendAnything("[" + event("x-" + parent, parent, "RECEIVED", daysAgo(1), part("")) + "]")
                .statusCode(200)
                .body("rejected[0].problem.errors[0].pointer", equalTo("/parentCode"));
    }

    private List<String> told() {
        return request()
                .get("/v1/me/notifications")
                .then()
                .statusCode(200)
                .extract()
                .path("items.dossierCode");
    }

    private ValidatableResponse own(String code) {
        return request().get("/v1/me/dossiers/" + code).then().statusCode(200);
    }

    private io.restassured.specification.RequestSpecification request() {
        return given().filter(Contract.strict())
                .header("Authorization", "Bearer " + LocalParts.token("mau", "citizen", Map.of("personalId", person)));
    }
}
