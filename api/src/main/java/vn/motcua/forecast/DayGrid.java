package vn.motcua.forecast;

/**
 * Durations in working days, put into bins: each of the first 32 days for itself, then wider and wider, so that a procedure of
 * two years needs no more room than one of a week.
 */
final class DayGrid {
    private static final int SINGLE = 32;
    private static final int STEPS = 8;
    private static final int DOUBLINGS = 5;
    static final int BINS = SINGLE + STEPS * DOUBLINGS + 1;

    private DayGrid() {}

    static int bin(double day) {
        if (day < SINGLE) {
            return Math.max(0, (int) day);
        }
        int from = SINGLE;
        int width = 2;
        for (int doubling = 0; doubling < DOUBLINGS; doubling++) {
            if (day < from + STEPS * width) {
                return SINGLE + doubling * STEPS + (int) ((day - from) / width);
            }
            from += STEPS * width;
            width *= 2;
        }
        return BINS - 1;
    }
}
