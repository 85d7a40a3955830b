package vn.motcua.satisfaction;

/** Chances that a count is at least so large. Exact sums, no approximation by the normal curve: the tails are what matters. */
final class Tails {
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private Tails() {}

    /**
     * P(X >= n) where X counts events with this mean and variance {@code mean + mean² / size}: Poisson when size is large.
     *
     * @param mean above 0
     * @param size above 0
     */
    static double negativeBinomial(long n, double mean, double size) {
        if (n <= 0) {
            return 1;
        }
        double share = mean / (mean + size);
        double none = size * Math.log(size / (mean + size));
        if (n <= mean) {
            double below = 0;
            double term = Math.exp(none);
            for (long k = 0; k < n; k++) {
                below += term;
                term *= (k + size) / (k + 1) * share;
            }
            return Math.max(0, 1 - below);
        }
        // Far out the chance is summed upwards until nothing is added any more: one minus the rest would be all
        // rounding.
        double term = Math.exp(lnGamma(n + size) - lnGamma(size) - lnGamma(n + 1.0) + n * Math.log(share) + none);
        double above = 0;
        for (long k = n; term > above * 1e-15; k++) {
            above += term;
            term *= (k + size) / (k + 1) * share;
        }
        return Math.min(1, above);
    }

    /**
     * P(X >= k) where X of n do something whose chance is itself uncertain: beta-distributed with these parameters.
     *
     * @param alpha above 0; alpha / (alpha + beta) is the expected share
     * @param beta above 0
     */
    static double betaBinomial(long k, long n, double alpha, double beta) {
        if (k <= 0) {
            return 1;
        }
        double term = Math.exp(lnGamma(n + 1.0)
                - lnGamma(k + 1.0)
                - lnGamma(n - k + 1.0)
                + lnBeta(k + alpha, n - k + beta)
                - lnBeta(alpha, beta));
        double sum = 0;
        for (long i = k; i <= n; i++) {
            sum += term;
            term *= (double) (n - i) / (i + 1) * ((i + alpha) / (n - i - 1 + beta));
        }
        return Math.min(1, sum);
    }

    private static double lnBeta(double a, double b) {
        return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
    }

    /** Natural logarithm of the gamma function (Lanczos), for positive numbers; about 15 digits. */
    static double lnGamma(double x) {
        if (x < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
        }
        double z = x - 1;
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (z + i);
        }
        double t = z + 7.5;
        return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
