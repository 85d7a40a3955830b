package vn.motcua.satisfaction;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Which comments become readable together: always at least {@value #MINIMUM}. */
final class CommentBatches {
    static final int MINIMUM = 10;

    private CommentBatches() {}

    /**
     * Months whose comments leave now, each list as one: a month that has ten; and when a month is closed with fewer, all
     * months that have fewer, once they are ten together. They then count for the last of them.
     *
     * @param waiting comments by month
     */
    static List<List<YearMonth>> ready(SortedMap<YearMonth, Long> waiting, YearMonth firstOpen) {
        var ready = new ArrayList<List<YearMonth>>();
        var few = new ArrayList<YearMonth>();
        long together = 0;
        for (var month : waiting.entrySet()) {
            if (month.getValue() >= MINIMUM) {
                ready.add(List.of(month.getKey()));
            } else {
                few.add(month.getKey());
                together += month.getValue();
            }
        }
        if (together >= MINIMUM && few.getFirst().isBefore(firstOpen)) {
            ready.add(few);
        }
        return ready;
    }

    /** Parts of ten to nineteen. */
    static <T> List<List<T>> divided(List<T> all) {
        int parts = Math.max(1, all.size() / MINIMUM);
        var divided = new ArrayList<List<T>>();
        for (int part = 0; part < parts; part++) {
            divided.add(List.copyOf(all.subList(part * all.size() / parts, (part + 1) * all.size() / parts)));
        }
        return divided;
    }
}
