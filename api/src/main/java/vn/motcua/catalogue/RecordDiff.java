package vn.motcua.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What differs between two versions of a record, place by place. Papers, fees and steps are lists of things: a paper that
 * was put in between is one addition, not a change of all that follow. What is there is pointed at where it now stands, what
 * went where it stood: the two ways part when a list around it changed its order.
 */
final class RecordDiff {
    /** Another system's marks, and what names both versions alike. */
    private static final Set<String> NOT_PUBLISHED = Set.of("source", "code");

    private final List<Difference> found = new ArrayList<>();

    private RecordDiff() {}

    static List<Difference> between(JsonNode before, JsonNode after) {
        var diff = new RecordDiff();
        diff.objects(Place.ROOT, before, after);
        return List.copyOf(diff.found);
    }

    private void objects(Place place, JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<String>();
        after.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            if (place != Place.ROOT || !NOT_PUBLISHED.contains(name)) {
                values(place.field(name), name, before.path(name), after.path(name));
            }
        }
    }

    private void values(Place place, String name, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isArray() || after.isArray()) {
            lists(place, name, list(before), list(after));
        } else if (before.isObject() && after.isObject()) {
            objects(place, before, after);
        } else if (isAbsent(before)) {
            add(place.after, Difference.Kind.ADDED, null, after);
        } else if (isAbsent(after)) {
            add(place.before, Difference.Kind.REMOVED, before, null);
        } else {
            add(place.after, Difference.Kind.CHANGED, before, after);
        }
    }

    private void lists(Place place, String name, JsonNode before, JsonNode after) {
        var match = ListMatch.of(name, before, after);
        for (int i = 0; i < after.size(); i++) {
            int partner = match.partnerOf(i);
            if (partner < 0) {
                add(place.after + "/" + i, Difference.Kind.ADDED, null, after.get(i));
            } else {
                values(place.entry(partner, i), "", before.get(partner), after.get(i));
            }
        }
        for (int left : match.unmatched()) {
            add(place.before + "/" + left, Difference.Kind.REMOVED, before.get(left), null);
        }
        if (match.moved()) {
            add(place.after, Difference.Kind.MOVED, match.labels(before), match.labels(after));
        }
    }

    private void add(String pointer, Difference.Kind kind, JsonNode before, JsonNode after) {
        found.add(new Difference(pointer, kind, before, after));
    }

    /** One place as pointers into the earlier and the later version. */
    private record Place(String before, String after) {
        static final Place ROOT = new Place("", "");

        Place field(String name) {
            return new Place(before + "/" + name, after + "/" + name);
        }

        Place entry(int earlier, int later) {
            return new Place(before + "/" + earlier, after + "/" + later);
        }
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** A list that is not there is an empty one. */
    private static JsonNode list(JsonNode value) {
        return value.isArray() ? value : JsonNodeFactory.instance.arrayNode();
    }
}
