package vn.motcua.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which entry of the earlier list an entry of the later one was: by what names it, else by most of its words. */
final class ListMatch {
    /** What names an entry of a list; the entry's place among those of the same name tells the rest. */
    private static final Map<String, List<String>> NAMING = Map.of(
            "components", List.of("case"),
            "stepGroups", List.of("case"),
            "items", List.of("componentCode", "name"),
            "methods", List.of("channel"),
            "fees", List.of("kind", "currency"),
            "agencies", List.of("role", "name"),
            "legalBasis", List.of("number"),
            "results", List.of("name"),
            "cases", List.of("name"),
            "otherFields", List.of("code"));

    private static final List<String> LABELS = List.of("name", "case", "number", "channel", "text", "kind");
    private static final double ALIKE = 0.5;
    /** Comparing everything with everything must not become the work of a long list. */
    private static final int COMPARED = 300;

    private final String list;
    private final int[] partners;
    private final boolean[] taken;

    private ListMatch(String list, JsonNode before, JsonNode after) {
        this.list = list;
        this.partners = new int[after.size()];
        this.taken = new boolean[before.size()];
        Arrays.fill(partners, -1);
        byName(before, after);
        if (before.size() <= COMPARED && after.size() <= COMPARED) {
            byWords(before, after);
        }
    }

    static ListMatch of(String list, JsonNode before, JsonNode after) {
        return new ListMatch(list, before, after);
    }

    /** Place in the earlier list, or -1. */
    int partnerOf(int later) {
        return partners[later];
    }

    List<Integer> unmatched() {
        return IntStream.range(0, taken.length).filter(i -> !taken[i]).boxed().toList();
    }

    /** Whether entries that stayed changed their order. */
    boolean moved() {
        var stayed = Arrays.stream(partners).filter(partner -> partner >= 0).toArray();
        return IntStream.range(1, stayed.length).anyMatch(i -> stayed[i] < stayed[i - 1]);
    }

    JsonNode labels(JsonNode entries) {
        var labels = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> labels.add(label(entry)));
        return labels;
    }

    private void byName(JsonNode before, JsonNode after) {
        var places = new HashMap<String, Integer>();
        var named = names(before);
        for (int i = 0; i < named.size(); i++) {
            places.put(named.get(i), i);
        }
        var later = names(after);
        for (int i = 0; i < later.size(); i++) {
            pair(i, places.getOrDefault(later.get(i), -1));
        }
    }

    private void byWords(JsonNode before, JsonNode after) {
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] < 0) {
                double best = ALIKE;
                int alike = -1;
                for (int j : unmatched()) {
                    double likeness = likeness(before.get(j), after.get(i));
                    if (likeness >= best && (alike < 0 || likeness > best)) {
                        best = likeness;
                        alike = j;
                    }
                }
                pair(i, alike);
            }
        }
    }

    private void pair(int later, int earlier) {
        if (earlier >= 0) {
            partners[later] = earlier;
            taken[earlier] = true;
        }
    }

    private List<String> names(JsonNode entries) {
        var seen = new HashMap<String, Integer>();
        var names = new ArrayList<String>();
        for (var entry : entries) {
            var name = name(entry);
            names.add(name + "#" + seen.merge(name, 1, Integer::sum));
        }
        return names;
    }

    private String name(JsonNode entry) {
        if (!entry.isObject()) {
            return entry.asText();
        }
        var naming = NAMING.getOrDefault(list, LABELS);
        var known = naming.stream().filter(entry::has);
        // One name is enough for a paper; an agency or a fee is named by all of them together.
        return (list.equals("items") ? known.limit(1) : known)
                .map(member -> member + "=" + entry.get(member).asText())
                .collect(Collectors.joining("|"));
    }

    private static String label(JsonNode entry) {
        return entry.isObject()
                ? LABELS.stream()
                        .filter(entry::has)
                        .map(member -> entry.get(member).asText())
                        .findFirst()
                        .orElse("")
                : entry.asText();
    }

    /** Words in common by all words. */
    private static double likeness(JsonNode one, JsonNode other) {
        var words = new HashSet<>(Folding.foldedWords(label(one)));
        var others = new HashSet<>(Folding.foldedWords(label(other)));
        long common = words.stream().filter(others::contains).count();
        long all = Stream.concat(words.stream(), others.stream()).distinct().count();
        return all == 0 ? 0 : (double) common / all;
    }
}
