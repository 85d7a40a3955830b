package vn.motcua.satisfaction;

import java.util.List;

/** Scores as they are published: never without period and recipe, and never under the name SIPAS. */
record Scores(
        String name,
        String from,
        String to,
        String questionnaire,
        int version,
        String recipe,
        ScoreGroup total,
        List<ScoreGroup> groups,
        List<Driver> drivers,
        List<SeriesBreak> seriesBreaks) {

    Scores {
        groups = List.copyOf(groups);
        drivers = List.copyOf(drivers);
        seriesBreaks = List.copyOf(seriesBreaks);
    }

    /**
     * What a client that has an older answer would see change. The recipe grows with every publication anywhere, but one that
     * counts fewer atoms still makes the same figures. Intervals and places follow from the levels and are left out: the
     * whole answer as text would take as long to write as the answer.
     */
    String figures() {
        var text = new StringBuilder(name)
                .append(from)
                .append(to)
                .append(questionnaire)
                .append(version);
        total.figures(text);
        groups.forEach(group -> group.figures(text));
        return text.append(drivers).append(seriesBreaks).toString();
    }
}
