package vn.motcua.forecast;

/**
 * What recent forecasts taught about themselves. Each forecast said at every day how likely an end until then was; here is
 * counted at which of these chances dossiers really ended (open ones too, as far as they came). Where ends came early or late,
 * the chance to be asked for moves until what is called 90 % is 90 %: conformal prediction, with censoring.
 */
final class Recalibration {
    static final int BINS = 50;
    private static final double PRIOR = 40;

    /** One stratum: ends and passages for each bin of the chance said. */
    static final class Stratum {
        final float[] ends = new float[BINS];
        final float[] passed = new float[BINS];
    }

    private static final int LENGTHS = 3;
    private static final double GAIN = 0.05;
    private static final double FARTHEST = 1.5;

    /** The two promises that are made, as chances. */
    static final double[] PROMISES = {0.5, 0.9};

    /** How far each promise is moved, in log odds, because those that came due lately were kept too seldom or too often. */
    final double[] shift = new double[PROMISES.length];

    final Stratum all;
    final Stratum[] strata;

    Recalibration() {
        all = new Stratum();
        strata = new Stratum[Horizon.values().length * LENGTHS];
        for (int i = 0; i < strata.length; i++) {
            strata[i] = new Stratum();
        }
    }

    static int stratum(Horizon horizon, int limitDays) {
        int length = limitDays == 0 || limitDays > 4 ? limitDays > 17 ? 2 : 1 : 0;
        return horizon.ordinal() * LENGTHS + length;
    }

    /** A dossier's chance to have ended moved from one value to another; {@code ended} when it ended at the latter. */
    void learn(int stratum, double from, double to, boolean ended, double weight) {
        learn(all, from, to, ended, weight);
        learn(strata[stratum], from, to, ended, weight);
    }

    private static void learn(Stratum in, double from, double to, boolean ended, double weight) {
        int last = bin(to);
        for (int b = bin(from); b <= last; b++) {
            double share = Math.min(to * BINS, b + 1) - Math.max(from * BINS, b);
            in.passed[b] += (float) (weight * (ended && b == last ? Math.max(share, 0.5) : Math.max(0, share)));
        }
        if (ended) {
            in.ends[last] += (float) weight;
        }
    }

    private static int bin(double chance) {
        return Math.clamp((int) (chance * BINS), 0, BINS - 1);
    }

    /** The true chances at the ends of the bins. */
    double[] truth(int stratum, double weight) {
        var cumulative = new double[BINS + 1];
        double open = 1;
        for (int b = 0; b < BINS; b++) {
            double ideal = 1.0 / (BINS - b);
            double strength = PRIOR * weight;
            double wide = Math.min(1, (all.ends[b] + strength * ideal) / (all.passed[b] + strength));
            var own = strata[stratum];
            double hazard = Math.min(1, (own.ends[b] + strength * wide) / (own.passed[b] + strength));
            open *= 1 - hazard;
            cumulative[b + 1] = 1 - open;
        }
        return cumulative;
    }

    /** The chance to ask the raw forecast for, so that {@code wanted} comes true. */
    static double ask(double[] truth, double wanted) {
        for (int b = 0; b < BINS; b++) {
            if (truth[b + 1] >= wanted) {
                double width = truth[b + 1] - truth[b];
                return (b + (width > 0 ? (wanted - truth[b]) / width : 0.5)) / BINS;
            }
        }
        return 0.995;
    }

    /** Promises came due today, and so many of them were kept. */
    void due(int promise, double kept, double due) {
        double miss = PROMISES[promise] - kept / due;
        shift[promise] = Math.clamp(shift[promise] + GAIN * miss, -FARTHEST, FARTHEST);
    }

    /** The chance to ask the raw forecast for, for this promise to come true. */
    double ask(double[] truth, int promise) {
        double chance = PROMISES[promise];
        return ask(truth, 1 / (1 + (1 - chance) / chance * Math.exp(-shift[promise])));
    }

    /** What a raw chance is worth. */
    static double worth(double[] truth, double said) {
        double place = Math.clamp(said, 0, 1) * BINS;
        int b = Math.min(BINS - 1, (int) place);
        return truth[b] + (place - b) * (truth[b + 1] - truth[b]);
    }
}
