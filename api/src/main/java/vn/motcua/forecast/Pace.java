package vn.motcua.forecast;

/**
 * How fast an agency (or a whole level) works of late, against what its longer history lets expect: endings seen over endings
 * expected, old days soon forgotten, drawn towards 1 where little was expected. A stall shows within days, and so does its end.
 */
final class Pace {
    double observed;
    double expected;

    double now(double prior, double weight) {
        return (observed + prior * weight) / (expected + prior * weight);
    }
}
