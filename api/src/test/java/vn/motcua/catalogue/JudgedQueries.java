package vn.motcua.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Queries with the procedures that answer them, and how well a search finds those. */
final class JudgedQueries {
    /** {@code relevant}: codes with 2 for an exact answer and 1 for an acceptable one. */
    record Judged(String query, Map<String, Integer> relevant, String kind) {}

    /** Shares and means over the queries of one kind. */
    record Quality(int queries, double successAt5, double reciprocalRank, double ndcgAt10) {
        @Override
        public String toString() {
            return "%3d queries, success@5 %.3f, MRR %.3f, nDCG@10 %.3f"
                    .formatted(queries, successAt5, reciprocalRank, ndcgAt10);
        }
    }

    static final String ALL = "all";

    private JudgedQueries() {}

    /** Columns id, query, {@code code:grade|code:grade}, kind. */
    static List<Judged> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("id\t"))
                .map(line -> line.split("\t"))
                .map(column -> new Judged(column[1], grades(column[2]), column[3]))
                .toList();
    }

    /** By kind and for all; {@code search} gives codes, best first. */
    static Map<String, Quality> measure(List<Judged> judged, Function<String, List<String>> search) {
        var byKind = new TreeMap<String, List<double[]>>();
        for (var one : judged) {
            var figures = figures(one, search.apply(one.query()));
            byKind.computeIfAbsent(one.kind(), unseen -> new ArrayList<>()).add(figures);
            byKind.computeIfAbsent(ALL, unseen -> new ArrayList<>()).add(figures);
        }
        return byKind.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kind -> quality(kind.getValue()), (a, b) -> a, TreeMap::new));
    }

    private static Quality quality(List<double[]> figures) {
        return new Quality(
                figures.size(),
                figures.stream().mapToDouble(one -> one[0]).average().orElse(0),
                figures.stream().mapToDouble(one -> one[1]).average().orElse(0),
                figures.stream().mapToDouble(one -> one[2]).average().orElse(0));
    }

    /** Ranks beyond ten count as not found. */
    private static double[] figures(Judged judged, List<String> found) {
        int rank = 0;
        double gain = 0;
        for (int i = 0; i < Math.min(10, found.size()); i++) {
            int grade = judged.relevant().getOrDefault(found.get(i), 0);
            if (grade > 0 && rank == 0) {
                rank = i + 1;
            }
            gain += discounted(grade, i);
        }
        var best = judged.relevant().values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(10)
                .toList();
        double ideal = 0;
        for (int i = 0; i < best.size(); i++) {
            ideal += discounted(best.get(i), i);
        }
        return new double[] {rank > 0 && rank <= 5 ? 1 : 0, rank == 0 ? 0 : 1.0 / rank, gain / ideal};
    }

    private static double discounted(int grade, int place) {
        return (Math.pow(2, grade) - 1) / (Math.log(place + 2) / Math.log(2));
    }

    private static Map<String, Integer> grades(String column) {
        return Arrays.stream(column.split("\\|"))
                .map(one -> one.split(":"))
                .collect(Collectors.toMap(one -> one[0], one -> Integer.parseInt(one[1])));
    }
}
