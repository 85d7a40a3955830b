package vn.motcua.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What differs between two versions of a record, place by place. Papers, fees and steps are lists of things: a paper that
 * was put in between is one addition, not a change of all that follow.
 */
final class RecordDiff {
    /** Another system's marks, and what names both versions alike. */
    private static final Set<String> NOT_PUBLISHED = Set.of("source", "code");

    private final List<Difference> found = new ArrayList<>();

    private RecordDiff() {}

    static List<Difference> between(JsonNode before, JsonNode after) {
        var diff = new RecordDiff();
        diff.objects("", before, after);
        return List.copyOf(diff.found);
    }

    private void objects(String pointer, JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<String>();
        after.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            if (!pointer.isEmpty() || !NOT_PUBLISHED.contains(name)) {
                values(pointer + "/" + name, name, before.path(name), after.path(name));
            }
        }
    }

    private void values(String pointer, String name, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isArray() || after.isArray()) {
            lists(pointer, name, list(before), list(after));
        } else if (before.isObject() && after.isObject()) {
            objects(pointer, before, after);
        } else if (isAbsent(before)) {
            add(pointer, Difference.Kind.ADDED, null, after);
        } else if (isAbsent(after)) {
            add(pointer, Difference.Kind.REMOVED, before, null);
        } else {
            add(pointer, Difference.Kind.CHANGED, before, after);
        }
    }

    private void lists(String pointer, String name, JsonNode before, JsonNode after) {
        var match = ListMatch.of(name, before, after);
        for (int i = 0; i < after.size(); i++) {
            int partner = match.partnerOf(i);
            if (partner < 0) {
                add(pointer + "/" + i, Difference.Kind.ADDED, null, after.get(i));
            } else {
                values(pointer + "/" + i, "", before.get(partner), after.get(i));
            }
        }
        for (int left : match.unmatched()) {
            add(pointer + "/" + left, Difference.Kind.REMOVED, before.get(left), null);
        }
        if (match.moved()) {
            add(pointer, Difference.Kind.MOVED, match.labels(before), match.labels(after));
        }
    }

    private void add(String pointer, Difference.Kind kind, JsonNode before, JsonNode after) {
        found.add(new Difference(pointer, kind, before, after));
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** A list that is not there is an empty one. */
    private static JsonNode list(JsonNode value) {
        return value.isArray() ? value : JsonNodeFactory.instance.arrayNode();
    }
}
