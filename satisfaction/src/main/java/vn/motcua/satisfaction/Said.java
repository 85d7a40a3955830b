package vn.motcua.satisfaction;

/**
 * What was answered to one question.
 *
 * @param bothSatisfied answers at 4 and 5 of people who are also satisfied overall
 * @param overallOnly answers at 1 to 3 of people who are satisfied overall nevertheless
 */
record Said(Levels levels, long bothSatisfied, long overallOnly) {
    static final Said NOTHING = new Said(Levels.NONE, 0, 0);

    Said {
        if (bothSatisfied < 0
                || overallOnly < 0
                || bothSatisfied > levels.satisfied()
                || overallOnly > levels.n() - levels.satisfied()) {
            throw new IllegalArgumentException("more people than answers");
        }
    }

    /** One person's answer. */
    static Said once(int level, boolean overallSatisfied) {
        var levels = Levels.once(level);
        boolean satisfied = levels.satisfied() == 1;
        return new Said(levels, satisfied && overallSatisfied ? 1 : 0, !satisfied && overallSatisfied ? 1 : 0);
    }

    Said plus(Said other) {
        return new Said(
                levels.plus(other.levels), bothSatisfied + other.bothSatisfied, overallOnly + other.overallOnly);
    }
}
