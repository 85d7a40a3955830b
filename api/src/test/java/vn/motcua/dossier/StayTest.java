package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Folded.Moment;
import vn.motcua.dossier.Timeliness.Handling;

class StayTest {
    private static final OffsetDateTime RECEIVED = at("2026-10-05T08:00");
    private static final OffsetDateTime DUE = at("2026-10-20T17:00");

    @Test
    void aDossierIsInWorkFromReceptionToItsResult() {
        var stays = Stay.of(
                List.of(
                        step(DossierStatus.SUBMITTED, "2026-10-02T08:00"),
                        step(DossierStatus.RECEIVED, "2026-10-05T08:00"),
                        step(DossierStatus.IN_PROGRESS, "2026-10-06T08:00"),
                        step(DossierStatus.RESULT_READY, "2026-10-12T08:00"),
                        step(DossierStatus.RETURNED, "2026-10-25T08:00")),
                RECEIVED,
                DUE);
        assertEquals(
                List.of(
                        new Stay(4, RECEIVED, at("2026-10-12T08:00"), null, DUE, true),
                        new Stay(9, at("2026-10-12T08:00"), null, Timeliness.EARLY, null, true)),
                stays);
    }

    @Test
    void waitingForPapersIsJudgedByTheRequestAndASecondOneIsOverdue() {
        var stays = Stay.of(
                List.of(
                        step(DossierStatus.RECEIVED, "2026-10-05T08:00"),
                        step(DossierStatus.SUPPLEMENT_REQUESTED, "2026-10-07T08:00"),
                        step(DossierStatus.IN_PROGRESS, "2026-10-09T08:00"),
                        step(DossierStatus.SUPPLEMENT_REQUESTED, "2026-10-12T08:00"),
                        step(DossierStatus.IN_PROGRESS, "2026-10-14T08:00")),
                RECEIVED,
                DUE);
        assertEquals(List.of(4, 5, 4, 5, 4), stays.stream().map(Stay::state).toList());
        assertEquals(Timeliness.ON_TIME, stays.get(1).verdict());
        assertEquals(DUE, stays.get(2).overdueFrom());
        assertEquals(Timeliness.OVERDUE, stays.get(3).verdict());
        assertEquals(at("2026-10-14T08:00"), stays.get(4).overdueFrom());
    }

    @Test
    void whatWasNeverAcceptedHasNoStays() {
        assertTrue(Stay.of(List.of(step(DossierStatus.SUBMITTED, "2026-10-05T08:00")), null, null)
                .isEmpty());
        assertTrue(Stay.of(
                        List.of(
                                step(DossierStatus.SUBMITTED, "2026-10-05T08:00"),
                                step(DossierStatus.REFUSED, "2026-10-06T08:00")),
                        RECEIVED,
                        DUE)
                .isEmpty());
    }

    @Test
    void withoutADateNothingIsJudged() {
        var stays = Stay.of(
                List.of(
                        step(DossierStatus.RECEIVED, "2026-10-05T08:00"),
                        step(DossierStatus.RETURNED, "2026-10-12T08:00")),
                RECEIVED,
                null);
        assertEquals(
                List.of(
                        new Stay(4, RECEIVED, at("2026-10-12T08:00"), null, null, false),
                        new Stay(9, at("2026-10-12T08:00"), null, Timeliness.NOT_COUNTED, null, false)),
                stays);
    }

    /** At any moment a stay says what the one rule says of the steps up to then. */
    @Test
    void staysSayAtEveryMomentWhatTimelinessSays() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            var steps = new ArrayList<Moment>();
            var time = RECEIVED;
            steps.add(new Moment(DossierStatus.RECEIVED, time, null));
            for (int i = random.nextInt(7); i > 0; i--) {
                time = time.plusMinutes(1 + random.nextInt(6_000));
                var status = DossierStatus.values()[3 + random.nextInt(7)];
                steps.add(new Moment(status, time, null));
            }
            var due = random.nextInt(5) == 0 ? null : RECEIVED.plusMinutes(random.nextInt(25_000));
            var moment = RECEIVED.plusMinutes(1 + random.nextInt(40_000));
            var stays = Stay.of(steps, RECEIVED, due);
            assertContiguous(stays, steps + " seed " + seed);
            var now = stays.stream()
                    .filter(stay -> stay.from().isBefore(moment)
                            && (stay.to() == null || !stay.to().isBefore(moment)))
                    .findFirst()
                    .orElseThrow();
            // All steps of the present state: what it is judged by when the last of them is known.
            var known = steps.stream()
                    .filter(step -> now.to() == null || step.occurredAt().isBefore(now.to()))
                    .toList();
            var expected = Timeliness.of(Handling.of(known, RECEIVED, due, null), null, moment);
            assertEquals(expected, said(now, moment), () -> steps + " due " + due + " at " + moment + " seed " + seed);
        }
    }

    /** As the query says it. */
    private static Timeliness said(Stay stay, OffsetDateTime at) {
        if (stay.verdict() != null) {
            return stay.verdict();
        }
        if (stay.overdueFrom() != null && stay.overdueFrom().isBefore(at)) {
            return Timeliness.OVERDUE;
        }
        return stay.dated() ? Timeliness.ON_TIME : Timeliness.NOT_COUNTED;
    }

    private static void assertContiguous(List<Stay> stays, String said) {
        assertEquals(RECEIVED, stays.getFirst().from(), said);
        for (int i = 1; i < stays.size(); i++) {
            assertEquals(stays.get(i - 1).to(), stays.get(i).from(), said);
            assertTrue(stays.get(i - 1).state() != stays.get(i).state(), said);
        }
        assertEquals(null, stays.getLast().to(), said);
    }

    private static Moment step(DossierStatus status, String local) {
        return new Moment(status, at(local), null);
    }

    private static OffsetDateTime at(String local) {
        return OffsetDateTime.parse(local + ":00+07:00");
    }
}
