package vn.motcua.satisfaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Checked answers of one rating, one for each question in order.
 *
 * @param levels 1 to 5, {@link #NOT_APPLICABLE}, or {@link #NONE}
 */
record Answers(List<Integer> levels) {
    static final int NOT_APPLICABLE = 0;
    /** Left out. */
    static final int NONE = -1;

    Answers {
        levels = List.copyOf(levels);
        if (levels.stream().anyMatch(level -> level < NONE || level > Levels.HIGHEST)) {
            throw new IllegalArgumentException("no level");
        }
    }

    /** Null stands for a question that was left out. */
    static Answers of(Integer[] levels) {
        return new Answers(
                Arrays.stream(levels).map(level -> level == null ? NONE : level).toList());
    }

    boolean has(int place) {
        return levels.get(place) >= Levels.LOWEST;
    }

    boolean satisfied(int place) {
        return levels.get(place) > Levels.NEUTRAL;
    }

    /** As the database keeps it: null where the question was left out. */
    Short[] column() {
        return levels.stream()
                .map(level -> level == NONE ? null : level.shortValue())
                .toArray(Short[]::new);
    }

    /** One sign for each question, "-" where there is no answer: 55545- for a short form. */
    String pattern() {
        return levels.stream()
                .map(level -> level < Levels.LOWEST ? "-" : Integer.toString(level))
                .collect(Collectors.joining());
    }

    /** One text for equal answers to equal questions. */
    String canonical(Questionnaire questionnaire) {
        return IntStream.range(0, levels.size())
                .filter(i -> levels.get(i) != NONE)
                .mapToObj(i -> questionnaire.items().get(i).code() + "=" + levels.get(i))
                .collect(Collectors.joining(","));
    }

    /** One byte for each question: every rating by the same questionnaire is equally long. */
    byte[] bytes() {
        var bytes = new byte[levels.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = levels.get(i).byteValue();
        }
        return bytes;
    }

    static Answers ofBytes(byte[] bytes) {
        var levels = new ArrayList<Integer>();
        for (byte level : bytes) {
            levels.add((int) level);
        }
        return new Answers(levels);
    }
}
