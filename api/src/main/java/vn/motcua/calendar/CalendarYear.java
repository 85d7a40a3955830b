package vn.motcua.calendar;

import java.util.List;

/** The exceptions of one year by date, and what is not settled yet. */
record CalendarYear(int year, String openPoints, List<CalendarDay> days) {
    CalendarYear {
        days = List.copyOf(days);
    }
}
