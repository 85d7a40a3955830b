package vn.motcua.satisfaction;

import java.util.List;

/** Scores as they are published: never without period and recipe, and never under the name SIPAS. */
record Scores(String name, String from, String to, String recipe, ScoreGroup total, List<ScoreGroup> groups) {
    /** F1 index, Wilson 95 % interval, cells under 10 hidden; version 1. */
    static final String RECIPE = "f1-wilson95-min10/1";

    Scores {
        groups = List.copyOf(groups);
    }
}
