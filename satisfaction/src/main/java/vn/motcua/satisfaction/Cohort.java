package vn.motcua.satisfaction;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Ratings of one agency that may be mixed now, as the statistics see them: no single one.
 *
 * @param ratings all of them
 * @param fresh those that were not looked at before
 * @param workdays days in which the fresh ones came, weekends apart
 * @param patterns how many say exactly this
 * @param timed of how many it is known how long they took
 * @param fast how many of those took no time
 * @param satisfied how many are satisfied on the whole
 */
record Cohort(
        long ratings,
        long fresh,
        long workdays,
        long weekends,
        Map<String, Long> patterns,
        long timed,
        long fast,
        long satisfied) {
    Cohort {
        patterns = Map.copyOf(patterns);
    }

    /**
     * @param overall place of the overall question
     * @param lastKnown last day of which the agency's ratings are known, or null
     */
    static Cohort of(int overall, List<WatchStore.Resting> resting, List<Answers> answers, LocalDate lastKnown) {
        var fresh = resting.stream().filter(rating -> !rating.examined()).toList();
        var days = fresh.stream().map(WatchStore.Resting::ratedOn).sorted().toList();
        var last = days.getLast();
        // The days since those that are known, on which the agency might have had ratings and had these.
        var from = lastKnown == null || !lastKnown.isBefore(days.getFirst()) ? days.getFirst() : lastKnown.plusDays(1);
        return new Cohort(
                resting.size(),
                fresh.size(),
                Usual.days(from, last, false),
                Usual.days(from, last, true),
                patterns(answers),
                fresh.stream().filter(rating -> rating.pace() != Pace.UNKNOWN).count(),
                fresh.stream().filter(rating -> rating.pace() == Pace.FAST).count(),
                answers.stream().filter(one -> one.satisfied(overall)).count());
    }

    static Map<String, Long> patterns(List<Answers> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answers::pattern, TreeMap::new, Collectors.counting()));
    }
}
