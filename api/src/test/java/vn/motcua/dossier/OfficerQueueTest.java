package vn.motcua.dossier;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** A province that no other test uses, so that the whole desk is known. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class OfficerQueueTest {
    private static final OffsetDateTime NOW =
            OffsetDateTime.now(Vietnam.OFFSET).withNano(0).withSecond(7);
    private static boolean sent;

    private final Sender sender = new Sender("system-queue", "H62");

    @BeforeEach
    void fillTheDesk() {
        if (sent) {
            return;
        }
        sent = true;
        sender.send(
                        dossier(1, "H62.01", "IN_PROGRESS", 20, NOW.minusDays(3)),
                        dossier(2, "H62.01", "IN_PROGRESS", 10, NOW.plusHours(2)),
                        dossier(3, "H62.01.02", "RECEIVED", 5, NOW.plusDays(60)),
                        dossier(4, "H62.01", "SUPPLEMENT_REQUESTED", 60, NOW.minusDays(10)),
                        dossier(5, "H62.01", "SUPPLEMENT_REQUESTED", 3, NOW.plusDays(20)),
                        dossier(6, "H62.01", "SUBMITTED", 1, null),
                        dossier(7, "H62.01", "RETURNED", 9, NOW.minusDays(1)),
                        dossier(8, "H62.010", "IN_PROGRESS", 9, NOW.minusDays(1)),
                        dossier(9, "H62.02", "IN_PROGRESS", 9, NOW.minusDays(1)))
                .statusCode(200)
                .body("accepted", equalTo(9));
    }

    /** Received so many days ago and in its state since. */
    private static String dossier(int number, String agency, String state, int days, OffsetDateTime due) {
        var more = ",\"agencies\":{\"competent\":\"" + agency + "\"},\"receivedAt\":\"" + NOW.minusDays(days) + "\""
                + (due == null ? "" : ",\"dueAt\":\"" + due + "\"");
        return Sender.event(
                "q-" + number, code(number), state, NOW.minusDays(days).plusMinutes(1), more);
    }

    private static String code(int number) {
        return "H62.01-261008-%04d".formatted(number);
    }

    @Test
    void theQueueIsThatOfTheAgencyAndItsUnitsMostUrgentFirst() {
        queue("")
                .body("items.code", equalTo(codes(4, 1, 2, 5, 3, 6)))
                .body(
                        "items.risk",
                        equalTo(List.of("PAUSED_LONG", "OVERDUE", "DUE_SOON", "PAUSED", "ON_TRACK", "NO_DUE_DATE")))
                .body("items[4].agency.code", equalTo("H62.01.02"))
                .body("items[1].timeUsed.doubleValue()", closeTo(20.0 / 17, 0.02))
                .body("items[1].clock.overdue", equalTo(true))
                .body("items[5].timeUsed", nullValue());
    }

    @Test
    void theLongestThereComeFirstByAge() {
        queue("?sort=AGE").body("items.code", equalTo(codes(4, 1, 2, 3, 5, 6)));
    }

    @Test
    void theWholeDeskIsCountedWhateverTheFilter() {
        queue("?risk=OVERDUE")
                .body("items.code", equalTo(codes(1)))
                .body("facets.risk.value", hasSize(6))
                .body("facets.risk.find { it.value == 'OVERDUE' }.count", equalTo(1))
                .body("facets.risk.find { it.value == 'OVERDUE' }.label", equalTo("Quá hạn"))
                .body("facets.state.find { it.value == 'SUPPLEMENT_REQUESTED' }.count", equalTo(2));
        queue("?state=SUPPLEMENT_REQUESTED").body("items.code", equalTo(codes(4, 5)));
    }

    @Test
    void pagesFollowEachOtherInBothOrders() {
        for (var sort : List.of("DUE", "AGE")) {
            var seen = new ArrayList<String>();
            var next = "";
            while (next != null) {
                var page = Callers.officer("H62.01")
                        .queryParam("sort", sort)
                        .queryParam("limit", 2)
                        .queryParam("cursor", next)
                        .get("/v1/agencies/H62.01/dossiers")
                        .then()
                        .statusCode(200)
                        .body("facets", next.isEmpty() ? notNullValue() : nullValue())
                        .extract()
                        .jsonPath();
                seen.addAll(page.getList("items.code"));
                next = page.getString("nextCursor");
            }
            assertEquals(6, seen.size(), sort);
            assertEquals(6, seen.stream().distinct().count(), sort);
        }
    }

    @Test
    void aCursorOfTheOtherOrderIsTold() {
        var cursor = queue("?limit=1").extract().<String>path("nextCursor");
        bad("/v1/agencies/H62.01/dossiers?sort=AGE&cursor=" + cursor);
        for (var query : List.of("risk=X", "state=X", "sort=X", "limit=0", "cursor=abc")) {
            bad("/v1/agencies/H62.01/dossiers?" + query);
        }
    }

    @Test
    void theExportHoldsTheWholeQueue() {
        var csv = Callers.officer("H62.01")
                .noFilters()
                .filter(Contract.responsesOnly())
                .get("/v1/agencies/H62.01/dossiers/export")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", equalTo("attachment; filename=\"dossiers.csv\""))
                .extract()
                .asString();
        var lines = csv.split("\r\n");
        assertTrue(lines[0].endsWith("timeUsed"), lines[0]);
        assertEquals(7, lines.length);
        assertTrue(lines[2].startsWith(code(1) + ","), lines[2]);
        assertTrue(lines[2].contains(",OVERDUE,"), lines[2]);
    }

    @Test
    void onlyOfficersOfTheAgencyOrOneAboveItSeeTheQueue() {
        Callers.officer("H62").get("/v1/agencies/H62.01/dossiers").then().statusCode(200);
        for (var other : List.of("H62.02", "H62.01.02", "H44")) {
            for (var path : List.of("", "/export")) {
                Callers.officer(other)
                        .get("/v1/agencies/H62.01/dossiers" + path)
                        .then()
                        .statusCode(403)
                        .body("type", equalTo("/problems/not-your-agency"));
            }
        }
        Callers.citizen("001000000001")
                .get("/v1/agencies/H62.01/dossiers")
                .then()
                .statusCode(403);
    }

    @Test
    void theQueueIsReadFromItsIndex() throws SQLException {
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            sql.execute("set enable_seqscan = off");
            var plan = new StringBuilder();
            var rows = sql.executeQuery("""
                    explain select code from dossier.dossier
                    where ended_at is null
                      and dossier.handled_by(agency_competent, agency_reception, agency_support) collate "C" >= 'H62.01'
                      and dossier.handled_by(agency_competent, agency_reception, agency_support) collate "C" < 'H62.01/'
                    """);
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            assertTrue(plan.toString().contains("dossier_queue_by_due"), plan::toString);
            assertTrue(plan.toString().contains("Index Cond"), plan::toString);
        }
    }

    private static List<String> codes(int... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(OfficerQueueTest::code).toList();
    }

    private static ValidatableResponse queue(String query) {
        return Callers.officer("H62.01")
                .get("/v1/agencies/H62.01/dossiers" + query)
                .then()
                .statusCode(200);
    }

    private static void bad(String path) {
        Callers.officer("H62.01")
                .noFilters()
                .filter(Contract.responsesOnly())
                .get(path)
                .then()
                .statusCode(400);
    }
}
