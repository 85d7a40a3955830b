package vn.motcua.organisation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class WatchlistTest {
    private final Firm firm = new Firm();

    @Test
    void eachLineIsJudgedAloneAndABadOneLosesNoGoodOne() {
        var own = Firm.freshDossier();
        firm.report(own, "RECEIVED", Firm.daysAgo(1));
        var others = somebodysDossier();
        var report = upload(
                "ADD",
                "code,secret\n" + own + "\nnonsense,1234\n" + others + ",4321\n" + others + ",4321\n"
                        + Firm.freshDossier() + ",4321\n");
        assertEquals(
                List.of("WATCHED", "MALFORMED", "WATCHED", "ALREADY_WATCHED", "NOT_FOUND"),
                report.getList("results.result"));
        assertEquals(List.of(2, 3, 4, 5, 6), report.getList("results.line"));
        assertEquals(5, report.getInt("lines"));
        assertEquals(2, report.getInt("counts.WATCHED"));
        var watched = firm.request().get(firm.at("/watchlist")).jsonPath().getList("items.code");
        assertEquals(List.of(own, others).stream().sorted().toList(), watched);
    }

    @Test
    void aCodeThatIsNotProvenLooksLikeOneThatDoesNotExist() {
        var others = somebodysDossier();
        var wrong = upload("ADD", others + ",9999\n");
        var none = upload("ADD", Firm.freshDossier() + ",9999\n");
        assertEquals(none.prettify(), wrong.prettify());
        assertEquals("NOT_FOUND", wrong.getString("results[0].result"));
        assertEquals(
                upload("ADD", others).prettify(),
                upload("ADD", Firm.freshDossier()).prettify());
    }

    @Test
    void guessingASecretEndsAfterAFewTriesForExistingAndMadeUpCodesAlike() {
        for (var code : new String[] {somebodysDossier(), Firm.freshDossier()}) {
            var file = new StringBuilder();
            for (int i = 0; i < 7; i++) {
                file.append(code).append(",000").append(i).append('\n');
            }
            file.append(code).append(",4321\n"); // right for the first one, and too late
            var results = upload("ADD", file.toString()).getList("results.result");
            assertEquals(
                    List.of(
                            "NOT_FOUND",
                            "NOT_FOUND",
                            "NOT_FOUND",
                            "NOT_FOUND",
                            "NOT_FOUND",
                            "TRY_LATER",
                            "TRY_LATER",
                            "TRY_LATER"),
                    results);
            assertEquals("TRY_LATER", upload("ADD", code + ",4321").getString("results[0].result"));
        }
    }

    @Test
    void replacingRemovesWhatTheFileDoesNotNameAndAsksForNoSecretAgain() {
        var kept = somebodysDossier();
        var dropped = somebodysDossier();
        upload("ADD", kept + ",4321\n" + dropped + ",4321\n");
        var report = upload("REPLACE", kept + "\n");
        assertEquals("ALREADY_WATCHED", report.getString("results[0].result"));
        assertEquals(1, report.getInt("cleared"));
        assertEquals(
                List.of(kept),
                firm.request().get(firm.at("/watchlist")).jsonPath().getList("items.code"));
        var removed = upload("REMOVE", kept + "\n" + dropped + "\n");
        assertEquals(List.of("REMOVED", "NOT_WATCHED"), removed.getList("results.result"));
    }

    @Test
    void listsThatWereNeverReplacedToTheirEndDoNotPileUp() throws SQLException {
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "insert into dossier.watch (watcher, dossier_code, upload) select '" + firm.code()
                            + "', 'H44.10-261103-' || number, gen_random_uuid() from generate_series(100000, 299999) as number");
        }
        var report = upload("REPLACE", somebodysDossier() + ",4321\nH44.10-261103-100000\n");
        assertEquals(List.of("LIST_FULL", "ALREADY_WATCHED"), report.getList("results.result"));
        assertEquals(199_999, report.getInt("cleared"));
    }

    @Test
    void jsonLinesAreTakenToo() {
        var code = somebodysDossier();
        firm.unchecked()
                .filter(Contract.responsesOnly())
                .contentType("application/x-ndjson; charset=utf-8")
                .body(("{\"code\":\"" + code + "\",\"secret\":\"4321\"}\n{}\n").getBytes(StandardCharsets.UTF_8))
                .post(firm.at("/watchlist"))
                .then()
                .statusCode(200)
                .body("results.result", equalTo(List.of("WATCHED", "MALFORMED")));
    }

    @Test
    void aFileOfWhichNothingCanBeReadIsAProblem() {
        for (var body : new String[] {"", "\n\n", "<xml/>", "{\"code\":1}"}) {
            firm.unchecked()
                    .filter(Contract.responsesOnly())
                    .contentType("text/csv; charset=utf-8")
                    .body(body)
                    .post(firm.at("/watchlist"))
                    .then()
                    .statusCode(400);
        }
        firm.unchecked()
                .filter(Contract.responsesOnly())
                .contentType("text/csv; charset=utf-8")
                .body("x")
                .post(firm.at("/watchlist?mode=nothing"))
                .then()
                .statusCode(400);
    }

    @Test
    void aHundredThousandLinesAreJudgedAndWhatComesOnTopIsNotRead() {
        var file = new StringBuilder();
        var known = somebodysDossier();
        for (int i = 0; i < 99_999; i++) {
            file.append("H44.10-261101-").append(100_000 + i).append('\n');
        }
        file.append(known).append(",4321\n").append(known).append(",4321\n");
        // Not held against the contract: the validator takes minutes for so many results.
        var report = firm.unchecked()
                .contentType("text/csv; charset=utf-8")
                .body(file.toString())
                .post(firm.at("/watchlist"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(100_000, report.getInt("lines"));
        assertTrue(report.getBoolean("truncated"));
        assertEquals(99_999, report.getInt("counts.NOT_FOUND"));
        assertEquals(1, report.getInt("counts.WATCHED"));
        assertEquals("WATCHED", report.getString("results[99999].result"));
    }

    @Test
    void watchedDossiersAreListedAndTheirChangesComeInTheFeed() {
        var code = somebodysDossier();
        Firm.settle();
        upload("ADD", code + ",4321\n");
        var start = firm.now();
        Firm.send(code, "IN_PROGRESS", Firm.daysAgo(0), "");
        var entry = firm.read(start, 1).getFirst();
        assertEquals("DOSSIER_CHANGED", entry.get("kind"));
        firm.request()
                .queryParam("selection", "WATCHED")
                .get(firm.at("/dossiers"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].code", equalTo(code))
                .body("items[0].status", equalTo("IN_PROGRESS"));
        firm.request().get(firm.at("/dossiers")).then().statusCode(200).body("items", hasSize(0));
        upload("REMOVE", code);
        var after = firm.now();
        Firm.send(code, "RESULT_READY", Firm.daysAgo(0), "");
        Receiver.pause(300);
        firm.request().queryParam("after", after).get(firm.at("/feed")).then().body("items", hasSize(0));
    }

    private JsonPath upload(String mode, String csv) {
        return firm.unchecked()
                .filter(Contract.responsesOnly())
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .post(firm.at("/watchlist?mode=" + mode))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A citizen's dossier, proven by the last digits of a phone. */
    private static String somebodysDossier() {
        var code = Firm.freshDossier();
        Firm.send(
                code,
                "RECEIVED",
                Firm.daysAgo(2),
                ",\"applicant\":{\"kind\":\"CITIZEN\",\"personalId\":\"001000000777\",\"phone\":\"0900004321\"}");
        return code;
    }
}
