package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.dossier.History.at;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.Days;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.dossier.Deadline.Wait;

/** One extension, with an apology, a day before the date at the latest. */
class AppointmentTest {
    private static final Promise FIRST = new Promise(at("2026-10-05T09:00"), at("2026-10-14T11:00"));
    private static final Wait SUPPLEMENT = new Wait(at("2026-10-07T10:00"), at("2026-10-12T10:00"));

    private final Deadline deadline = new Deadline(Days.calendar(), OfficeHours.USUAL);

    @Test
    void withoutADateNothingBinds() {
        assertEquals(Appointment.NONE, of(List.of(), List.of()));
    }

    @Test
    void extensionADayBeforeIsInTime() {
        var once = of(List.of(FIRST, new Promise(at("2026-10-13T16:00"), at("2026-10-20T11:00"))), List.of());
        assertEquals(at("2026-10-20T11:00"), once.binding());
        assertEquals(1, once.extensions());
        assertFalse(once.extensionLate());
        assertFalse(once.extendedTooOften());
    }

    @Test
    void extensionOnTheDayItselfIsLateAndStillMovesTheDate() {
        var late = of(List.of(FIRST, new Promise(at("2026-10-14T08:00"), at("2026-10-20T11:00"))), List.of());
        assertEquals(at("2026-10-20T11:00"), late.binding());
        assertTrue(late.extensionLate());
    }

    @Test
    void extensionAfterTheDateHealsNoDelay() {
        var after = of(List.of(FIRST, new Promise(at("2026-10-15T08:00"), at("2026-10-20T11:00"))), List.of());
        assertEquals(at("2026-10-14T11:00"), after.binding());
        assertEquals(at("2026-10-20T11:00"), after.given());
        assertTrue(after.extensionLate());
    }

    @Test
    void secondExtensionIsFlaggedAndMovesNothing() {
        var twice = of(
                List.of(
                        FIRST,
                        new Promise(at("2026-10-12T09:00"), at("2026-10-20T11:00")),
                        new Promise(at("2026-10-16T09:00"), at("2026-10-28T11:00"))),
                List.of());
        assertEquals(at("2026-10-20T11:00"), twice.binding());
        assertEquals(at("2026-10-28T11:00"), twice.given());
        assertEquals(2, twice.extensions());
        assertTrue(twice.extendedTooOften());
    }

    @Test
    void dateThatOnlyTakesInTheWaitingIsNoExtension() {
        var moved = of(List.of(FIRST, new Promise(SUPPLEMENT.to(), at("2026-10-19T11:00"))), List.of(SUPPLEMENT));
        assertEquals(at("2026-10-19T11:00"), moved.binding());
        assertEquals(0, moved.extensions());
        assertNull(moved.extendedAt());
        var oneDayMore = of(List.of(FIRST, new Promise(SUPPLEMENT.to(), at("2026-10-20T11:00"))), List.of(SUPPLEMENT));
        assertEquals(1, oneDayMore.extensions());
    }

    @Test
    void waitingAfterTheDateWasGivenMovesIt() {
        assertEquals(
                at("2026-10-19T11:00"), of(List.of(FIRST), List.of(SUPPLEMENT)).binding());
        var known = new Promise(at("2026-10-12T11:00"), at("2026-10-14T11:00"));
        assertEquals(
                at("2026-10-14T11:00"), of(List.of(known), List.of(SUPPLEMENT)).binding());
    }

    @Test
    void dateBroughtForwardBinds() {
        var sooner = of(List.of(FIRST, new Promise(at("2026-10-06T09:00"), at("2026-10-09T11:00"))), List.of());
        assertEquals(at("2026-10-09T11:00"), sooner.binding());
        assertEquals(0, sooner.extensions());
    }

    private Appointment of(List<Promise> promises, List<Wait> waits) {
        return Appointment.of(promises, waits, deadline, 1);
    }
}
