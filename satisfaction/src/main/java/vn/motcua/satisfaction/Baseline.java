package vn.motcua.satisfaction;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What is usual: for one agency, learned from what it had before, and from all others where that is not enough.
 *
 * @param arrivals of this agency on working days and on weekends
 * @param usual ratings of an agency on a day, all over the country, above 0
 * @param unrest squared variation of the rate from day to day, beyond chance; all over the country
 * @param ownPatterns answer patterns in earlier ratings of the agency
 * @param otherPatterns the same in those of all others
 * @param fast share of people who answer at once, all over the country
 * @param satisfied share of satisfied ratings in the middle of all agencies
 * @param spread squared variation of that share between agencies, beyond chance
 */
record Baseline(
        Arrivals workdays,
        Arrivals weekends,
        double usual,
        double unrest,
        Map<String, Long> ownPatterns,
        Map<String, Long> otherPatterns,
        double fast,
        double satisfied,
        double spread) {
    /** So many ratings came in so many days. */
    record Arrivals(long ratings, long days) {}

    Baseline {
        requireNonNull(workdays, "workdays");
        requireNonNull(weekends, "weekends");
        ownPatterns = Map.copyOf(ownPatterns);
        otherPatterns = Map.copyOf(otherPatterns);
    }
}
