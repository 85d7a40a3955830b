package vn.motcua.calendar;

import java.util.List;

/**
 * What is published of the working time.
 *
 * @param warnings years that are missing though something may already have to be counted in them; empty is well
 */
record CalendarOverview(long revision, List<Year> years, int officeHoursVersion, List<Integer> warnings) {
    /** {@code unconfirmed}: how many of its days no official notice was seen for. */
    record Year(int year, int version, int days, long unconfirmed, boolean openPoints) {}

    CalendarOverview {
        years = List.copyOf(years);
        warnings = List.copyOf(warnings);
    }
}
