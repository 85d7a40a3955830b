package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static vn.motcua.dossier.DossierStatus.IN_PROGRESS;
import static vn.motcua.dossier.DossierStatus.RECEIVED;
import static vn.motcua.dossier.DossierStatus.SUBMITTED;
import static vn.motcua.dossier.DossierStatus.SUPPLEMENT_REQUESTED;
import static vn.motcua.dossier.History.at;
import static vn.motcua.dossier.History.dueAt;
import static vn.motcua.dossier.History.procedure;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.Days;
import vn.motcua.catalogue.ProcedureFacts;
import vn.motcua.dossier.Standing.Pinned;

class DueDatesTest {
    private static final ProcedureFacts.Limit DESK = new ProcedureFacts.Limit("DIRECT", 5, "WORKING_DAY");
    private static final ProcedureFacts.Limit ONLINE = new ProcedureFacts.Limit("ONLINE", 3, "WORKING_DAY");
    private static final ProcedureFacts.Limit UNCOUNTABLE = new ProcedureFacts.Limit("POSTAL", 1, "OTHER");

    private ProcedureFacts published = facts(1, DESK, ONLINE, UNCOUNTABLE);
    private final DueDates dueDates =
            new DueDates(key -> Optional.ofNullable(published), Days::time, DueDates.Rules.USUAL);

    @Test
    void limitOfTheChannelHoldsAndElseTheLongest() {
        assertEquals(at("2026-10-08T17:00"), due(Channel.ONLINE));
        assertEquals(at("2026-10-12T17:00"), due(Channel.DIRECT));
        assertEquals(at("2026-10-12T17:00"), due(null));
        assertNull(due(Channel.POSTAL));
    }

    @Test
    void versionInForceIsPinnedAtReceptionAndNotBefore() {
        var submitted = new History().on("2026-10-05T09:00", SUBMITTED, procedure(Channel.ONLINE));
        var early = dueDates.pin(submitted.fold(), Pinned.NOTHING);
        assertNull(early.version());
        var received = submitted.on("2026-10-06T09:00", RECEIVED).fold();
        var pinned = dueDates.pin(received, early);
        assertEquals(1, pinned.version());
        published = facts(2, new ProcedureFacts.Limit(null, 30, "DAY"));
        assertEquals(pinned, dueDates.pin(received, pinned));
        published = null;
        assertEquals(pinned, dueDates.pin(received, pinned));
    }

    @Test
    void dateOfTheAgencyGoesBeforeTheComputedOneAndMovesWithLaterWaits() {
        var history = new History()
                .on("2026-10-05T09:00", RECEIVED, procedure(Channel.DIRECT))
                .on("2026-10-06T09:00", IN_PROGRESS, dueAt("2026-10-14T11:00"));
        var dates = dates(history);
        assertEquals(at("2026-10-14T11:00"), dates.due());
        assertEquals(at("2026-10-12T17:00"), dates.computed());
        history.on("2026-10-07T09:00", SUPPLEMENT_REQUESTED).on("2026-10-12T09:00", IN_PROGRESS);
        var later = dates(history);
        assertEquals(3, later.waitedDays());
        assertEquals(at("2026-10-19T11:00"), later.due());
        assertEquals(at("2026-10-15T17:00"), later.computed());
    }

    @Test
    void yearWithoutCalendarCostsTheComputedDateOnly() {
        var dates = dates(new History()
                .on("2031-10-05T09:00", RECEIVED, procedure(Channel.DIRECT))
                .on("2031-10-06T09:00", IN_PROGRESS, dueAt("2031-10-14T11:00")));
        assertNull(dates.computed());
        assertEquals(at("2031-10-14T11:00"), dates.due());
    }

    @Test
    void secondDateIsTheOneLawfulExtensionAndTheThirdMovesNothing() {
        var history = new History()
                .on("2026-10-05T09:00", RECEIVED, procedure(Channel.DIRECT))
                .on("2026-10-06T09:00", IN_PROGRESS, dueAt("2026-10-14T11:00"))
                .on("2026-10-12T09:00", IN_PROGRESS, dueAt("2026-10-20T11:00"));
        var once = dates(history);
        assertEquals(at("2026-10-20T11:00"), once.due());
        assertEquals(1, once.appointment().extensions());
        assertEquals(at("2026-10-12T09:00"), once.appointment().extendedAt());
        var twice = dates(history.on("2026-10-19T09:00", IN_PROGRESS, dueAt("2026-10-30T11:00")));
        assertEquals(at("2026-10-20T11:00"), twice.due());
        assertEquals(at("2026-10-30T11:00"), twice.appointment().given());
        assertEquals(true, twice.appointment().extendedTooOften());
    }

    @Test
    void officeHoursOfTheAgencyAndTheSameDayHourOfTheProcedureHold() {
        published = facts(1, new ProcedureFacts.Limit(null, 0.5, "WORKING_DAY"));
        var late = new History().on("2026-10-05T15:30", RECEIVED, procedure(Channel.DIRECT));
        assertEquals(at("2026-10-06T17:00"), dates(late).due());
        var own = new DueDates(key -> Optional.ofNullable(published), Days::ownHours, DueDates.Rules.USUAL);
        var folded = late.fold();
        assertEquals(
                at("2026-10-05T16:30"),
                own.dates(folded, own.pin(folded, Pinned.NOTHING)).due());
    }

    @Test
    void watchBeginsWhileTheClockRunsAndOnlyThen() {
        var history = new History().on("2026-10-05T09:00", RECEIVED, procedure(Channel.DIRECT));
        assertEquals(at("2026-10-09T07:30"), dates(history).watchAt());
        assertNull(dates(history.on("2026-10-07T09:00", SUPPLEMENT_REQUESTED)).watchAt());
        assertEquals(
                at("2026-10-14T07:30"),
                dates(history.on("2026-10-12T09:00", IN_PROGRESS)).watchAt());
        assertNull(dates(history.on("2026-10-13T09:00", DossierStatus.RESULT_READY))
                .watchAt());
    }

    @Test
    void clockStandsStillWhileTheApplicantIsAwaited() {
        assertClock(-6, true, clock(ClockState.RUNNING, null, null));
        assertClock(3, false, clock(ClockState.PAUSED, "2026-10-07T10:00", null));
        assertClock(null, false, clock(ClockState.ENDED, null, "2026-10-12T16:59"));
        assertClock(null, true, clock(ClockState.ENDED, null, "2026-10-12T17:01"));
        assertClock(null, false, dueDates.clock(ClockState.RUNNING, null, null, null, at("2026-10-20T09:00")));
    }

    private static void assertClock(Integer daysLeft, boolean overdue, DossierClock clock) {
        assertEquals(daysLeft, clock.workingDaysLeft());
        assertEquals(overdue, clock.overdue());
        assertEquals(overdue, clock.overdueBecause().contains(DossierClock.OverdueReason.DATE_PASSED));
    }

    private DossierClock clock(ClockState state, String pausedSince, String endedAt) {
        return dueDates.clock(
                state,
                at("2026-10-12T17:00"),
                pausedSince == null ? null : at(pausedSince),
                endedAt == null ? null : at(endedAt),
                at("2026-10-20T09:00"));
    }

    private java.time.OffsetDateTime due(Channel channel) {
        return dates(new History().on("2026-10-05T09:00", RECEIVED, procedure(channel)))
                .due();
    }

    private DueDates.Dates dates(History history) {
        var dossier = history.fold();
        return dueDates.dates(dossier, dueDates.pin(dossier, Pinned.NOTHING));
    }

    private static ProcedureFacts facts(int version, ProcedureFacts.Limit... limits) {
        return new ProcedureFacts("1.001193", "Đăng ký khai sinh", "HT", "Hộ tịch", version, List.of(limits));
    }
}
