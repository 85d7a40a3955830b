package vn.motcua.dossier;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.dossier.History.at;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** A legal deadline within a working day passes quiet hours, and nothing else does. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class UrgencyTest {
    private static final String SYSTEM_AGENCY = "H44";
    private static final WorkingCalendar PLAIN_WEEKS = new WorkingCalendar(Set.of(2026), Map.of());
    private static final Urgency URGENCY = new Urgency(() -> PLAIN_WEEKS, 1, Clock.systemUTC());

    @Inject
    Watch watch;

    @Inject
    Recount recount;

    private final Sender sender = new Sender("system-phu-tho", SYSTEM_AGENCY);

    @Test
    void deadlineOfTodayOrTheNextWorkingDayIsNear() {
        var monday = at("2026-11-23T17:00");
        assertTrue(URGENCY.isNear(monday, at("2026-11-23T16:59")));
        assertTrue(URGENCY.isNear(monday, at("2026-11-21T09:00")), "over a weekend");
        assertTrue(URGENCY.isNear(monday, at("2026-11-20T09:00")), "from Friday");
        assertFalse(URGENCY.isNear(monday, at("2026-11-19T17:00")), "not from Thursday");
        assertFalse(URGENCY.isNear(monday, at("2026-11-23T17:00")), "what has passed is no deadline");
    }

    @Test
    void withoutACalendarPlainDaysCount() {
        assertTrue(URGENCY.isNear(at("2030-03-05T17:00"), at("2030-03-04T09:00")));
        assertFalse(URGENCY.isNear(at("2030-03-05T17:00"), at("2030-03-03T09:00")));
    }

    @Test
    void supplementThatIsDueByTomorrowGoesFirstAndALaterOneDoesNot() throws SQLException {
        assertEquals(
                List.of("0"),
                lanesOfSupplement(OffsetDateTime.now(Vietnam.OFFSET).plusHours(3)));
        assertEquals(
                List.of("1"),
                lanesOfSupplement(OffsetDateTime.now(Vietnam.OFFSET).plusDays(20)));
    }

    private List<String> lanesOfSupplement(OffsetDateTime respondBy) throws SQLException {
        var code = Sender.newCode();
        var personalId = "0010" + (10_000_000 + code.hashCode() % 1_000_000);
        var installation = "urgent-" + UUID.randomUUID();
        Callers.citizen(personalId)
                .contentType("application/json")
                .body(Map.of("fcmToken", installation, "platform", "ANDROID", "locale", "vi"))
                .put("/v1/me/devices/" + installation)
                .then()
                .statusCode(200);
        sender.send(Sender.event(
                        "supplement-" + code,
                        code,
                        "SUPPLEMENT_REQUESTED",
                        Sender.daysAgo(0),
                        ",\"reason\":{\"code\":\"PAPER_MISSING\",\"text\":\"Thiếu bản sao\",\"respondBy\":\""
                                + respondBy + "\"}" + Sender.applicant(personalId)))
                .body("accepted", equalTo(1));
        return OpenDossiers.texts(
                "select lane::text from notification.outbox where installation_id = '" + installation + "'");
    }

    @Test
    void dateThatComesNearIsToldAtOnceAndAPassedOneInTheMorning() throws SQLException {
        var agency = "H96.26";
        OpenDossiers.forget(agency);
        OpenDossiers.receive(agency, 1, at("2025-03-04T09:00"), 3);
        while (recount.batch(500).await().atMost(Duration.ofSeconds(60)) > 0) {
            // until all are counted
        }
        var lanes = "select lane::text from notification.outbox join notification.message m on m.id = message_id"
                + " where dossier_code like '" + agency + "-%' order by outbox.id";
        OpenDossiers.phone(agency);
        look(at("2025-03-06T08:00"));
        look(at("2025-03-07T17:01"));
        assertEquals(List.of("0", "1"), OpenDossiers.texts(lanes));
        OpenDossiers.forgetPhone(agency);
        OpenDossiers.forget(agency);
    }

    private void look(OffsetDateTime now) {
        while (watch.batch(now, 500).await().atMost(Duration.ofSeconds(60)) > 0) {
            // until all are looked at
        }
    }
}
