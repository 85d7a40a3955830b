package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.motcua.satisfaction.EndedDossier.Outcome;

class DossierFoldTest {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-10-05T09:00:00+07:00");
    private int sequence;

    @Test
    void anyOrderOfArrivalMakesTheSameDossier() {
        var random = new Random(7);
        for (int run = 0; run < 500; run++) {
            var events = new ArrayList<StoredEvent>();
            int size = 1 + random.nextInt(12);
            for (int i = 0; i < size; i++) {
                var status = DossierStatus.values()[random.nextInt(10)];
                // Few distinct times, so that ties are common.
                events.add(event(status, random.nextInt(6), facts(random)));
            }
            var expected = DossierFold.fold(events, FoldRules.DERIVED);
            Collections.shuffle(events, random);
            assertEquals(text(expected), text(DossierFold.fold(events, FoldRules.DERIVED)));
        }
    }

    @Test
    void supplementAndPaymentStopTheClock() {
        var folded = fold(DossierStatus.RECEIVED, DossierStatus.SUPPLEMENT_REQUESTED, DossierStatus.IN_PROGRESS);
        assertEquals(List.of(new Deadline.Wait(START.plusDays(1), START.plusDays(2))), folded.waits());
        assertEquals(1, folded.supplements());
        assertNull(folded.pausedSince());
        assertEquals(
                START.plusDays(1),
                fold(DossierStatus.RECEIVED, DossierStatus.PAYMENT_REQUESTED).pausedSince());
    }

    @Test
    void waitingBeforeReceptionDoesNotMoveTheDeadline() {
        var folded = fold(DossierStatus.SUBMITTED, DossierStatus.SUPPLEMENT_REQUESTED, DossierStatus.RECEIVED);
        assertEquals(List.of(), folded.waits());
        assertEquals(START.plusDays(2), folded.receivedAt());
    }

    @Test
    void withdrawalIsToldApartFromAStop() {
        assertEquals(
                Outcome.WITHDRAWN,
                fold(DossierStatus.RECEIVED, DossierStatus.WITHDRAWAL_REQUESTED, DossierStatus.STOPPED)
                        .outcome());
        assertEquals(
                Outcome.STOPPED,
                fold(DossierStatus.RECEIVED, DossierStatus.STOPPED).outcome());
        assertEquals(
                Outcome.STOPPED,
                fold(DossierStatus.RECEIVED, DossierStatus.STOPPED, DossierStatus.RETURNED)
                        .outcome());
    }

    @Test
    void processingEndsWhenTheResultIsReady() {
        var folded = fold(DossierStatus.RECEIVED, DossierStatus.RESULT_READY, DossierStatus.RETURNED);
        assertEquals(START.plusDays(1), folded.endedAt());
        assertEquals(Outcome.RETURNED, folded.outcome());
    }

    @Test
    void recalledResultIsOpenAgain() {
        var folded = fold(DossierStatus.RECEIVED, DossierStatus.RESULT_READY, DossierStatus.IN_PROGRESS);
        assertNull(folded.endedAt());
        assertNull(folded.outcome());
        assertEquals(0, folded.flags());
    }

    @Test
    void moveOutsideTheTableIsKeptAndFlagged() {
        var folded = fold(DossierStatus.RECEIVED, DossierStatus.RETURNED, DossierStatus.SUBMITTED);
        assertEquals(2, folded.flags());
        assertEquals(DossierStatus.SUBMITTED, folded.status());
        assertEquals(3, folded.timeline().size());
    }

    @Test
    void sameStepFromTwoSystemsIsOneEntry() {
        var folded = DossierFold.fold(
                List.of(
                        event(DossierStatus.RECEIVED, 0, EventFacts.NONE),
                        event(
                                DossierStatus.RECEIVED,
                                0,
                                new EventFacts(null, null, null, "H44.07", null, null, null, null, null, null))),
                FoldRules.DERIVED);
        assertEquals(List.of(new Folded.Moment(DossierStatus.RECEIVED, START, "H44.07")), folded.timeline());
    }

    /** A system in the middle of a day and one at its end, a date apart: each repeats its own. */
    @Test
    void datesOfTwoSystemsByTurnsAreNoExtensions() {
        var events = new ArrayList<StoredEvent>();
        for (int day = 0; day < 6; day++) {
            var due = START.plusDays(9 + day % 2).plusHours(day);
            events.add(from("system-" + day % 2, day, due));
        }
        assertEquals(2, DossierFold.fold(events, FoldRules.DERIVED).promises().size());
        events.add(from("system-0", 6, START.plusDays(20)));
        events.add(from("system-1", 7, START.plusDays(20).plusHours(1)));
        assertEquals(3, DossierFold.fold(events, FoldRules.DERIVED).promises().size());
    }

    private StoredEvent from(String system, int day, OffsetDateTime due) {
        var e = event(DossierStatus.IN_PROGRESS, day, EventFacts.NONE);
        var facts = new EventFacts(null, null, null, null, null, null, null, due, null, null);
        return new StoredEvent(
                e.dossierCode(),
                system,
                e.status(),
                e.occurredAt(),
                facts,
                null,
                e.proofs(),
                e.contentHash(),
                false,
                false);
    }

    private Folded fold(DossierStatus... statuses) {
        var events = new ArrayList<StoredEvent>();
        for (int i = 0; i < statuses.length; i++) {
            events.add(event(statuses[i], i, EventFacts.NONE));
        }
        return DossierFold.fold(events, FoldRules.DERIVED);
    }

    private StoredEvent event(DossierStatus status, int day, EventFacts facts) {
        var hash = ByteBuffer.allocate(32).putInt(sequence++).array();
        var proofs = Proofs.of(List.of(hash));
        return new StoredEvent(
                "H44.07-261005-0001",
                "system-" + sequence % 3,
                status,
                START.plusDays(day),
                facts,
                null,
                proofs,
                hash,
                false,
                sequence % 2 == 0);
    }

    private static EventFacts facts(Random random) {
        return new EventFacts(
                random.nextBoolean() ? "1.00119" + random.nextInt(10) : null,
                null,
                random.nextBoolean() ? "H44.0" + random.nextInt(10) : null,
                random.nextBoolean() ? "H44.1" + random.nextInt(10) : null,
                null,
                null,
                null,
                random.nextInt(4) == 0 ? START.plusDays(random.nextInt(30)) : null,
                random.nextBoolean() ? Channel.values()[random.nextInt(3)] : null,
                null);
    }

    /** Arrays have no equality of their own. */
    private static String text(Folded folded) {
        return folded.toString().replaceAll("Proofs\\[[^]]*]", "")
                + java.util.Arrays.toString(folded.proofs().bytes());
    }
}
