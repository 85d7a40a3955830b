package vn.motcua.dossier;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;
import static vn.motcua.dossier.Sender.newCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

/** Whose a dossier was is forgotten long after its end, and nothing else is. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ForgettingTest {
    private static final String PERSON = "001000004441";
    /** Before everything that other tests tell, so that a step of one takes this dossier. */
    private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2001-03-05T09:00:07+07:00");

    private static final String FIGURES = """
            select (select string_agg(to_jsonb(s)::text, ' ' order by number) from dossier.stay s where s.code = d.code)
                   || (to_jsonb(d) - 'person_key' - 'organisation_code' - 'proofs' - 'forgotten_at')::text
            from dossier.dossier d where code = '%s'""";

    private static final String KNOWN_OF_IT = """
            select (select count(*) from dossier.event e where e.dossier_code = d.code
                    and (e.person_key is not null or e.sealed is not null or e.proofs <> '' or e.payload ? 'organisationCode'))
                   + (d.person_key is not null or d.organisation_code is not null or d.proofs <> '')::int
            from dossier.dossier d where code = '%s'""";

    private final Sender sender = new Sender("system-phu-tho", "H44");

    @Inject
    Forgetting forgetting;

    @Inject
    Stays stays;

    @Test
    void whoseItWasIsForgottenAndFiguresStay() {
        var code = newCode();
        var applicant = Sender.applicant(PERSON).replace("\"phone\"", "\"organisationCode\":\"0100109106\",\"phone\"");
        var received = event("r-" + code, code, "RECEIVED", LONG_AGO, applicant);
        var stopped = event(
                "s-" + code,
                code,
                "STOPPED",
                LONG_AGO.plusDays(7),
                ",\"reason\":{\"text\":\"Nguyễn Thị Mẫu xin rút\"}");
        sender.send(received, stopped).body("accepted", equalTo(2));
        var secret = secret(code);
        Callers.lookup(code, secret).then().statusCode(200);
        Callers.lookup(code, "4321").then().statusCode(200);
        var before = figures(code);

        assertEquals(1, forgetting.step(1).await().indefinitely());

        assertEquals(0L, Tables.number(KNOWN_OF_IT.formatted(code)));
        assertEquals(before, figures(code));
        Callers.lookup(code, secret).then().statusCode(404);
        Callers.lookup(code, "4321").then().statusCode(404);
        Callers.citizen(PERSON).get("/v1/me/dossiers/" + code).then().statusCode(404);
        sender.send(received, stopped).body("duplicates", equalTo(2));
        assertEquals(0L, Tables.number(KNOWN_OF_IT.formatted(code)));
    }

    @Test
    void lateEventBringsNothingBackButWhatItSays() {
        var code = newCode();
        sender.send(
                event("r-" + code, code, "RECEIVED", LONG_AGO, Sender.applicant(PERSON)),
                event("s-" + code, code, "RETURNED", LONG_AGO.plusDays(7)));
        assertEquals(1, forgetting.step(1).await().indefinitely());
        sender.send(event("l-" + code, code, "IN_PROGRESS", LONG_AGO.plusDays(3)))
                .body("accepted", equalTo(1));
        assertEquals(0L, Tables.number(KNOWN_OF_IT.formatted(code)));
        // It ended long ago all the same: the next step takes it again, with what the event said.
        assertEquals(1, forgetting.step(1).await().indefinitely());
        sender.send(event("o-" + code, code, "IN_PROGRESS", daysAgo(1), Sender.applicant(PERSON)));
        Callers.citizen(PERSON)
                .get("/v1/me/dossiers/" + code)
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_PROGRESS"));
    }

    @Test
    void whatEndedLatelyOrIsPartOfSomethingOpenIsKept() {
        var whole = newCode();
        var part = newCode();
        sender.send(event("w-" + whole, whole, "RECEIVED", LONG_AGO));
        sender.send(
                event(
                        "a-" + part,
                        part,
                        "RETURNED",
                        LONG_AGO,
                        Sender.applicant(PERSON) + ",\"parentCode\":\"" + whole + "\""),
                event(
                        "b-" + part,
                        newCode(),
                        "RECEIVED",
                        daysAgo(2),
                        Sender.applicant(PERSON) + ",\"parentCode\":\"" + whole + "\""));
        var recent = newCode();
        sender.send(event("c-" + recent, recent, "RETURNED", daysAgo(300), Sender.applicant(PERSON)));
        forgetting.step(1).await().indefinitely();
        for (var code : new String[] {part, recent}) {
            Callers.lookup(code, "4321").then().statusCode(200);
        }
    }

    private String figures(String code) {
        stays.upTo().await().indefinitely();
        return (String) Tables.value(FIGURES.formatted(code));
    }

    private static String secret(String code) {
        return Callers.system("H44")
                .get("/v1/integration/dossiers/" + code + "/receipt")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
    }
}
