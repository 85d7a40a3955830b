package vn.motcua.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;
import vn.motcua.openapi.StrictText;

/** Text of other systems as plain text: no tags, no entities, the right letters. */
final class PlainText {
    private static final Pattern LINE_TAG = Pattern.compile("(?i)</?(p|div|br|li|tr|h[1-6])\\b[^<>]{0,500}>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,500}>");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00a0]+");
    private static final Pattern LINES = Pattern.compile("\\s*\\R\\s*");

    private PlainText() {}

    /** Null when nothing is left. */
    static String of(String text) {
        var plain = letters(StrictText.normalised(text));
        if (plain.indexOf('<') >= 0) {
            plain = TAG.matcher(LINE_TAG.matcher(plain).replaceAll("\n")).replaceAll("");
        }
        if (plain.indexOf('&') >= 0) {
            plain = plain.replace("&nbsp;", " ")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&");
        }
        plain = LINES.matcher(BLANKS.matcher(plain).replaceAll(" "))
                .replaceAll("\n")
                .strip();
        return plain.isEmpty() ? null : plain;
    }

    /** A letter of another alphabet that looks like ư and gets into records from an old font. */
    static String letters(String text) {
        return text.indexOf('ƣ') < 0 && text.indexOf('Ƣ') < 0
                ? text
                : text.replace('ƣ', 'ư').replace('Ƣ', 'Ư');
    }

    /** The same repair everywhere in a record. */
    static JsonNode letters(JsonNode tree) {
        switch (tree) {
            case ObjectNode fields ->
                fields.properties().forEach(member -> member.setValue(letters(member.getValue())));
            case ArrayNode list -> {
                for (int i = 0; i < list.size(); i++) {
                    list.set(i, letters(list.get(i)));
                }
            }
            case TextNode text -> {
                var repaired = letters(text.textValue());
                return repaired.equals(text.textValue()) ? text : new TextNode(repaired);
            }
            default -> {}
        }
        return tree;
    }
}
