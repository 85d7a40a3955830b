package vn.motcua.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the entries of the lexicon in a query and chooses those that together explain most of it. */
final class Spans {
    private static final double BARE_WORD = 1.0;
    private static final float OTHER_MARKS = 0.6f;
    private static final float LEAST = 0.4f;

    private final List<Token> tokens;
    private final List<Span> found = new ArrayList<>();

    private Spans(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The chosen entries by the number of their first word, with all readings that the same words have. */
    static Map<Integer, List<Span>> choose(List<Token> tokens, Lexicon.Node entries) {
        var spans = new Spans(tokens);
        for (int from = 0; from < tokens.size(); from++) {
            spans.follow(entries, from, from, 1f, new ArrayList<>());
        }
        return spans.best();
    }

    private void follow(Lexicon.Node node, int from, int at, float weight, List<Token.Reading> path) {
        for (var entry : node.entries()) {
            float fits = weight * marksFit(entry, path);
            if (fits >= LEAST) {
                found.add(new Span(from, at, entry, fits));
            }
        }
        if (at == tokens.size()) {
            return;
        }
        for (var reading : tokens.get(at).readings()) {
            node.next(reading.key()).ifPresent(next -> {
                path.add(reading);
                follow(next, from, at + 1, weight * reading.weight(), path);
                path.removeLast();
            });
        }
    }

    /** Marks that were typed must be the entry's; in a longer entry one slip is forgiven. */
    private static float marksFit(Lexicon.Entry entry, List<Token.Reading> path) {
        int wrong = 0;
        for (int i = 0; i < path.size(); i++) {
            var typed = path.get(i).word();
            if (Normaliser.marked(typed) && !Marks.same(typed, entry.said().get(i))) {
                wrong++;
            }
        }
        return wrong == 0 ? 1 : wrong < path.size() ? OTHER_MARKS : 0;
    }

    private Map<Integer, List<Span>> best() {
        int n = tokens.size();
        var starting = found.stream().collect(Collectors.groupingBy(Span::from));
        var worth = new double[n + 1];
        var end = new int[n];
        Arrays.setAll(end, i -> i + 1);
        for (int i = n - 1; i >= 0; i--) {
            worth[i] = BARE_WORD + worth[i + 1];
            for (var span : starting.getOrDefault(i, List.of())) {
                double with = span.worth() + worth[span.to()];
                if (with > worth[i]) {
                    worth[i] = with;
                    end[i] = span.to();
                }
            }
        }
        var chosen = new TreeMap<Integer, List<Span>>();
        for (int i = 0; i < n; i = end[i]) {
            int to = end[i];
            var here = starting.getOrDefault(i, List.of()).stream()
                    .filter(span -> span.to() == to)
                    .toList();
            if (!here.isEmpty()) {
                chosen.put(i, here);
            }
        }
        return chosen;
    }
}
