package vn.motcua.satisfaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Puts rows of the board together to groups. Earlier versions count only with the questions declared to be the same. */
final class Tallies {
    private final AskedVersions.Asked asked;

    Tallies(AskedVersions.Asked asked) {
        this.asked = asked;
    }

    Tally total(ScoreStore.Read read) {
        return Tally.sum(null, asked.latest(), by(read, key -> ""));
    }

    /** In the order of their keys; a group has something published, or an ended dossier. */
    List<Tally> by(ScoreStore.Read read, UnaryOperator<String> group) {
        var parts = new TreeMap<String, List<Tally>>();
        for (var row : read.said()) {
            var item = asked.mapped().getOrDefault(row.version(), Map.of()).get(row.item());
            if (item != null) {
                part(parts, group.apply(row.key())).add(new Tally(null, 0, asked.latest(), Map.of(item, row.said())));
            }
        }
        for (var row : read.finished()) {
            if (asked.mapped().containsKey(row.version())) {
                part(parts, group.apply(row.key())).add(new Tally(null, row.finished(), asked.latest(), Map.of()));
            }
        }
        return parts.entrySet().stream()
                .map(e -> Tally.sum(e.getKey(), asked.latest(), e.getValue()))
                .toList();
    }

    /** Each version by its own questions. */
    List<Tally> byVersion(ScoreStore.Read read) {
        var groups = new ArrayList<Tally>();
        for (var version : asked.all()) {
            var parts = new ArrayList<Tally>();
            read.said().stream()
                    .filter(row -> row.version() == version.version())
                    .forEach(row -> parts.add(new Tally(null, 0, version, Map.of(row.item(), row.said()))));
            read.finished().stream()
                    .filter(row -> row.version() == version.version())
                    .forEach(row -> parts.add(new Tally(null, row.finished(), version, Map.of())));
            if (!parts.isEmpty()) {
                groups.add(Tally.sum(version.code() + "/" + version.version(), version, parts));
            }
        }
        return groups;
    }

    private static List<Tally> part(TreeMap<String, List<Tally>> parts, String key) {
        return parts.computeIfAbsent(key, k -> new ArrayList<>());
    }
}
