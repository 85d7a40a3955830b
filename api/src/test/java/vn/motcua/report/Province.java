package vn.motcua.report;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** A province that no other test has, its dossiers of two months, and those who ask about it. */
final class Province {
    static final String CODE = "H58";
    private static boolean reported;

    private Province() {}

    /** Once, whatever test comes first. */
    static synchronized void report() {
        if (reported) {
            return;
        }
        reported = true;
        send(
                // Early in July.
                event(1, "H58.01", "RECEIVED", "2026-07-06T08:00:07", "ONLINE", "2026-07-20T17:00:00"),
                step(1, "H58.01", "RESULT_READY", "2026-07-15T10:00:07"),
                // Open in July, on its day in August.
                event(2, "H58.01", "RECEIVED", "2026-07-20T08:00:07", "DIRECT", "2026-08-05T17:00:00"),
                step(2, "H58.01", "RESULT_READY", "2026-08-05T10:00:07"),
                // Late from July on.
                event(3, "H58.01", "RECEIVED", "2026-07-01T08:00:07", "POSTAL", "2026-07-10T17:00:00"),
                step(3, "H58.01", "IN_PROGRESS", "2026-07-14T08:00:07", ",\"reason\":{\"code\":\"OTHER_AGENCY\"}"),
                step(3, "H58.01", "RESULT_READY", "2026-08-12T10:00:07"),
                // Waits for papers at the end of July, and is in work again at the end of August.
                event(4, "H58.02", "RECEIVED", "2026-07-08T08:00:07", "ONLINE", "2026-08-14T17:00:00"),
                step(4, "H58.02", "SUPPLEMENT_REQUESTED", "2026-07-14T08:00:07"),
                step(4, "H58.02", "IN_PROGRESS", "2026-08-10T08:00:07"),
                step(4, "H58.02", "RESULT_READY", "2026-09-03T10:00:07"),
                // Open at the end of August, one of them without a date.
                event(5, "H58.01.05", "RECEIVED", "2026-08-03T08:00:07", "DIRECT", "2026-09-30T17:00:00"),
                event(8, "H58.02", "RECEIVED", "2026-08-04T08:00:07", "DIRECT", null),
                // Never accepted.
                event(6, "H58.01", "SUBMITTED", "2026-07-06T08:00:07", "ONLINE", null),
                step(6, "H58.01", "REFUSED", "2026-07-07T08:00:07"),
                event(7, "H58.01", "SUBMITTED", "2026-07-06T08:00:07", "ONLINE", null));
        countAll();
    }

    /** A reader of figures takes in a few batches at a time; other tests may have left more than that. */
    private static void countAll() {
        var postgres = LocalParts.postgres();
        try (var connection = DriverManager.getConnection("jdbc:" + postgres.url(), "motcua_app", postgres.password());
                var waiting = connection.prepareStatement("select exists (select from dossier.stay_due)")) {
            for (int read = 0; read < 100; read++) {
                officer(CODE)
                        .get("/v1/agencies/H58/service-quality?from=2026-07-01&to=2026-07-31")
                        .then()
                        .statusCode(200);
                try (var rows = waiting.executeQuery()) {
                    rows.next();
                    if (!rows.getBoolean(1)) {
                        return;
                    }
                }
            }
            throw new AssertionError("figures never caught up");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A dossier received in May that nobody told of until now. */
    static void reportLate() {
        send(
                event(9, "H58.02", "RECEIVED", "2026-05-21T08:00:07", "DIRECT", "2026-05-31T17:00:00"),
                step(9, "H58.02", "RESULT_READY", "2026-05-30T10:00:07"));
    }

    static String code(int number) {
        return "H58.01-260706-%04d".formatted(number);
    }

    static RequestSpecification officer(String agency) {
        return with(LocalParts.token("officer-report-" + agency, "officer", Map.of("agency", agency)));
    }

    static RequestSpecification system(String agency) {
        return with(LocalParts.token("system-report-" + agency, "one-stop-system", Map.of("agency", agency)));
    }

    static RequestSpecification admin() {
        return with(LocalParts.token("admin-report", "admin", Map.of()));
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).filter(Contract.strict());
    }

    private static String event(int number, String agency, String status, String at, String channel, String due) {
        var more = ",\"channel\":\"" + channel + "\""
                + (status.equals("RECEIVED") ? ",\"receivedAt\":\"" + at + "+07:00\"" : "")
                + (due == null ? "" : ",\"dueAt\":\"" + due + "+07:00\"");
        return step(number, agency, status, at, more);
    }

    private static String step(int number, String agency, String status, String at) {
        return step(number, agency, status, at, "");
    }

    private static String step(int number, String agency, String status, String at, String more) {
        return ("{\"eventId\":\"r-%d-%s-%s\",\"dossierCode\":\"%s\",\"status\":\"%s\",\"occurredAt\":\"%s+07:00\","
                        + "\"agencies\":{\"competent\":\"%s\"}%s}")
                .formatted(number, status, at, code(number), status, at, agency, more);
    }

    private static void send(String... events) {
        system(CODE)
                .contentType("application/json")
                .body("[" + String.join(",", events) + "]")
                .post("/v1/integration/dossier-events")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(events.length));
    }
}
