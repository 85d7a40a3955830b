package vn.motcua.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Adds measures up by what the rows of a report are. */
final class Lines {
    private Lines() {}

    /** One thing that was counted, with what it may be grouped by. */
    record Counted(String unit, String field, Map<String, Long> measures) {}

    /** Rows in the order of their labels' codes. */
    static List<Line> by(
            List<Counted> counted, Function<Counted, String> key, Function<String, String> label, int depth) {
        var groups = new TreeMap<String, List<Counted>>();
        counted.forEach(one ->
                groups.computeIfAbsent(key.apply(one), k -> new ArrayList<>()).add(one));
        return groups.entrySet().stream()
                .map(group -> new Line(
                        group.getKey().isEmpty() ? null : group.getKey(),
                        label.apply(group.getKey()),
                        depth,
                        sum(group.getValue().stream().map(Counted::measures).toList())))
                .toList();
    }

    /** Each outer row followed by the inner rows that it is the sum of. */
    static List<Line> nested(
            List<Counted> counted,
            Function<Counted, String> outer,
            Function<String, String> outerLabel,
            Function<Counted, String> inner,
            Function<String, String> innerLabel) {
        var lines = new ArrayList<Line>();
        for (var line : by(counted, outer, outerLabel, 0)) {
            lines.add(line);
            var own = counted.stream()
                    .filter(one -> outer.apply(one).equals(line.code() == null ? "" : line.code()))
                    .toList();
            lines.addAll(by(own, inner, innerLabel, 1));
        }
        return lines;
    }

    static Map<String, Long> sum(List<Map<String, Long>> measures) {
        var sum = new HashMap<String, Long>();
        measures.forEach(one -> one.forEach((name, value) -> sum.merge(name, value, Long::sum)));
        return sum;
    }
}
