package vn.motcua.dossier;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.dossier.Sender.applicant;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;
import static vn.motcua.dossier.Sender.newCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.forecast.ForecastQuestion;
import vn.motcua.forecast.Forecasts;
import vn.motcua.forecast.NoForecast;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** From the dossiers of the past to the date that a citizen sees. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class DossierForecastTest {
    private static final String PERSON = "001000000777";
    private static final String PROCEDURE = "9.999901";
    private static final String ADMIN = LocalParts.token("admin-of-forecasts", "admin", Map.of());

    private static final String PAST = """
            insert into dossier.dossier (code, status, procedure_code, received_at, ended_at, outcome, clock_state,
                                         agency_competent)
            select 'H44.07-240101-7' || lpad(i::text, 4, '0'), 10, '9.999901',
                   now() - i * interval '1 day',
                   now() - i * interval '1 day' + (i % 5 + 1) * interval '1 day',
                   'RETURNED', 'ENDED', 'H44.07'
              from generate_series(10, 400) as i
            """;

    private final Sender sender = new Sender("system-phu-tho", "H44");

    @Inject
    Forecasts forecasts;

    /** Not before all: requests know their port only within a test. */
    @BeforeEach
    void aYearHasPassed() throws SQLException, InterruptedException {
        if (learnt() < 250) {
            execute(PAST);
            refresh();
        }
    }

    @AfterAll
    static void forgetIt() throws SQLException {
        execute("delete from dossier.dossier where code like 'H44.07-240101-7%' and procedure_code = '9.999901'");
    }

    @Test
    void aRunningDossierShowsDatesChanceAndWhatTheyRestOn() {
        var code = received(",\"dueAt\":\"" + daysAgo(-20) + "\"");
        lookup(code)
                .body("forecast.p50", notNullValue())
                .body(
                        "forecast.p90",
                        greaterThanOrEqualTo(LocalDate.now(Vietnam.OFFSET).toString()))
                .body("forecast.onTimeChance", greaterThanOrEqualTo(0.5f))
                .body("forecast.waitingForApplicant", equalTo(false))
                .body("forecast.basis.group", equalTo("PROCEDURE_AGENCY"))
                .body("forecast.basis.dossiers", greaterThanOrEqualTo(250))
                .body("forecast.basis.label", containsString("this agency"))
                .body("forecast.unavailable", nullValue())
                .body("forecast.text", containsString("nine in ten"));
    }

    @Test
    void whileTheApplicantIsWaitedForTheDatesSayWhatTheyAssume() {
        var code = received("");
        sender.send(event(
                        "wait-" + code, code, "SUPPLEMENT_REQUESTED", daysAgo(0).minusHours(1)))
                .statusCode(200);
        lookup(code)
                .body("forecast.waitingForApplicant", equalTo(true))
                .body("forecast.onTimeChance", nullValue())
                .body("forecast.text", containsString("If you do what was asked today"));
    }

    @Test
    void aDossierThatWasNotAcceptedHasAReasonInsteadOfADate() {
        var code = newCode();
        sender.send(event("new-" + code, code, "SUBMITTED", daysAgo(1), applicant(PERSON)))
                .statusCode(200);
        lookup(code).body("forecast.unavailable", equalTo("NOT_RECEIVED")).body("forecast.p50", nullValue());
    }

    @Test
    void anEndedDossierHasNoForecast() {
        var code = received("");
        sender.send(event("end-" + code, code, "RESULT_READY", daysAgo(0).minusHours(1)))
                .statusCode(200);
        lookup(code).body("forecast", nullValue());
    }

    @Test
    void nothingKnownIsSaidToBeNothingKnown() {
        var today = LocalDate.now(Vietnam.OFFSET);
        var question = new ForecastQuestion(
                "9.888888", "X99.88", "no field", 240, today.minusDays(3), List.of(), null, null, today, false);
        var forecast = forecasts.of(question, Language.EN);
        assertEquals(NoForecast.NOT_ENOUGH_HISTORY, forecast.unavailable());
        assertTrue(forecast.text().contains("too few"));
    }

    @Test
    void everybodyMayReadHowForecastsCameOut() {
        given().filter(Contract.strict())
                .get("/v1/forecast/backtest")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("asOf", notNullValue())
                .body("dossiers", greaterThanOrEqualTo(250));
    }

    @Test
    void onlyAnAdministratorBeginsANewRun() {
        given().filter(Contract.responsesOnly())
                .post("/v1/admin/forecast/refresh")
                .then()
                .statusCode(401);
        given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + LocalParts.token("citizen-1", "citizen", Map.of()))
                .post("/v1/admin/forecast/refresh")
                .then()
                .statusCode(403);
    }

    private String received(String more) {
        var code = newCode();
        sender.send(event(
                        "in-" + code,
                        code,
                        "RECEIVED",
                        daysAgo(1),
                        ",\"procedureCode\":\"" + PROCEDURE + "\",\"agencies\":{\"competent\":\"H44.07\"}"
                                + applicant(PERSON) + more))
                .statusCode(200);
        return code;
    }

    private static ValidatableResponse lookup(String code) {
        return given().filter(Contract.strict())
                .contentType("application/json")
                .header("Accept-Language", "en")
                .body("{\"code\":\"" + code + "\",\"proof\":\"0777\"}")
                .post("/v1/dossiers/lookup")
                .then()
                .statusCode(200);
    }

    /** Waits for a run that began at start-up, then for its own. */
    private static void refresh() throws InterruptedException {
        var until = Instant.now().plus(Duration.ofSeconds(60));
        while (begin() == 409) {
            assertTrue(Instant.now().isBefore(until), "another run does not end");
            Thread.sleep(200);
        }
        while (learnt() < 250) {
            assertTrue(Instant.now().isBefore(until), "the run does not end");
            Thread.sleep(200);
        }
    }

    private static int begin() {
        return given().filter(Contract.strict())
                .header("Authorization", "Bearer " + ADMIN)
                .post("/v1/admin/forecast/refresh")
                .statusCode();
    }

    private static int learnt() {
        Integer dossiers = given().get("/v1/forecast/backtest").path("dossiers");
        return dossiers == null ? 0 : dossiers;
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = LocalParts.postgres().connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
