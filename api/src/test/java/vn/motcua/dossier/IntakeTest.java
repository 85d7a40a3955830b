package vn.motcua.dossier;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;
import static vn.motcua.dossier.Sender.newCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

/** What an event id, a content, an order and a feed mean. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class IntakeTest {
    private final Sender sender = new Sender("system-phu-tho", "H44");
    private final Sender ministry = new Sender("system-ministry", "H44");

    @Test
    void idThatStandsForSomethingElseIsToldAndNotTaken() {
        var code = newCode();
        sender.send(event("u-" + code, code, "RECEIVED", daysAgo(3))).body("accepted", equalTo(1));
        var other = newCode();
        sender.send(
                        event("n-" + code, code, "IN_PROGRESS", daysAgo(2)),
                        event("u-" + code, other, "RECEIVED", daysAgo(3)))
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(0))
                .body("rejected", hasSize(1))
                .body("rejected[0].index", equalTo(1))
                .body("rejected[0].eventId", equalTo("u-" + code))
                .body("rejected[0].problem.type", equalTo("/problems/event-id-reused"));
        assertEquals(0L, Tables.number("select count(*) from dossier.dossier where code = '" + other + "'"));
    }

    @Test
    void idThatIsUsedTwiceInOneBatchStandsForItsFirstContent() {
        var code = newCode();
        sender.send(
                        event("t-" + code, code, "RECEIVED", daysAgo(3)),
                        event("t-" + code, code, "RETURNED", daysAgo(2)),
                        event("t-" + code, code, "RECEIVED", daysAgo(3)))
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(1))
                .body("rejected.index", equalTo(List.of(1)));
    }

    @Test
    void dossierOfAMonthWithoutAPartitionIsTakenAndFound() {
        // An absurd date of our century is no month to prepare for; a month long ago gets its partition when first
        // seen.
        for (var code : List.of("H44.07-20980105-0000001", "H44.07-070305-0001", "H44.07-19991231-0000001")) {
            var at = daysAgo(3);
            sender.send(event("m1-" + code, code, "RECEIVED", at)).body("accepted", equalTo(1));
            sender.send(event("m2-" + code, code, "IN_PROGRESS", daysAgo(2)))
                    .body("accepted", equalTo(1))
                    .body("flagged", equalTo(0));
            sender.send(event("m3-" + code, code, "RECEIVED", at)).body("duplicates", equalTo(1));
            assertEquals(
                    2L,
                    Tables.number(
                            "select jsonb_array_length(timeline) from dossier.dossier where code = '" + code + "'"));
        }
        assertEquals("dossier.event_200703", partition("H44.07-070305-0001"));
        assertEquals("dossier.event_undated", partition("H44.07-20980105-0000001"));
        assertEquals("dossier.event_undated", partition("H44.07-19991231-0000001"));
    }

    @Test
    void eventsOfAMonthWaitInTheDefaultPartitionForTheirOwn() {
        var code = "H44.07-20970105-0000001";
        var at = daysAgo(3);
        sender.send(event("w-" + code, code, "RECEIVED", at)).body("accepted", equalTo(1));
        assertEquals("dossier.event_undated", partition(code));
        assertEquals(true, Tables.value("select dossier.add_event_month(209701)"));
        assertEquals(false, Tables.value("select dossier.add_event_month(209701)"));
        assertEquals("dossier.event_209701", partition(code));
        sender.send(event("w-" + code, code, "RECEIVED", at)).body("duplicates", equalTo(1));
    }

    @Test
    void anyOrderAndAnySplitIntoBatchesMakesTheSameDossier() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int run = 0; run < 12; run++) {
            var one = newCode();
            var other = newCode();
            var events = events(random, one);
            deliver(events, random, one);
            Collections.shuffle(events, random);
            deliver(events, random, other);
            assertEquals(dossier(one), dossier(other), "seed " + seed + ", run " + run);
        }
    }

    private record Sent(boolean byMinistry, String text) {}

    private static List<Sent> events(Random random, String code) {
        var events = new ArrayList<Sent>();
        int size = 2 + random.nextInt(10);
        for (int i = 0; i < size; i++) {
            var status = DossierStatus.values()[random.nextInt(10)].name();
            var more = switch (random.nextInt(4)) {
                case 0 -> ",\"dueAt\":\"2026-11-0" + (1 + random.nextInt(9)) + "T17:00:00+07:00\"";
                case 1 -> ",\"agencies\":{\"competent\":\"H44.0" + random.nextInt(3) + "\"}";
                case 2 ->
                    ",\"receivedAt\":\"2026-10-0" + (1 + random.nextInt(9))
                            + "T08:00:00+07:00\",\"channel\":\"ONLINE\"";
                default -> "";
            };
            // Ties are decided by a hash that the code is a part of; DossierFoldTest has them.
            var at = OffsetDateTime.parse("2026-10-10T08:00:07+07:00").plusHours(i * 11L);
            var text = event("%s-" + i, "%s", status, at, more);
            boolean byMinistry = random.nextBoolean();
            events.add(new Sent(byMinistry, text));
            if (random.nextInt(3) == 0) {
                events.add(new Sent(!byMinistry, text));
            }
        }
        return events;
    }

    private void deliver(List<Sent> events, Random random, String code) {
        for (int from = 0; from < events.size(); ) {
            int to = from + 1 + random.nextInt(events.size() - from);
            for (boolean byMinistry : new boolean[] {random.nextBoolean(), false, true}) {
                var batch = events.subList(from, to).stream()
                        .filter(e -> e.byMinistry() == byMinistry)
                        .map(e -> e.text().formatted(code, code))
                        .toArray(String[]::new);
                if (batch.length > 0) {
                    (byMinistry ? ministry : sender).send(batch).body("rejected", hasSize(0));
                }
            }
            from = to;
        }
    }

    /** Everything but the code, and what is told to people once. Proofs are bound to the code. */
    private static String dossier(String code) {
        return (String) Tables.value("""
                select (to_jsonb(d) - 'code' - 'proofs' - 'rating_offered' - 'rating_told')::text
                from dossier.dossier d where code = '%s'""".formatted(code));
    }

    @Test
    void eachFeedAndTheSourceOfEachFactAreKept() {
        var code = newCode();
        var received = daysAgo(5);
        sender.send(event("f1-" + code, code, "RECEIVED", received, ",\"channel\":\"ONLINE\""))
                .body("accepted", equalTo(1));
        ministry.send(event("f2-" + code, code, "IN_PROGRESS", daysAgo(3), ",\"agencies\":{\"competent\":\"H44.01\"}"))
                .body("accepted", equalTo(1));
        ministry.send(event("f3-" + code, code, "RECEIVED", received, ",\"channel\":\"ONLINE\""))
                .body("accepted", equalTo(0))
                .body("duplicates", equalTo(1));
        assertEquals(
                "{\"channel\": \"system-phu-tho\", \"competent\": \"system-ministry\"}",
                Tables.value("select fact_sources::text from dossier.dossier where code = '" + code + "'"));
        assertEquals(
                2L,
                Tables.number("select count(*) from dossier.dossier d, jsonb_object_keys(feeds) where code = '" + code
                        + "'"));
    }

    @Test
    void dossierOfOneSystemNeedsNoSourcesOfItsFacts() {
        var code = newCode();
        sender.send(event("o-" + code, code, "RECEIVED", daysAgo(5), ",\"channel\":\"ONLINE\""))
                .body("rejected", hasSize(0));
        assertEquals("{}", Tables.value("select fact_sources::text from dossier.dossier where code = '" + code + "'"));
        assertEquals(nullValue().toString(), String.valueOf((Object)
                Tables.value("select parent_code from dossier.dossier where code = '" + code + "'")));
    }

    private static String partition(String code) {
        return (String) Tables.value(
                "select tableoid::regclass::text from dossier.event where dossier_code = '" + code + "' limit 1");
    }
}
