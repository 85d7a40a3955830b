package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Which days are worked: Monday to Friday, without days off, with the Saturdays worked by swap. Immutable. Every question
 * that touches a year without data throws {@link CalendarYearMissing}.
 */
public final class WorkingCalendar {
    private final Set<Integer> years;
    private final Map<LocalDate, Boolean> exceptions;

    /**
     * @param years the years that are known
     * @param exceptions days whose answer differs from the plain week: true is worked, false is off
     */
    public WorkingCalendar(Set<Integer> years, Map<LocalDate, Boolean> exceptions) {
        this.years = Set.copyOf(years);
        this.exceptions = Map.copyOf(exceptions);
    }

    public boolean isWorkingDay(LocalDate date) {
        if (!years.contains(date.getYear())) {
            throw new CalendarYearMissing(date.getYear());
        }
        var exception = exceptions.get(date);
        return exception != null ? exception : date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    /** The {@code days}-th working day after {@code date}; {@code date} itself is day 0 and need not be a working day. */
    public LocalDate addWorkingDays(LocalDate date, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days < 0");
        }
        var day = date;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** The date itself when it is worked, else the next one that is. */
    public LocalDate workingDayFrom(LocalDate date) {
        var day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The {@code days}-th working day before {@code date}. */
    public LocalDate subtractWorkingDays(LocalDate date, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days < 0");
        }
        var day = date;
        for (int left = days; left > 0; ) {
            day = day.minusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** The date itself when it is worked, else the last one before it that is. */
    public LocalDate workingDayUntil(LocalDate date) {
        var day = date;
        while (!isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** How many working days lie after {@code from} up to and including {@code to}; negative when {@code to} is earlier. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        int count = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }
}
