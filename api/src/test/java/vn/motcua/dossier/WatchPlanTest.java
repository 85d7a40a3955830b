package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static vn.motcua.dossier.History.at;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.Days;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.dossier.WatchPlan.Kind;
import vn.motcua.dossier.WatchPlan.Stage;

class WatchPlanTest {
    private static final Stage DAY_BEFORE = new Stage(Kind.DUE_IN_DAYS, at("2026-08-28T07:30"));
    private static final Stage HOURS_BEFORE = new Stage(Kind.DUE_IN_HOURS, at("2026-09-03T10:30"));
    private static final Stage OVERDUE = new Stage(Kind.OVERDUE, at("2026-09-03T15:30"));

    private final Deadline deadline = new Deadline(Days.calendar(), OfficeHours.USUAL);

    @Test
    void warningsAreWorkingDaysAndOfficeHoursBeforeTheDate() {
        // National Day and its neighbours are off; three office hours before 15:30 is 10:30, with lunch between.
        assertEquals(
                List.of(DAY_BEFORE, HOURS_BEFORE, OVERDUE),
                plan("2026-08-20T09:00", 1, 3).stages());
        assertEquals(List.of(OVERDUE), plan("2026-08-20T09:00", 0, 0).stages());
    }

    @Test
    void warningBeforeReceptionIsLeftOut() {
        assertEquals(
                List.of(HOURS_BEFORE, OVERDUE), plan("2026-08-28T09:00", 1, 3).stages());
    }

    @Test
    void onlyWhatIsTrueNowIsToldAfterALongSleep() {
        var plan = plan("2026-08-20T09:00", 1, 3);
        assertEquals(Optional.empty(), plan.reached(at("2026-08-28T07:30")));
        assertEquals(Optional.of(DAY_BEFORE), plan.reached(at("2026-08-28T07:31")));
        assertEquals(Optional.of(OVERDUE), plan.reached(at("2026-09-10T09:00")));
        assertEquals(HOURS_BEFORE.at(), plan.next(at("2026-08-28T07:31")));
        assertNull(plan.next(at("2026-09-10T09:00")));
    }

    @Test
    void unknownYearCostsTheWarningsOnly() {
        var due = at("2031-01-02T17:00");
        assertEquals(
                List.of(new Stage(Kind.OVERDUE, due)),
                WatchPlan.of(due, null, deadline, new WatchPlan.Rules(1, 3)).stages());
    }

    private WatchPlan plan(String received, int days, int hours) {
        return WatchPlan.of(OVERDUE.at(), at(received), deadline, new WatchPlan.Rules(days, hours));
    }
}
