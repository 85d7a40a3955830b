package vn.motcua.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.dossier.CountingRule;

/**
 * A form as data: a new circular changes this and no code.
 *
 * @param number as printed on it
 * @param basis the circular it stands in
 * @param source what it counts
 * @param groups what its rows may be; the first one is usual
 * @param rule which states are done or paused; null where it counts no dossiers
 * @param columns in order; the first two are serial number and dimension
 * @param identities that hold in every row
 * @param causes which reasons count for which cause
 */
record FormLayout(
        String code,
        String number,
        String basis,
        String version,
        Source source,
        String title,
        String unit,
        List<ReportGroup> groups,
        CountingRule rule,
        List<Column> columns,
        List<Identity> identities,
        Map<String, String> causes,
        List<String> notes,
        List<String> signatures) {
    /** What a form counts. */
    enum Source {
        DOSSIERS,
        CAUSES,
        PETITIONS,
        PUBLICATIONS,
        STOCK
    }

    /**
     * @param no as printed below the heading
     * @param group headings above its own, the outermost first
     * @param value measures that are added up
     * @param sum numbers of columns that are added up
     */
    record Column(String no, String key, List<String> group, String title, List<String> value, List<String> sum) {
        boolean isNumber() {
            return !value.isEmpty() || !sum.isEmpty();
        }

        private static Column of(JsonObject json) {
            return new Column(
                    json.getString("no"),
                    json.getString("key"),
                    texts(json, "group"),
                    json.getString("title"),
                    texts(json, "value"),
                    texts(json, "sum"));
        }
    }

    /** Both sides name columns; they are equal. */
    record Identity(List<String> left, List<String> right) {}

    static FormLayout of(JsonObject json) {
        var rule = json.getJsonObject("rule");
        return new FormLayout(
                json.getString("code"),
                json.getString("number"),
                json.getString("basis"),
                json.getString("version"),
                Source.valueOf(json.getString("source")),
                json.getString("title"),
                json.getString("unit"),
                texts(json, "groups").stream().map(ReportGroup::valueOf).toList(),
                rule == null
                        ? null
                        : new CountingRule(rule.getString("name"), numbers(rule, "done"), numbers(rule, "paused")),
                objects(json, "columns").stream().map(Column::of).toList(),
                objects(json, "identities").stream()
                        .map(one -> new Identity(texts(one, "left"), texts(one, "right")))
                        .toList(),
                causes(json.getJsonObject("causes", new JsonObject())),
                texts(json, "notes"),
                texts(json, "signatures"));
    }

    /** The cause of each reason. */
    private static Map<String, String> causes(JsonObject json) {
        var causes = new HashMap<String, String>();
        json.fieldNames().forEach(cause -> texts(json, cause).forEach(reason -> causes.put(reason, cause)));
        return Map.copyOf(causes);
    }

    /** The numbers of a row, by the key of their column. */
    Map<String, Long> row(Map<String, Long> measures) {
        var byNumber = new HashMap<String, Long>();
        // A sum may name a column to its right, which may be a sum: as many rounds as there are columns are enough.
        for (int round = 0;
                round < columns.size() && byNumber.size() < numbers().size();
                round++) {
            for (var column : numbers()) {
                if (!column.value().isEmpty()) {
                    byNumber.put(column.no(), total(column.value(), measures));
                } else if (byNumber.keySet().containsAll(column.sum())) {
                    byNumber.put(column.no(), total(column.sum(), byNumber));
                }
            }
        }
        identities.forEach(identity -> check(identity, byNumber));
        var row = new LinkedHashMap<String, Long>();
        numbers().forEach(column -> row.put(column.key(), byNumber.get(column.no())));
        return row;
    }

    private void check(Identity identity, Map<String, Long> byNumber) {
        if (total(identity.left(), byNumber) != total(identity.right(), byNumber)) {
            throw new IllegalStateException(code + ": " + identity + " does not hold in " + byNumber);
        }
    }

    private static long total(List<String> names, Map<String, Long> values) {
        return names.stream().mapToLong(name -> values.getOrDefault(name, 0L)).sum();
    }

    List<Column> numbers() {
        return columns.stream().filter(Column::isNumber).toList();
    }

    private static List<String> texts(JsonObject json, String name) {
        return json.getJsonArray(name, new JsonArray()).stream()
                .map(String::valueOf)
                .toList();
    }

    private static Set<Integer> numbers(JsonObject json, String name) {
        return json.getJsonArray(name).stream().map(Integer.class::cast).collect(Collectors.toSet());
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        return json.getJsonArray(name, new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
