package vn.motcua.satisfaction;

import java.util.Map;

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
}
