package vn.motcua.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What an import did or would do, for the person at the keyboard. */
final class ImportReport {
    private static final int SHOWN = 200;

    private ImportReport() {}

    /** The counts, a line for each refused record and each warning, and the differences of a dry run. */
    static String of(JsonObject report) {
        var refused = report.getJsonArray("refused");
        var warnings = report.getJsonArray("warnings", new JsonArray());
        var text = new StringBuilder();
        text.append(
                report.containsKey("releaseId")
                        ? "Published as release " + report.getLong("releaseId") + ":"
                        : "Nothing was published:");
        for (var count : new String[] {"added", "amended", "abolished", "unchanged"}) {
            text.append(' ')
                    .append(report.getInteger(count))
                    .append(' ')
                    .append(count)
                    .append(',');
        }
        text.append(' ').append(refused.size()).append(" refused, ");
        text.append(warnings.size()).append(" warnings\n");
        lines(text, refused, "refused");
        lines(text, warnings, "warning");
        changes(text, report.getJsonArray("changes", new JsonArray()));
        return text.toString();
    }

    private static void lines(StringBuilder text, JsonArray records, String kind) {
        records.stream()
                .limit(SHOWN)
                .map(JsonObject.class::cast)
                .forEach(r -> text.append("  ")
                        .append(kind)
                        .append(", line ")
                        .append(r.getInteger("line"))
                        .append("  ")
                        .append(r.getString("code", "(no code)"))
                        .append("  ")
                        .append(r.getString("reason"))
                        .append('\n'));
        more(text, records.size());
    }

    private static void changes(StringBuilder text, JsonArray changes) {
        changes.stream().limit(SHOWN).map(JsonObject.class::cast).forEach(change -> {
            text.append("  ").append(change.getString("change")).append("  ").append(change.getString("code"));
            text.append("  ").append(change.getString("name", "")).append('\n');
            change.getJsonArray("differences").stream()
                    .map(JsonObject.class::cast)
                    .forEach(difference -> text.append("      ")
                            .append(difference.getString("kind"))
                            .append(' ')
                            .append(difference.getString("pointer"))
                            .append(": ")
                            .append(shortened(difference.getValue("before")))
                            .append(" → ")
                            .append(shortened(difference.getValue("after")))
                            .append('\n'));
        });
        more(text, changes.size());
    }

    private static void more(StringBuilder text, int size) {
        if (size > SHOWN) {
            text.append("  … and ").append(size - SHOWN).append(" more\n");
        }
    }

    private static String shortened(Object value) {
        var text = value == null ? "–" : String.valueOf(value);
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
