package vn.motcua.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final JsonObject FILE = new JsonObject("""
            {"people": [{"name": "Nguyễn Thị Mẫu 01", "personalId": "001000000001", "phone": "0900000001"},
                        {"name": "Trần Văn Mẫu 02", "personalId": "001000000002", "phone": "0900000002"}],
             "firms": [{"name": "Công ty TNHH Mẫu", "organisationCode": "0101243150", "phone": "0900000101",
                        "kind": "ENTERPRISE"}],
             "dossiers": [
               {"procedure": "1.001193", "agency": "H44.100", "channel": "ONLINE", "applicant": {"person": 0},
                "startedDaysAgo": 6, "path": ["SUBMITTED", "RECEIVED", "RETURNED"], "stepDays": [0, 0.5, 1],
                "dueInDays": 3},
               {"procedure": "2.000591", "agency": "G12", "channel": "DIRECT", "applicant": {"firm": 0},
                "startedDaysAgo": 3, "path": ["SUBMITTED", "REFUSED"], "stepDays": [0, 2],
                "reason": {"code": "WRONG_AGENCY", "text": "Không thuộc thẩm quyền."}}]}
            """);
    private static final JsonObject RATINGS = new JsonObject("""
            {"seed": 7, "skipFactor": 0.05, "agencies": [
              {"agency": "H44.07", "share": 1, "factors": {"ACCESS": [0, 0, 0, 0, 100], "OVERALL": [0, 0, 0, 0, 100]}},
              {"agency": "H44", "share": 0, "factors": {"OVERALL": [100, 0, 0, 0, 0]}},
              {"agency": "", "share": 0.5, "factors": {"ACCESS": [20, 20, 20, 20, 20], "OVERALL": [50, 0, 0, 0, 50]}}]}
            """);

    @Test
    void dossierBecomesTheEventsOfItsOneStopSystem() {
        var dossier = Demo.of(FILE, TODAY).dossiers().getFirst();
        assertEquals("H44.100-261116-0001", dossier.code());
        assertEquals("H44", dossier.system());
        assertEquals("citizen", dossier.user());
        var received = dossier.events().get(1);
        assertEquals("RECEIVED", received.getString("status"));
        assertEquals("2026-11-16T20:07:00+07:00", received.getString("occurredAt"));
        assertEquals("2026-11-16T20:07:00+07:00", received.getString("receivedAt"));
        assertEquals("2026-11-19T17:00:00+07:00", received.getString("dueAt"));
        assertEquals("CITIZEN", received.getJsonObject("applicant").getString("kind"));
    }

    @Test
    void reasonBelongsToTheLastEventOnly() {
        var firm = Demo.of(FILE, TODAY).dossiers().getLast();
        assertFalse(firm.events().getFirst().containsKey("reason"));
        assertEquals(
                "WRONG_AGENCY", firm.events().getLast().getJsonObject("reason").getString("code"));
        assertEquals("business", firm.user());
        assertFalse(firm.isOfAPerson());
    }

    @Test
    void sameDayGivesTheSameEventsSoThatASecondLoadIsHarmless() {
        assertEquals(Demo.of(FILE, TODAY), Demo.of(FILE.copy(), TODAY));
    }

    @Test
    void newestReturnedDossierOfTheCitizenIsLeftToTry() {
        assertEquals("H44.100-261116-0001", Demo.of(FILE, TODAY).toTry().code());
    }

    @Test
    void nearestHabitsDecideWhetherAndHowAPersonRates() {
        var ratings = new DemoRatings(RATINGS);
        assertEquals(
                5,
                ratings.answers(1, "H44.07")
                        .orElseThrow()
                        .getJsonObject("answers")
                        .getInteger("OVERALL"));
        assertTrue(ratings.answers(1, "H44.100").isEmpty());
        long rated = IntStream.range(0, 1000)
                .filter(i -> ratings.answers(i, "H26").isPresent())
                .count();
        assertTrue(rated > 400 && rated < 600, "rated " + rated);
        assertEquals(ratings.answers(5, "H26"), ratings.answers(5, "H26"));
    }

    @Test
    void applicantsCanSignIn() {
        var users = DemoUsers.of(FILE);
        assertEquals("001000000002", users.named("citizen-2").claims().get("personalId"));
        assertEquals("H44", users.named("one-stop-h44").claims().get("agency"));
        assertEquals("one-stop-system", users.named("one-stop-h44").role());
        assertEquals(
                List.of("citizen-2"),
                users.applicants().stream().map(DemoUser::name).toList());
    }
}
