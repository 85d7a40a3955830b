package vn.motcua.forecast;

/**
 * What one group of dossiers teaches: for each bin of days spent, how many dossier-days were at risk and how many ended on such
 * a day, the recent ones weighing more. Days are stretched to the group's reference limit, so that dossiers of one group with
 * unlike limits are comparable.
 *
 * <p>Its estimate is the wider group's, first made faster or slower as a whole (a gamma prior on the ratio), then corrected day
 * by day (a beta prior on each hazard): with few dossiers it is the wider group's, with many its own.
 */
final class Group {
    /** So many endings must be seen before a group is believed half as much as its wider group in its overall pace. */
    static final double PACE_PRIOR = 6;

    /** So many dossiers at risk on a day count as much as the wider group's estimate of that day. */
    static final double DAY_PRIOR = 12;

    private static final double CERTAIN = 0.98;

    final int reference;
    final float[] ended;
    final float[] atRisk;
    double observed;
    double expected;
    int n;
    int first;
    int last;

    Group(int reference) {
        this(reference, new float[DayGrid.BINS], new float[DayGrid.BINS]);
    }

    Group(int reference, float[] ended, float[] atRisk) {
        this.reference = reference;
        this.ended = ended;
        this.atRisk = atRisk;
        this.first = Integer.MAX_VALUE;
        this.last = Integer.MIN_VALUE;
    }

    private double stretch(int limit) {
        return limit == 0 || reference == 0 ? 1 : (double) reference / limit;
    }

    /**
     * The rate of ends on the {@code day}-th working day: minus the logarithm of the chance not to end on it.
     *
     * @param wider the wider group's estimate
     * @param weight what a dossier-day of today weighs
     */
    double rate(double wider, int day, int limit, double weight) {
        double stretch = stretch(limit);
        int bin = DayGrid.bin(day * stretch);
        double pace = (observed + PACE_PRIOR * weight) / (expected + PACE_PRIOR * weight);
        double prior = chance(wider * pace / stretch);
        double strength = DAY_PRIOR * weight;
        double own = Math.min(CERTAIN, (ended[bin] + strength * prior) / (atRisk[bin] + strength));
        return -Math.log1p(-own) * stretch;
    }

    /** One more day of dossiers that weigh {@code weighed}. */
    void learn(double wider, int day, int limit, double weighed, boolean end, double exposure) {
        double stretch = stretch(limit);
        int bin = DayGrid.bin(day * stretch);
        atRisk[bin] += (float) (weighed * exposure * stretch);
        expected += weighed * exposure * chance(wider);
        if (end) {
            ended[bin] += (float) weighed;
            observed += weighed;
        }
    }

    /** So many dossiers ended today. */
    void count(int dossiers, int today) {
        n += dossiers;
        first = Math.min(first, today);
        last = Math.max(last, today);
    }

    /** The chance of an end on a day with this rate. */
    static double chance(double rate) {
        return -Math.expm1(-rate);
    }
}
