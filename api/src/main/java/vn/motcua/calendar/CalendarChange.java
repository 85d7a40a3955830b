package vn.motcua.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * What was published, or would be.
 *
 * @param applied false for a dry run
 * @param version the number it has, or would have
 * @param revision of the whole working time; null for a dry run
 * @param days days whose kind of day changes; empty for office hours
 */
record CalendarChange(boolean applied, int version, Long revision, List<ChangedDay> days, Consequences consequences) {
    /** Whether a day was worked before and is afterwards. */
    record ChangedDay(LocalDate date, boolean workedBefore, boolean workedAfter) {}

    CalendarChange {
        days = List.copyOf(days);
    }
}
