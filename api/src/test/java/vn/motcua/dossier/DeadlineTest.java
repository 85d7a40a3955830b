package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.CalendarYearMissing;
import vn.motcua.calendar.Days;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.dossier.Deadline.Limit;
import vn.motcua.dossier.Deadline.Unit;
import vn.motcua.dossier.Deadline.Wait;

/** The worked examples of the reference, and the units they leave out. */
class DeadlineTest {
    private final Deadline deadline = new Deadline(Days.calendar(), OfficeHours.USUAL);

    @Test
    void fiveWorkingDaysAcrossNationalDay() {
        assertDue("2026-09-04T17:00", "2026-08-25T10:00", 5, Unit.WORKING_DAY);
    }

    @Test
    void saturdayWorkedBySwapCounts() {
        assertDue("2026-08-22T17:00", "2026-08-20T09:00", 2, Unit.WORKING_DAY);
    }

    @Test
    void proposedSwapMovesTheDateOnlyOnceItIsDecided() {
        assertDue("2026-11-23T17:00", "2026-11-20T16:10", 1, Unit.WORKING_DAY);
        var decided = new Deadline(Days.withProposedSwap(), OfficeHours.USUAL);
        var due = decided.due(at("2026-11-20T16:10"), new Limit(1, Unit.WORKING_DAY), List.of());
        assertEquals(at("2026-11-25T17:00"), due);
    }

    @Test
    void daysWaitedForTheApplicantAreAdded() {
        var limit = new Limit(5, Unit.WORKING_DAY);
        var received = at("2026-10-05T09:00");
        assertEquals(at("2026-10-12T17:00"), deadline.due(received, limit, List.of()));
        var wait = new Wait(at("2026-10-07T10:00"), at("2026-10-12T10:00"));
        assertEquals(3, deadline.workingDays(wait));
        assertEquals(at("2026-10-15T17:00"), deadline.due(received, limit, List.of(wait)));
    }

    @Test
    void sameDayProcedureReceivedLateIsDueOnTheNextWorkingDay() {
        assertDue("2026-05-04T17:00", "2026-04-29T15:20", 0.5, Unit.WORKING_DAY);
        assertDue("2026-04-29T17:00", "2026-04-29T14:59", 0.5, Unit.WORKING_DAY);
        assertDue("2026-05-04T17:00", "2026-04-30T09:00", 0, Unit.DAY);
    }

    @Test
    void calendarDaysMonthsAndYearsThatEndOnADayOffEndOnTheNextWorkingDay() {
        assertDue("2026-10-12T17:00", "2026-10-01T09:00", 10, Unit.DAY);
        assertDue("2026-09-03T17:00", "2026-08-02T09:00", 1, Unit.MONTH);
        assertDue("2026-03-02T17:00", "2026-01-31T09:00", 1, Unit.MONTH);
        assertDue("2027-01-04T17:00", "2026-01-01T09:00", 1, Unit.YEAR);
    }

    @Test
    void workingHoursPassWhileTheOfficeIsOpen() {
        assertDue("2026-10-08T10:30", "2026-10-08T08:30", 2, Unit.WORKING_HOUR);
        assertDue("2026-10-08T14:30", "2026-10-08T10:30", 2, Unit.WORKING_HOUR);
        assertDue("2026-10-12T09:00", "2026-10-09T16:30", 2, Unit.WORKING_HOUR);
        assertDue("2026-10-12T09:30", "2026-10-10T16:30", 2, Unit.WORKING_HOUR);
    }

    @Test
    void plainHoursRunByTheClockAndEndWhileAnOfficeIsOpen() {
        assertDue("2026-10-09T07:30", "2026-10-08T16:30", 2, Unit.HOUR);
        assertDue("2026-10-09T08:30", "2026-10-08T08:30", 24, Unit.HOUR);
        assertDue("2026-10-12T07:30", "2026-10-09T08:30", 24, Unit.HOUR);
    }

    @Test
    void waitingIsMeasuredInWhatTheLimitIsCountedIn() {
        var received = at("2026-10-05T09:00");
        var wait = new Wait(at("2026-10-07T10:00"), at("2026-10-12T10:00"));
        assertEquals(at("2026-10-20T17:00"), due(received, new Limit(10, Unit.DAY), wait));
        assertEquals(at("2026-11-10T17:00"), due(received, new Limit(1, Unit.MONTH), wait));
        // Half an hour had passed before the wait; the other half begins with its end.
        assertEquals(at("2026-10-12T10:30"), due(at("2026-10-07T09:30"), new Limit(1, Unit.WORKING_HOUR), wait));
        assertEquals(at("2026-10-12T10:30"), due(at("2026-10-07T09:30"), new Limit(1, Unit.HOUR), wait));
    }

    private OffsetDateTime due(OffsetDateTime received, Limit limit, Wait wait) {
        return deadline.due(received, limit, List.of(wait));
    }

    @Test
    void dayOfReceiptIsTheDayInVietnam() {
        var due = deadline.due(OffsetDateTime.parse("2026-10-05T18:30:00Z"), new Limit(1, Unit.WORKING_DAY), List.of());
        assertEquals(at("2026-10-07T17:00"), due);
    }

    @Test
    void workingDaysLeftAreZeroOnTheLastDayAndNegativeWhenLate() {
        var due = at("2026-10-12T17:00");
        assertEquals(2, deadline.workingDaysLeft(at("2026-10-08T08:00"), due));
        assertEquals(0, deadline.workingDaysLeft(at("2026-10-12T08:00"), due));
        assertEquals(-1, deadline.workingDaysLeft(at("2026-10-13T08:00"), due));
    }

    @Test
    void unknownYearIsNotGuessed() {
        var limit = new Limit(3, Unit.YEAR);
        assertThrows(CalendarYearMissing.class, () -> deadline.due(at("2026-10-05T09:00"), limit, List.of()));
    }

    private void assertDue(String due, String received, double value, Unit unit) {
        assertEquals(at(due), deadline.due(at(received), new Limit(value, unit), List.of()));
    }

    private static OffsetDateTime at(String local) {
        return OffsetDateTime.parse(local + ":00+07:00");
    }
}
