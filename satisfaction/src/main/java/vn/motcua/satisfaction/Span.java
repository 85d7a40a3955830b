package vn.motcua.satisfaction;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A month, a quarter or a year, as the boards add them up.
 *
 * @param months 1, 3 or 12
 */
record Span(int months, YearMonth first) {
    private static final int[] LONGEST_FIRST = {12, 3, 1};

    /** The fewest spans that together are this period, in order. */
    static List<Span> of(YearMonth from, YearMonth to) {
        var spans = new ArrayList<Span>();
        var next = from;
        while (!next.isAfter(to)) {
            for (int months : LONGEST_FIRST) {
                if ((next.getMonthValue() - 1) % months == 0
                        && !next.plusMonths(months - 1L).isAfter(to)) {
                    spans.add(new Span(months, next));
                    next = next.plusMonths(months);
                    break;
                }
            }
        }
        return spans;
    }

    /** Month by month. */
    static List<Span> months(YearMonth from, YearMonth to) {
        var spans = new ArrayList<Span>();
        for (var month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            spans.add(new Span(1, month));
        }
        return spans;
    }
}
