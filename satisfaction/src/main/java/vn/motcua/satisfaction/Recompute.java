package vn.motcua.satisfaction;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the figures of a recipe again, from the open data alone: {@code ./motcua recompute RECIPE [ADDRESS]}. It reads every
 * atom that the recipe counts and prints one line of CSV for each group and factor; with {@code --with-quarantined} as they
 * would be if what is held or was rejected counted.
 */
public final class Recompute {
    private static final int PAGE = 50_000;
    private static final int FIRST_LEVEL = 12;
    private static final int HELD_AFTER = 17;

    private final Recipe recipe;
    /** By group (empty for the whole), then factor, then question. */
    private final Map<String, Map<Factor, Map<String, Levels>>> groups = new TreeMap<>();

    Recompute(Recipe recipe) {
        this.recipe = recipe;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var words = new ArrayList<>(Arrays.asList(args));
        boolean withQuarantined = words.remove("--with-quarantined");
        if (words.isEmpty() || words.size() > 2) {
            System.err.println("./motcua recompute RECIPE [ADDRESS] [--with-quarantined]");
            System.exit(2);
        }
        var address = words.size() == 2 ? words.get(1) : "http://localhost:8080";
        try (var http = HttpClient.newHttpClient()) {
            Pages cases = after -> page(http, address, "/v1/satisfaction/quarantine/atoms?limit=1000&after=" + after);
            recompute(
                            words.getFirst(),
                            after -> page(http, address, "/v1/satisfaction/atoms?limit=" + PAGE + "&after=" + after),
                            withQuarantined ? cases : after -> "")
                    .forEach(System.out::println);
        }
    }

    /** A page of the open data after an atom. */
    interface Pages {
        String after(long id) throws IOException, InterruptedException;
    }

    static List<String> recompute(String recipe, Pages pages) throws IOException, InterruptedException {
        return recompute(recipe, pages, after -> "");
    }

    /** @param cases what was set apart, page by page, when it is to count too */
    static List<String> recompute(String recipe, Pages pages, Pages cases) throws IOException, InterruptedException {
        var made = new Recompute(Recipe.parse(recipe));
        long last = 0;
        while (last < made.recipe.atoms()) {
            var lines = pages.after(last).split("\r\n");
            if (lines.length < 2) {
                throw new IOException("atoms after " + last + " are missing: the recipe counts " + made.recipe.atoms());
            }
            for (var line : Arrays.asList(lines).subList(1, lines.length)) {
                var cells = line.split(",", -1);
                last = Long.parseLong(cells[0]);
                if (last <= made.recipe.atoms()) {
                    made.add(cells);
                }
            }
        }
        made.addQuarantined(cases);
        return made.lines();
    }

    /** What was set apart when the recipe's last atom was published, and is not among its atoms: held or rejected. */
    private void addQuarantined(Pages cases) throws IOException, InterruptedException {
        long last = 0;
        for (var lines = cases.after(last).split("\r\n");
                lines.length > 1;
                lines = cases.after(last).split("\r\n")) {
            for (var line : Arrays.asList(lines).subList(1, lines.length)) {
                var cells = line.split(",", -1);
                last = Long.parseLong(cells[0]);
                boolean released = "RELEASED".equals(cells[HELD_AFTER + 1])
                        && Long.parseLong(cells[HELD_AFTER + 2]) < recipe.atoms();
                if (Long.parseLong(cells[HELD_AFTER]) <= recipe.atoms() && !released) {
                    add(cells);
                }
            }
        }
    }

    private static String page(HttpClient http, String address, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Cells in the order of {@link Atoms#COLUMNS}. */
    private void add(String[] cells) {
        int version = Integer.parseInt(cells[3]);
        if (!recipe.questionnaire().equals(cells[2]) || !isSelected(cells)) {
            return;
        }
        var item = version == recipe.version()
                ? cells[10]
                : recipe.pooled().getOrDefault(version, Map.of()).get(cells[10]);
        var levels = levels(cells);
        var factor = Factor.valueOf(cells[11]);
        if (item != null) {
            add("", factor, item, levels);
        }
        var group = group(cells, version);
        if (group != null && (item != null || recipe.groupBy() == ScoreGrouping.VERSION)) {
            add(group, factor, recipe.groupBy() == ScoreGrouping.VERSION ? cells[10] : item, levels);
        }
    }

    private boolean isSelected(String[] cells) {
        var agency = recipe.agency();
        return (agency == null || cells[4].equals(agency) || cells[4].startsWith(agency + "."))
                && (recipe.field() == null || recipe.field().equals(cells[6]))
                && cells[5].compareTo(recipe.from().toString()) >= 0
                && cells[5].compareTo(recipe.to().toString()) <= 0;
    }

    private String group(String[] cells, int version) {
        if (recipe.groupBy() == null) {
            return null;
        }
        var key = switch (recipe.groupBy()) {
            case AGENCY -> unit(cells[4]);
            case MONTH -> cells[5];
            case FIELD -> cells[6];
            case PROCEDURE -> cells[7];
            case OUTCOME -> cells[8];
            case CHANNEL -> cells[9];
            case VERSION -> recipe.questionnaire() + "/" + version;
        };
        return Cell.ANY.equals(key) ? null : key;
    }

    private String unit(String code) {
        int depth = recipe.agency() == null ? 1 : recipe.agency().split("\\.").length + 1;
        var parts = code.split("\\.");
        return String.join(".", Arrays.copyOf(parts, Math.min(depth, parts.length)));
    }

    private void add(String group, Factor factor, String item, Levels levels) {
        groups.computeIfAbsent(group, key -> new EnumMap<>(Factor.class))
                .computeIfAbsent(factor, key -> new LinkedHashMap<>())
                .merge(item, levels, Levels::plus);
    }

    private static Levels levels(String[] cells) {
        var counts = Arrays.stream(cells, FIRST_LEVEL, FIRST_LEVEL + Levels.HIGHEST)
                .mapToLong(Long::parseLong)
                .toArray();
        return new Levels(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("key,factor,n,index,low,high,level1,level2,level3,level4,level5");
        groups.forEach((group, factors) -> {
            var pooled = new HashMap<Factor, Levels>();
            factors.forEach((factor, items) -> {
                var all = items.values().stream().reduce(Levels.NONE, Levels::plus);
                long people = items.values().stream().mapToLong(Levels::n).max().orElseThrow();
                var interval = Wilson.interval(all.satisfied(), all.n(), people);
                pooled.put(factor, all);
                lines.add("%s,%s,%d,%s,%s,%s,%s"
                        .formatted(
                                group,
                                factor,
                                all.n(),
                                Index.of(all),
                                interval.low(),
                                interval.high(),
                                String.join(
                                        ",",
                                        all.asList().stream()
                                                .map(String::valueOf)
                                                .toList())));
            });
            var overall = OverallIndex.of(factor -> pooled.getOrDefault(factor, Levels.NONE), recipe.weights());
            if (overall != null) {
                lines.add("%s,INDEX,,%s,,,,,,,".formatted(group, overall));
            }
        });
        return lines;
    }
}
