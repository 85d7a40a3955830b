package vn.motcua.dossier;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;
import static vn.motcua.dossier.Sender.newCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class OwnDossiersTest {
    private final Sender sender = new Sender("system-phu-tho", "H44");

    @Test
    void pagesNeitherSkipNorRepeatADossierThatMovesOnMeanwhile() {
        var person = "001000000644";
        var codes = new HashSet<String>();
        for (int i = 0; i < 12; i++) {
            var code = newCode();
            codes.add(code);
            send(code, "RECEIVED", person, 20 - i);
        }
        long seed = System.nanoTime();
        var random = new Random(seed);
        var seen = new ArrayList<String>();
        var next = "";
        while (next != null) {
            var page = Callers.citizen(person)
                    .queryParam("limit", 3)
                    .queryParam("cursor", next)
                    .get("/v1/me/dossiers")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.code"));
            next = page.getString("nextCursor");
            var all = new ArrayList<>(codes);
            for (int i = 0; i < 4; i++) {
                send(all.get(random.nextInt(all.size())), "IN_PROGRESS", person, random.nextInt(5));
            }
        }
        assertEquals(12, seen.size(), "seed " + seed);
        assertEquals(codes, new HashSet<>(seen), "seed " + seed);
    }

    @Test
    void theListIsNarrowedByStateAndByWhetherItIsOpen() {
        var person = "001000000645";
        var received = newCode();
        var waiting = newCode();
        var returned = newCode();
        send(received, "RECEIVED", person, 3);
        send(waiting, "SUPPLEMENT_REQUESTED", person, 2);
        send(returned, "RETURNED", person, 1);
        codes(person, "?open=true", waiting, received);
        codes(person, "?open=false", returned);
        codes(person, "?state=RECEIVED", received);
        codes(person, "?state=RECEIVED&state=RETURNED", returned, received);
        codes(person, "?state=RECEIVED&open=false");
        codes(person, "", returned, waiting, received);
    }

    @Test
    void whatIsPastItsDateAndWhatEndedAfterItIsOverdue() {
        var person = "001000000646";
        var late = newCode();
        var inTime = newCode();
        var endedLate = newCode();
        send(endedLate, "RECEIVED", person, 9, ",\"dueAt\":\"" + daysAgo(5) + "\"");
        send(endedLate, "RETURNED", person, 1);
        send(late, "RECEIVED", person, 8, ",\"dueAt\":\"" + daysAgo(2) + "\"");
        send(inTime, "RECEIVED", person, 7, ",\"dueAt\":\"" + daysAgo(-5) + "\"");
        codes(person, "?overdue=true", inOrder(late, endedLate));
        codes(person, "?overdue=true&open=true", late);
        codes(person, "?overdue=false", inTime);
    }

    /** As the list has them: by the day in the code, then by code, latest first. */
    private static String[] inOrder(String... codes) {
        return Arrays.stream(codes).sorted(Comparator.reverseOrder()).toArray(String[]::new);
    }

    @Test
    void aStateThatIsNoneAndAFlagThatIsNoneAreTold() {
        for (var wrong : new String[] {"state=HELLO", "open=yes", "overdue=1", "state=RECEIVED&state=X"}) {
            Callers.citizen("001000000645")
                    .noFilters()
                    .filter(Contract.responsesOnly())
                    .get("/v1/me/dossiers?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-input"));
        }
    }

    private void send(String code, String state, String person, int daysAgo) {
        send(code, state, person, daysAgo, "");
    }

    private void send(String code, String state, String person, int daysAgo, String more) {
        sender.send(event(
                        "o-" + code + "-" + state + "-" + System.nanoTime(),
                        code,
                        state,
                        daysAgo(daysAgo),
                        Sender.applicant(person) + more))
                .statusCode(200);
    }

    private static void codes(String person, String query, String... expected) {
        Callers.citizen(person)
                .get("/v1/me/dossiers" + query)
                .then()
                .statusCode(200)
                .body("items", hasSize(expected.length))
                .body("items.code", equalTo(java.util.List.of(expected)));
    }
}
