package vn.motcua.forecast;

/**
 * When a dossier will end, in working days from now: {@code chances[k]} is the chance that it ends today or within the next
 * {@code k} working days.
 */
record Curve(double[] chances) {
    /** The middle of the step on day {@code k}: what an end on that day is filed under. */
    double middle(int k) {
        int last = chances.length - 1;
        return k > last ? 0.5 + chances[last] / 2 : ((k == 0 ? 0 : chances[k - 1]) + chances[k]) / 2;
    }

    double chance(int k) {
        return k < 0 ? 0 : chances[Math.min(k, chances.length - 1)];
    }

    /**
     * The day whose chance is nearest to the one asked for: the last one with its middle not beyond it. (The first day that
     * reaches the chance would promise too much time on average, a whole half step.)
     */
    int day(double chance) {
        int k = 0;
        while (k + 1 < chances.length && middle(k + 1) <= chance) {
            k++;
        }
        return k;
    }
}
