package vn.motcua.bench;

import java.util.Arrays;

/** Times of one kind of request, sorted, and how well two kinds can be told apart by them. */
record Samples(long[] sorted) {
    Samples {
        sorted = sorted.clone();
        Arrays.sort(sorted);
    }

    int size() {
        return sorted.length;
    }

    double quantile(double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    /** Every second one, from the first or from the second, in the order they were taken. */
    static Samples half(long[] taken, int from) {
        var half = new long[(taken.length - from + 1) / 2];
        for (int i = 0; i < half.length; i++) {
            half[i] = taken[from + 2 * i];
        }
        return new Samples(half);
    }

    /** Largest distance between the two distribution functions (Kolmogorov-Smirnov). */
    double distance(Samples other) {
        int i = 0;
        int j = 0;
        double most = 0;
        while (i < size() && j < other.size()) {
            long at = Math.min(sorted[i], other.sorted[j]);
            while (i < size() && sorted[i] == at) {
                i++;
            }
            while (j < other.size() && other.sorted[j] == at) {
                j++;
            }
            most = Math.max(most, Math.abs((double) i / size() - (double) j / other.size()));
        }
        return most;
    }

    /** How likely a distance like this is when both are the same distribution; the asymptotic formula. */
    double chance(Samples other) {
        double n = (double) size() * other.size() / (size() + other.size());
        double lambda = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance(other);
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * lambda * lambda);
        }
        return lambda < 0.2 ? 1 : Math.clamp(sum, 0, 1);
    }

    /** How often a request of the other kind took longer than one of this: 0.5 tells nothing, 0 or 1 everything. */
    double auc(Samples other) {
        double wins = 0;
        int below = 0;
        int upTo = 0;
        for (long value : other.sorted) {
            while (below < size() && sorted[below] < value) {
                below++;
            }
            upTo = Math.max(upTo, below);
            while (upTo < size() && sorted[upTo] <= value) {
                upTo++;
            }
            wins += below + (upTo - below) / 2.0;
        }
        return wins / ((double) size() * other.size());
    }
}
