package vn.motcua.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {
    private static final EnumSet<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final WorkingCalendar calendar = Days.calendar();

    @Test
    void holidaysAndSwapsDifferFromThePlainWeek() {
        assertFalse(calendar.isWorkingDay(LocalDate.of(2026, 9, 2)));
        assertFalse(calendar.isWorkingDay(LocalDate.of(2026, 8, 31)));
        assertTrue(calendar.isWorkingDay(LocalDate.of(2026, 8, 22)));
        assertTrue(calendar.isWorkingDay(LocalDate.of(2026, 8, 24)));
        assertFalse(calendar.isWorkingDay(LocalDate.of(2026, 8, 23)));
    }

    @Test
    void swapThatWasOnlyProposedIsNotApplied() {
        assertTrue(calendar.isWorkingDay(LocalDate.of(2026, 11, 23)));
        assertFalse(calendar.isWorkingDay(LocalDate.of(2026, 11, 24)));
        assertFalse(calendar.isWorkingDay(LocalDate.of(2026, 11, 28)));
    }

    @Test
    void yearWithoutDataIsAnErrorAndNotAGuess() {
        var missing =
                assertThrows(CalendarYearMissing.class, () -> calendar.addWorkingDays(LocalDate.of(2027, 12, 30), 5));
        assertEquals(2028, missing.year());
    }

    @Test
    void addingWorkingDaysEqualsCountingThemOneByOne() {
        var random = new Random(20261122);
        var exceptions = Days.exceptions();
        var first = LocalDate.of(2024, 1, 1);
        for (int i = 0; i < 5_000; i++) {
            var from = first.plusDays(random.nextInt(1_400));
            int days = random.nextInt(30);
            var due = calendar.addWorkingDays(from, days);
            long worked = from.plusDays(1)
                    .datesUntil(due.plusDays(1))
                    .filter(day -> exceptions.getOrDefault(day, !WEEKEND.contains(day.getDayOfWeek())))
                    .count();
            assertEquals(days, worked, () -> from + " + " + days);
            assertEquals(days, calendar.workingDaysBetween(from, due));
            assertEquals(-days, calendar.workingDaysBetween(due, from));
            assertTrue(days == 0 || calendar.isWorkingDay(due));
        }
    }
}
