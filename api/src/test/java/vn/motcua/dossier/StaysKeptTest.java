package vn.motcua.dossier;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;
import static vn.motcua.dossier.Sender.newCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

/** Stays are changed where a report changed them, and are then what they would be if they were all made anew. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class StaysKeptTest {
    private static final List<String> STEPS = List.of(
            "SUBMITTED",
            "REFUSED",
            "RECEIVED",
            "IN_PROGRESS",
            "SUPPLEMENT_REQUESTED",
            "PAYMENT_REQUESTED",
            "STOPPED",
            "RESULT_READY",
            "RETURNED");
    private static final String OF = """
            select coalesce(string_agg(to_jsonb(s)::text, ' ' order by code, number), '') from dossier.stay s
            where code in (%s)""";

    private final Sender sender = new Sender("system-phu-tho", "H44");

    @Inject
    Stays stays;

    @Test
    void whatIsKeptIsWhatIsMadeAnew() {
        long seed = Long.getLong("motcua.seed", System.nanoTime());
        var random = new Random(seed);
        var codes = new ArrayList<String>();
        var events = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            var code = newCode();
            codes.add(code);
            for (int step = 1 + random.nextInt(7); step > 0; step--) {
                var more = new StringBuilder();
                if (random.nextBoolean()) {
                    more.append(",\"dueAt\":\"")
                            .append(daysAgo(random.nextInt(30)))
                            .append('"');
                }
                if (random.nextBoolean()) {
                    more.append(",\"agencies\":{\"competent\":\"H44.0")
                            .append(1 + random.nextInt(3))
                            .append("\"}");
                }
                if (random.nextBoolean()) {
                    more.append(",\"procedureCode\":\"9.99999").append(random.nextInt(3));
                    more.append("\",\"channel\":\"")
                            .append(random.nextBoolean() ? "ONLINE" : "DIRECT")
                            .append('"');
                }
                // A time of its own for each event, so that none says what another has said.
                var at = daysAgo(40 - random.nextInt(40)).plusMinutes(events.size());
                events.add(event(
                        "k-" + events.size() + code,
                        code,
                        STEPS.get(random.nextInt(STEPS.size())),
                        at,
                        more.toString()));
            }
        }
        Collections.shuffle(events, random);
        for (int from = 0; from < events.size(); from += 12) {
            var some = events.subList(from, Math.min(events.size(), from + 12));
            sender.send(some.toArray(String[]::new)).body("accepted", equalTo(some.size()));
            kept(codes);
        }
        var changed = kept(codes);
        assertNotEquals("", changed);
        run("delete from dossier.stay where code in (" + list(codes) + ") returning 1");
        run("insert into dossier.stay_due (code) select unnest(array[" + list(codes) + "]) returning 1");
        assertEquals(kept(codes), changed, "seed " + seed);
    }

    @Test
    void aStayThatEndedIsNotWrittenAgain() {
        var code = newCode();
        var place = "select (xmin, ctid)::text from dossier.stay where number = 0 and code = '" + code + "'";
        sender.send(event("a-" + code, code, "RECEIVED", daysAgo(9)));
        kept(List.of(code));
        var begun = Tables.value(place);
        sender.send(event("b-" + code, code, "SUPPLEMENT_REQUESTED", daysAgo(7)));
        kept(List.of(code));
        var ended = Tables.value(place);
        assertNotEquals(begun, ended);
        sender.send(event("c-" + code, code, "IN_PROGRESS", daysAgo(5)));
        assertTrue(kept(List.of(code)).contains("\"number\": 2"));
        assertEquals(ended, Tables.value(place));
    }

    @Test
    void aDossierThatWasNotAcceptedAfterAllHasNone() {
        var code = newCode();
        sender.send(event("a-" + code, code, "RECEIVED", daysAgo(9)));
        assertNotEquals("", kept(List.of(code)));
        sender.send(event("b-" + code, code, "REFUSED", daysAgo(8))).body("accepted", equalTo(1));
        assertEquals("", kept(List.of(code)));
    }

    @Test
    void aDossierThatIsNowMadeOfPartsIsCountedByThemAlone() {
        var whole = newCode();
        var part = newCode();
        sender.send(event("w-" + whole, whole, "RECEIVED", daysAgo(9)));
        assertNotEquals("", kept(List.of(whole)));
        sender.send(event("p-" + part, part, "RECEIVED", daysAgo(8), ",\"parentCode\":\"" + whole + "\""));
        assertNotEquals("", kept(List.of(part)));
        assertEquals("", kept(List.of(whole)));
    }

    /** The stays of these dossiers as they are kept once every change that was noted is taken in. */
    private String kept(List<String> codes) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (run("select count(*) from dossier.stay_due where code in (" + list(codes) + ")") > 0) {
            assertTrue(System.nanoTime() < end, "changes are still waiting to be taken in");
            stays.upTo().await().indefinitely();
        }
        return (String) Tables.value(OF.formatted(list(codes)));
    }

    private static long run(String sql) {
        return Tables.number(sql);
    }

    private static String list(List<String> codes) {
        return "'" + String.join("','", codes) + "'";
    }
}
