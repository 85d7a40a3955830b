package vn.motcua.satisfaction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Comments with what people found in them, and how the rules do beside that. */
final class JudgedComments {
    private static final Pattern MARK = Pattern.compile("\\{([A-Z]+):([^}]*)}");

    private JudgedComments() {}

    /** One comment: its topics, its text, and what nobody may read in it. */
    record Judged(List<String> topics, String text, List<Personal.Found> personal) {}

    /** How often the rules were right. */
    record Score(int expected, int hit, int found, int right) {
        static final Score NONE = new Score(0, 0, 0, 0);

        Score plus(Score other) {
            return new Score(expected + other.expected, hit + other.hit, found + other.found, right + other.right);
        }

        double recall() {
            return expected == 0 ? 1 : (double) hit / expected;
        }

        double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        @Override
        public String toString() {
            return "expected %3d, hit %3d (recall %5.1f %%); found %3d, right %3d (precision %5.1f %%)"
                    .formatted(expected, hit, 100 * recall(), found, right, 100 * precision());
        }
    }

    static List<Judged> read(String file) throws IOException {
        try (var in = JudgedComments.class.getResourceAsStream("/comments/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(JudgedComments::judged)
                    .toList();
        }
    }

    private static Judged judged(String line) {
        int bar = line.indexOf(" | ");
        var topics = line.substring(0, bar);
        var text = new StringBuilder();
        var personal = new ArrayList<Personal.Found>();
        var marks = MARK.matcher(line.substring(bar + 3));
        while (marks.find()) {
            marks.appendReplacement(text, "");
            personal.add(new Personal.Found(
                    Personal.valueOf(marks.group(1)),
                    text.length(),
                    text.length() + marks.group(2).length()));
            text.append(marks.group(2));
        }
        marks.appendTail(text);
        return new Judged(
                "-".equals(topics) ? List.of(Topics.OTHER) : Arrays.asList(topics.split(",")),
                text.toString(),
                personal);
    }

    /**
     * By class. What is expected is hit when every letter and digit of it is gone, under whatever class: that is what the
     * person cares about. What is found is right when at least half of it was expected under this very class.
     */
    static Map<Personal, Score> personal(List<Judged> comments, List<String> faults) {
        var scores = new EnumMap<Personal, Score>(Personal.class);
        for (var comment : comments) {
            var found = Redactor.find(comment.text());
            for (var expected : comment.personal()) {
                boolean hit = isCovered(comment.text(), expected, found);
                scores.merge(expected.kind(), new Score(1, hit ? 1 : 0, 0, 0), Score::plus);
                note(!hit, "missed " + expected.kind() + " " + cut(comment, expected), comment, faults);
            }
            for (var one : found) {
                boolean right = comment.personal().stream()
                        .anyMatch(expected -> expected.kind() == one.kind()
                                && 2 * (Math.min(expected.end(), one.end()) - Math.max(expected.start(), one.start()))
                                        >= one.end() - one.start());
                scores.merge(one.kind(), new Score(0, 0, 1, right ? 1 : 0), Score::plus);
                note(!right, "wrongly " + one.kind() + " " + cut(comment, one), comment, faults);
            }
        }
        return scores;
    }

    static Map<String, Score> topics(List<Judged> comments, List<String> faults) {
        var scores = new TreeMap<String, Score>();
        for (var comment : comments) {
            var found = Topics.RULES.of(Redactor.redacted(comment.text()));
            for (var expected : comment.topics()) {
                boolean hit = found.contains(expected);
                scores.merge(expected, new Score(1, hit ? 1 : 0, 0, 0), Score::plus);
                note(!hit, "missed " + expected, comment, faults);
            }
            for (var topic : found) {
                boolean right = comment.topics().contains(topic);
                scores.merge(topic, new Score(0, 0, 1, right ? 1 : 0), Score::plus);
                note(!right, "wrongly " + topic, comment, faults);
            }
        }
        return scores;
    }

    private static void note(boolean isFault, String fault, Judged comment, List<String> faults) {
        if (isFault) {
            faults.add(fault + " in: " + comment.text());
        }
    }

    private static String cut(Judged comment, Personal.Found found) {
        return comment.text().substring(found.start(), found.end());
    }

    private static boolean isCovered(String text, Personal.Found expected, List<Personal.Found> found) {
        for (int i = expected.start(); i < expected.end(); i++) {
            int place = i;
            if (Character.isLetterOrDigit(text.charAt(i))
                    && found.stream().noneMatch(one -> one.start() <= place && place < one.end())) {
                return false;
            }
        }
        return true;
    }

    static <K> Score all(Map<K, Score> scores) {
        return scores.values().stream().reduce(Score.NONE, Score::plus);
    }

    /** Prints what the rules do: {@code main written-1.txt}. */
    public static void main(String[] files) throws IOException {
        for (var file : files) {
            var comments = read(file);
            var faults = new ArrayList<String>();
            var personal = personal(comments, faults);
            System.out.println(file + ": " + comments.size() + " comments");
            personal.forEach((kind, score) -> System.out.printf("%-10s %s%n", kind, score));
            System.out.printf("%-10s %s%n", "all", all(personal));
            var topics = topics(comments, faults);
            topics.forEach((topic, score) -> System.out.printf("%-10s %s%n", topic, score));
            System.out.printf("%-10s %s%n", "all", all(topics));
            faults.forEach(System.out::println);
        }
    }
}
