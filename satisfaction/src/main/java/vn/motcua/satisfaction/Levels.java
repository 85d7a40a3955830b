package vn.motcua.satisfaction;

import java.util.List;

/** How many answers chose each level; "not applicable" is no answer and counts nowhere. */
record Levels(long level1, long level2, long level3, long level4, long level5) {
    static final int LOWEST = 1;
    static final int NEUTRAL = 3;
    static final int HIGHEST = 5;
    static final Levels NONE = new Levels(0, 0, 0, 0, 0);

    Levels {
        if (Math.min(Math.min(Math.min(level1, level2), Math.min(level3, level4)), level5) < 0) {
            throw new IllegalArgumentException("a count below zero");
        }
    }

    /** One answer. */
    static Levels once(int level) {
        if (level < LOWEST || level > HIGHEST) {
            throw new IllegalArgumentException("no level");
        }
        return new Levels(
                level == 1 ? 1 : 0, level == 2 ? 1 : 0, level == 3 ? 1 : 0, level == 4 ? 1 : 0, level == 5 ? 1 : 0);
    }

    long n() {
        return level1 + level2 + level3 + level4 + level5;
    }

    /** Levels 4 and 5; the neutral level is not satisfied. */
    long satisfied() {
        return level4 + level5;
    }

    /** Pools the answers (F2, F6): large units weigh more; shares are never averaged. */
    Levels plus(Levels other) {
        return new Levels(
                level1 + other.level1,
                level2 + other.level2,
                level3 + other.level3,
                level4 + other.level4,
                level5 + other.level5);
    }

    List<Integer> asList() {
        return List.of(
                Math.toIntExact(level1),
                Math.toIntExact(level2),
                Math.toIntExact(level3),
                Math.toIntExact(level4),
                Math.toIntExact(level5));
    }
}
