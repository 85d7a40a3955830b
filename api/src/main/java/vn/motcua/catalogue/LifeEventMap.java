package vn.motcua.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which life events a procedure belongs to, and at which place in the list of each. Curated data of this repository:
 * the file {@code catalogue/life-events.tsv} says how it is written.
 */
final class LifeEventMap {
    /** Behind everything curated: what only the editorial of a record names. */
    static final int LAST = Integer.MAX_VALUE;

    static final LifeEventMap CURATED = read("/catalogue/life-events.tsv");

    /** Procedures of one field whose title holds one of the words and none of the others; no words stand for all. */
    record Rule(String event, int rank, String field, List<String> words, List<String> not) {
        boolean takes(String foldedTitle) {
            var padded = " " + foldedTitle + " ";
            return (words.isEmpty() || words.stream().anyMatch(padded::contains))
                    && not.stream().noneMatch(padded::contains);
        }
    }

    private final String version;
    private final Map<String, Map<String, Integer>> byCode = new HashMap<>();
    private final Map<String, Map<String, String>> titles = new LinkedHashMap<>();
    private final Map<String, List<Rule>> byField = new HashMap<>();

    private LifeEventMap(String text) {
        this.version = Integer.toHexString(text.hashCode());
        String event = null;
        int number = 0;
        int place = 0;
        for (var line : text.split("\n")) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                event = line.substring(1, line.length() - 1);
                titles.putIfAbsent(event, new LinkedHashMap<>());
                place = 0;
            } else if (event == null) {
                throw wrong(number, "stands before the first event");
            } else {
                entry(event, number, place++, line.split("\t", -1));
            }
        }
    }

    static LifeEventMap of(String text) {
        return new LifeEventMap(text);
    }

    /** Changes with every change of the data. */
    String version() {
        return version;
    }

    /** The events of the procedure with its place in each, curated ones before those that only the editorial names. */
    Map<String, Integer> events(ProcedureRecord published, Editorial editorial) {
        var events = new LinkedHashMap<String, Integer>();
        if (published.kind() == Procedure.Kind.NATIONAL) {
            events.putAll(byCode.getOrDefault(published.code(), Map.of()));
            var rules = byField.getOrDefault(published.field().code(), List.of());
            if (!rules.isEmpty()) {
                var title = String.join(" ", Folding.foldedWords(published.name()));
                rules.stream()
                        .filter(rule -> rule.takes(title))
                        .forEach(rule -> events.merge(rule.event(), rule.rank(), Math::min));
            }
        }
        editorial.lifeEvents().forEach(event -> events.putIfAbsent(event, LAST));
        return Collections.unmodifiableMap(events);
    }

    /** By event: the codes placed by hand, in their order, with the titles written beside them. */
    Map<String, Map<String, String>> titles() {
        return Collections.unmodifiableMap(titles);
    }

    List<Rule> rules() {
        return byField.values().stream().flatMap(List::stream).toList();
    }

    private void entry(String event, int number, int place, String[] columns) {
        if (columns[0].equals("rule") && columns.length >= 2 && columns.length <= 4) {
            var rule = new Rule(event, place, columns[1], phrases(columns, 2), phrases(columns, 3));
            byField.computeIfAbsent(rule.field(), field -> new ArrayList<>()).add(rule);
        } else if (columns.length == 2) {
            if (titles.get(event).put(columns[0], columns[1]) != null) {
                throw wrong(number, "names " + columns[0] + " again");
            }
            byCode.computeIfAbsent(columns[0], code -> new LinkedHashMap<>()).put(event, place);
        } else {
            throw wrong(number, "has neither a code and a title nor a rule");
        }
    }

    /** Each in spaces, so that words are found whole. */
    private static List<String> phrases(String[] columns, int place) {
        return place >= columns.length
                ? List.of()
                : Arrays.stream(columns[place].split(";"))
                        .map(phrase -> String.join(" ", Folding.foldedWords(phrase)))
                        .filter(phrase -> !phrase.isEmpty())
                        .map(phrase -> " " + phrase + " ")
                        .toList();
    }

    private static LifeEventMap read(String resource) {
        try (var in = LifeEventMap.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the program");
            }
            return new LifeEventMap(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalStateException wrong(int line, String what) {
        return new IllegalStateException("life events: line " + line + " " + what);
    }
}
