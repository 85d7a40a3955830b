package vn.motcua.calendar;

/** Something was to be counted in a year whose days off are not known. The caller says so; nobody guesses. */
public final class CalendarYearMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int year;

    CalendarYearMissing(int year) {
        super("no working-day calendar for " + year, null, false, false);
        this.year = year;
    }

    public int year() {
        return year;
    }
}
