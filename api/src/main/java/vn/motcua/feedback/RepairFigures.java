package vn.motcua.feedback;

/**
 * How often what went wrong was put right. Hidden below ten.
 *
 * @param cases sent in the period; null below ten
 * @param judged those whose sender said whether it is solved; null below ten
 * @param recoveryRate solved among judged, 0 to 1; null when judged is hidden
 * @param medianDays calendar days from sending to the answer that solved it; null below ten solved
 * @param suppressed something is hidden because fewer than ten stand behind it
 */
record RepairFigures(Long cases, Long judged, Double recoveryRate, Double medianDays, boolean suppressed) {
    /** Cells below this are hidden. */
    static final int LEAST = 10;

    /** From the plain counts. */
    static RepairFigures of(long cases, long judged, long solved, Double medianDays) {
        return new RepairFigures(
                cases < LEAST ? null : cases,
                judged < LEAST ? null : judged,
                judged < LEAST ? null : Math.round(1_000.0 * solved / judged) / 1_000.0,
                solved < LEAST || medianDays == null ? null : Math.round(10 * medianDays) / 10.0,
                cases < LEAST || judged < LEAST || solved < LEAST);
    }
}
