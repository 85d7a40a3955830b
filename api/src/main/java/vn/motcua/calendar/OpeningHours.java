package vn.motcua.calendar;

import java.time.LocalDate;

/** The office hours of one agency, which may change with the season. */
@FunctionalInterface
public interface OpeningHours {
    /** When the office is open on this day, if it is a working day at all. */
    OfficeHours on(LocalDate day);
}
