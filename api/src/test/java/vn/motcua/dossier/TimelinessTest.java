package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.motcua.dossier.History.at;
import static vn.motcua.dossier.Timeliness.EARLY;
import static vn.motcua.dossier.Timeliness.NOT_COUNTED;
import static vn.motcua.dossier.Timeliness.ON_TIME;
import static vn.motcua.dossier.Timeliness.OVERDUE;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.Days;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.dossier.Deadline.Limit;
import vn.motcua.dossier.Deadline.Unit;
import vn.motcua.dossier.Deadline.Wait;
import vn.motcua.dossier.Timeliness.Handling;

/** The six rules of metric 2.1, one by one. */
class TimelinessTest {
    private static final OffsetDateTime RECEIVED = at("2026-10-05T09:00");
    private static final OffsetDateTime APPOINTMENT = at("2026-10-12T17:00");
    private static final Limit FIVE_DAYS = new Limit(5, Unit.WORKING_DAY);
    private static final OffsetDateTime PERIOD_END = at("2026-10-31T23:59");

    private final Deadline deadline = new Deadline(Days.calendar(), OfficeHours.USUAL);

    @Test
    void firstOnlyWhatWasAcceptedCounts() {
        assertEquals(
                NOT_COUNTED,
                judge(new Handling(
                        false, null, null, null, at("2026-10-06T09:00"), null, 0, List.of(), null, FIVE_DAYS)));
    }

    @Test
    void secondTheEndIsReadyThenReturnedThenStopped() {
        assertEquals(ON_TIME, judge(ended("2026-10-12T16:00", "2026-10-20T09:00", null)));
        assertEquals(OVERDUE, judge(ended(null, "2026-10-13T09:00", "2026-10-06T09:00")));
        assertEquals(EARLY, judge(ended(null, null, "2026-10-06T09:00")));
    }

    @Test
    void thirdWhileASupplementIsAwaitedItsRequestIsTheEnd() {
        var asked = at("2026-10-09T10:00");
        assertEquals(
                ON_TIME,
                judge(new Handling(true, RECEIVED, null, null, null, asked, 1, List.of(), APPOINTMENT, FIVE_DAYS)));
        assertEquals(
                OVERDUE,
                judge(new Handling(
                        true, RECEIVED, null, null, null, asked.plusDays(5), 1, List.of(), APPOINTMENT, FIVE_DAYS)));
    }

    @Test
    void fourthMoreThanOneSupplementIsOverdueHoweverEarlyTheEnd() {
        assertEquals(
                OVERDUE,
                judge(new Handling(
                        true,
                        RECEIVED,
                        at("2026-10-08T09:00"),
                        null,
                        null,
                        null,
                        2,
                        List.of(),
                        APPOINTMENT,
                        FIVE_DAYS)));
    }

    @Test
    void fifthTheAppointmentDecidesAndElseTheLongestLimitWithoutTheWaiting() {
        assertEquals(ON_TIME, judge(ended("2026-10-12T17:00", null, null)));
        assertEquals(OVERDUE, judge(ended("2026-10-12T17:01", null, null)));
        assertEquals(EARLY, judge(ended("2026-10-09T17:00", null, null)));
        var wait = new Wait(at("2026-10-07T10:00"), at("2026-10-12T10:00"));
        assertEquals(ON_TIME, judge(without("2026-10-15T16:00", List.of(wait))));
        assertEquals(OVERDUE, judge(without("2026-10-16T09:00", List.of(wait))));
        assertEquals(OVERDUE, judge(without("2026-10-15T16:00", List.of())));
    }

    @Test
    void sixthWhatIsUnfinishedIsComparedWithTheEndOfThePeriod() {
        var open = new Handling(true, RECEIVED, null, null, null, null, 0, List.of(), APPOINTMENT, FIVE_DAYS);
        assertEquals(OVERDUE, judge(open));
        assertEquals(ON_TIME, Timeliness.of(open, deadline, at("2026-10-10T23:59")));
    }

    @Test
    void withoutAnythingToCompareWithItIsInNoRate() {
        assertEquals(
                NOT_COUNTED, judge(new Handling(true, RECEIVED, null, null, null, null, 0, List.of(), null, null)));
    }

    @Test
    void stepsOfADossierSayWhatIsJudged() {
        assertEquals(ON_TIME, steps(DossierStatus.RECEIVED, DossierStatus.IN_PROGRESS));
        assertEquals(EARLY, steps(DossierStatus.RECEIVED, DossierStatus.RESULT_READY));
        assertEquals(NOT_COUNTED, steps(DossierStatus.RECEIVED, DossierStatus.REFUSED));
        assertEquals(ON_TIME, steps(DossierStatus.RECEIVED, DossierStatus.RESULT_READY, DossierStatus.IN_PROGRESS));
        assertEquals(
                OVERDUE,
                steps(
                        DossierStatus.RECEIVED,
                        DossierStatus.SUPPLEMENT_REQUESTED,
                        DossierStatus.IN_PROGRESS,
                        DossierStatus.SUPPLEMENT_REQUESTED));
    }

    /** One step a day from the reception on, judged two days before the appointment. */
    private Timeliness steps(DossierStatus... steps) {
        var timeline = new ArrayList<Folded.Moment>();
        for (var step : steps) {
            timeline.add(new Folded.Moment(step, RECEIVED.plusDays(timeline.size()), null));
        }
        var handling = Handling.of(timeline, RECEIVED, APPOINTMENT, FIVE_DAYS);
        return Timeliness.of(handling, deadline, at("2026-10-10T23:59"));
    }

    private Timeliness judge(Handling handling) {
        return Timeliness.of(handling, deadline, PERIOD_END);
    }

    private static Handling ended(String ready, String returned, String stopped) {
        return new Handling(
                true, RECEIVED, time(ready), time(returned), time(stopped), null, 0, List.of(), APPOINTMENT, FIVE_DAYS);
    }

    private static Handling without(String ready, List<Wait> waits) {
        return new Handling(true, RECEIVED, time(ready), null, null, null, waits.size(), waits, null, FIVE_DAYS);
    }

    private static OffsetDateTime time(String local) {
        return local == null ? null : at(local);
    }
}
