package vn.motcua.organisation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What became of an upload: a byte a line, so that a long file costs little; written as JSON while it is sent. */
final class WatchReport {
    private static final JsonFactory JSON = new JsonFactory();
    private static final WatchResult[] RESULTS = WatchResult.values();
    private static final int NOTHING = 0xFF;

    /** By line number from 1; lines without content hold NOTHING. */
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    private final int[] counts = new int[RESULTS.length];
    private int judged;
    private int cleared;
    private boolean truncated;

    void add(int line, WatchResult result) {
        while (lines.size() < line - 1) {
            lines.write(NOTHING);
        }
        lines.write(result.ordinal());
        counts[result.ordinal()]++;
        judged++;
    }

    /** The file went on, but nothing behind this was read. */
    void truncate() {
        truncated = true;
    }

    /** So many codes left the list because the new one does not name them. */
    void cleared(int codes) {
        cleared = codes;
    }

    boolean isTruncated() {
        return truncated;
    }

    int judged() {
        return judged;
    }

    int count(WatchResult result) {
        return counts[result.ordinal()];
    }

    /** For the audit: counts, no codes. */
    String summary() {
        var text = new StringBuilder("lines " + judged);
        for (var result : RESULTS) {
            if (count(result) > 0) {
                text.append(", ").append(result).append(' ').append(count(result));
            }
        }
        return cleared == 0
                ? text.toString()
                : text.append(", cleared ").append(cleared).toString();
    }

    void write(OutputStream out) throws IOException {
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("lines", judged);
            json.writeObjectFieldStart("counts");
            for (var result : RESULTS) {
                json.writeNumberField(result.name(), count(result));
            }
            json.writeEndObject();
            json.writeNumberField("cleared", cleared);
            json.writeBooleanField("truncated", truncated);
            json.writeArrayFieldStart("results");
            var bytes = lines.toByteArray();
            for (int i = 0; i < bytes.length; i++) {
                line(json, i + 1, bytes[i] & 0xFF);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void line(JsonGenerator json, int number, int result) throws IOException {
        if (result != NOTHING) {
            json.writeStartObject();
            json.writeNumberField("line", number);
            json.writeStringField("result", RESULTS[result].name());
            json.writeEndObject();
        }
    }
}
