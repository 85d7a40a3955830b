package vn.motcua.satisfaction;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * F5: Wilson's 95 % score interval of a share. Unlike the textbook interval it stays inside 0..100 and is honest for small
 * n and for shares near the ends. Ends are rounded outwards to one decimal: the printed interval is never narrower than
 * the computed one.
 */
final class Wilson {
    private static final double Z = 1.959963984540054;

    private Wilson() {}

    static Interval interval(long satisfied, long n) {
        if (n <= 0 || satisfied < 0 || satisfied > n) {
            throw new IllegalArgumentException("not a share");
        }
        return interval(satisfied, n, n);
    }

    /**
     * For answers that several people gave to several questions: the share of all answers, but no more certain than the number
     * of people allows.
     */
    static Interval interval(long satisfied, long answers, long people) {
        if (people <= 0 || people > answers) {
            throw new IllegalArgumentException("not people with answers");
        }
        double share = (double) satisfied / answers;
        double n = people;
        double spread = Z * Z / n;
        double centre = (share + spread / 2) / (1 + spread);
        double half = Z * Math.sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread);
        // At the ends the formula gives exactly 0 and 1; floating point may miss them by 1e-17.
        double low = satisfied == 0 ? 0 : Math.max(0, centre - half);
        double high = satisfied == answers ? 1 : Math.min(1, centre + half);
        return new Interval(percent(low, RoundingMode.FLOOR), percent(high, RoundingMode.CEILING));
    }

    private static BigDecimal percent(double share, RoundingMode outwards) {
        return BigDecimal.valueOf(share * 100).setScale(1, outwards);
    }
}
