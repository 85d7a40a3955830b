package vn.motcua.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import vn.motcua.calendar.CalendarYearMissing;
import vn.motcua.calendar.WorkingCalendar;

/** The working days of the known calendar, numbered from 1, so that counting between two of them is a subtraction. */
final class WorkingDays {
    private final int from;
    private final int[] numbers;
    private final int[] days;

    private WorkingDays(int from, int[] numbers, int[] days) {
        this.from = from;
        this.numbers = numbers;
        this.days = days;
    }

    /**
     * @param from first day wanted
     * @param to last day wanted; years without a calendar are left out at both ends
     */
    static WorkingDays of(WorkingCalendar calendar, LocalDate from, LocalDate to) {
        var first = from;
        while (first.isBefore(to) && !known(calendar, first)) {
            first = first.plusYears(1).withDayOfYear(1);
        }
        var last = to;
        while (last.isAfter(first) && !known(calendar, last)) {
            last = last.minusYears(1).withMonth(12).withDayOfMonth(31);
        }
        int start = (int) first.toEpochDay();
        var numbers = new int[(int) last.toEpochDay() - start + 1];
        var days = new int[numbers.length + 1];
        int count = 0;
        for (int i = 0; i < numbers.length; i++) {
            var day = LocalDate.ofEpochDay(start + i);
            if (known(calendar, day) && calendar.isWorkingDay(day)) {
                days[++count] = start + i;
            }
            numbers[i] = count;
        }
        return new WorkingDays(start, numbers, Arrays.copyOf(days, count + 1));
    }

    private static boolean known(WorkingCalendar calendar, LocalDate day) {
        try {
            calendar.isWorkingDay(day);
            return true;
        } catch (CalendarYearMissing missing) {
            return false;
        }
    }

    /** First day whose year is known. */
    LocalDate first() {
        return LocalDate.ofEpochDay(from);
    }

    /** The number of the last working day up to this day since 1970; beyond the known years that of their end. */
    int number(int day) {
        return day < from ? 0 : numbers[Math.min(day - from, numbers.length - 1)];
    }

    int number(LocalDate day) {
        return number((int) day.toEpochDay());
    }

    boolean worked(LocalDate day) {
        return number(day) > number(day.minusDays(1));
    }

    /** Whether a number lies within the known years. */
    boolean has(int number) {
        return number >= 1 && number < days.length;
    }

    LocalDate date(int number) {
        return LocalDate.ofEpochDay(days[Math.clamp(number, 1, days.length - 1)]);
    }
}
