package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.dossier.DossierStatus.IN_PROGRESS;
import static vn.motcua.dossier.DossierStatus.PAYMENT_REQUESTED;
import static vn.motcua.dossier.DossierStatus.RECEIVED;
import static vn.motcua.dossier.DossierStatus.SUBMITTED;
import static vn.motcua.dossier.DossierStatus.SUPPLEMENT_REQUESTED;
import static vn.motcua.dossier.History.at;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Deadline.Wait;

class PausesTest {
    @Test
    void oneSupplementIsTakenOut() {
        var pauses = of(RECEIVED, SUPPLEMENT_REQUESTED, IN_PROGRESS);
        assertEquals(List.of(wait(2, 3)), pauses.waits());
        assertFalse(pauses.moreThanOneSupplement());
    }

    @Test
    void secondSupplementCountsAgainstTheAgencyAndPaymentNeverDoes() {
        var pauses = of(
                RECEIVED,
                SUPPLEMENT_REQUESTED,
                IN_PROGRESS,
                SUPPLEMENT_REQUESTED,
                IN_PROGRESS,
                PAYMENT_REQUESTED,
                IN_PROGRESS);
        assertEquals(List.of(wait(2, 3), wait(6, 7)), pauses.waits());
        assertEquals(2, pauses.supplements());
        assertTrue(pauses.moreThanOneSupplement());
    }

    @Test
    void newsOfTheSameRequestIsNoSecondRequest() {
        var pauses = of(RECEIVED, SUPPLEMENT_REQUESTED, SUPPLEMENT_REQUESTED, IN_PROGRESS);
        assertEquals(1, pauses.supplements());
        assertEquals(List.of(wait(2, 3), wait(3, 4)), pauses.waits());
    }

    @Test
    void supplementBeforeReceptionIsNeitherWaitedForNorCounted() {
        var pauses = of(SUBMITTED, SUPPLEMENT_REQUESTED, RECEIVED, SUPPLEMENT_REQUESTED, IN_PROGRESS);
        assertEquals(1, pauses.supplements());
        assertEquals(List.of(wait(4, 5)), pauses.waits());
    }

    @Test
    void nothingIsWaitedForWithoutReception() {
        assertEquals(
                List.of(),
                Pauses.of(timeline(SUBMITTED, SUPPLEMENT_REQUESTED, SUBMITTED), null)
                        .waits());
    }

    /** One step a day from 1 October 2026 on. */
    private static Pauses of(DossierStatus... steps) {
        var timeline = timeline(steps);
        var received = timeline.stream()
                .filter(moment -> moment.status() == RECEIVED)
                .findFirst()
                .orElseThrow();
        return Pauses.of(timeline, received.occurredAt());
    }

    private static List<Folded.Moment> timeline(DossierStatus... steps) {
        var moments = new ArrayList<Folded.Moment>();
        for (var step : steps) {
            moments.add(new Folded.Moment(step, at("2026-10-%02dT09:00".formatted(moments.size() + 1)), null));
        }
        return moments;
    }

    private static Wait wait(int from, int to) {
        return new Wait(at("2026-10-%02dT09:00".formatted(from)), at("2026-10-%02dT09:00".formatted(to)));
    }
}
