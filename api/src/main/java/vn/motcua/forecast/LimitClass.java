package vn.motcua.forecast;

/** Legal limits of like length; wider groups never mix a same-day procedure with one of three months. */
enum LimitClass {
    NONE(0, 0),
    DAY(1, 1),
    DAYS(4, 3),
    WEEK(9, 7),
    FORTNIGHT(17, 15),
    MONTH(34, 25),
    QUARTER(80, 60),
    LONGER(Integer.MAX_VALUE, 120);

    private final int upTo;
    final int reference;

    LimitClass(int upTo, int reference) {
        this.upTo = upTo;
        this.reference = reference;
    }

    static LimitClass of(int limitDays) {
        for (var one : values()) {
            if (limitDays <= one.upTo) {
                return one;
            }
        }
        throw new IllegalStateException("the last class has no upper end");
    }
}
