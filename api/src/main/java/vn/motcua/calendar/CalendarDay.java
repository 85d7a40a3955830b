package vn.motcua.calendar;

import java.time.LocalDate;

/** A day that differs from the plain week. {@code confirmed} is false while no official notice was seen. */
record CalendarDay(LocalDate date, Kind kind, String name, String source, boolean confirmed) {
    enum Kind {
        HOLIDAY,
        SUBSTITUTE,
        SWAP_OFF,
        SWAP_WORKED
    }
}
