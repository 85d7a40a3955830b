package vn.motcua.calendar;

/**
 * Everything that time limits are counted with, as it stood at one revision. What two replicas count at the same revision
 * is the same.
 *
 * @param revision grows with every published change of days or hours
 */
public record WorkingTime(long revision, WorkingCalendar days, OfficeBook offices) {}
