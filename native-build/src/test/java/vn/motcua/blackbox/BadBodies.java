package vn.motcua.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every way in which a JSON body can be wrong, made from a good one and its schema. */
final class BadBodies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String HOLE = "~HOLE~";
    private static final int LONG = 10_000;

    private final JsonNode good;
    private final Map<String, byte[]> bodies = new LinkedHashMap<>();

    private BadBodies(JsonNode good) {
        this.good = good;
    }

    static String json(Object example) {
        return JSON.valueToTree(example).toString();
    }

    /** Bad bodies by what is wrong with them. */
    static Map<String, byte[]> of(Schema<?> schema, Object example) {
        var made = new BadBodies(JSON.valueToTree(example));
        made.wholeBody();
        made.each(schema, "");
        return made.bodies;
    }

    /** Faults that need no schema; the good body is only a carrier. */
    private void wholeBody() {
        var text = good.toString();
        put("empty body", "");
        put("blank body", "  ");
        put("broken JSON", text.substring(0, text.length() - 1));
        put("not JSON", "<xml/>");
        put("JSON of another type", good.isObject() ? "[]" : "{}");
        put("null", "null");
        put("trailing content", text + "{}");
        put("deeply nested", "[".repeat(100_000));
        put("deeply nested objects", "{\"a\":".repeat(100_000));
        put("raw NUL", text + "\0");
        put("NUL before", "\0" + text);
        bytes("invalid UTF-8", text.replaceFirst("\"", "\"" + HOLE), new byte[] {(byte) 0xFF, (byte) 0xC0});
        put("a number beyond all bounds", "1e999999999");
        put("2 MB body", "\"" + "a".repeat(2 << 20) + "\"");
    }

    /** Any word is good there, and what is too long for it is tried as the first of the list. */
    private static boolean isFreeText(Schema<?> items) {
        return "string".equals(items.getType())
                && items.getMaxLength() != null
                && items.getEnum() == null
                && items.getPattern() == null
                && items.getFormat() == null;
    }

    private void each(Schema<?> schema, String pointer) {
        var type = schema.getType() == null ? "object" : schema.getType();
        if (!pointer.isEmpty()) {
            replace("wrong type", pointer, wrongType(type));
            raw("a number beyond all bounds", pointer, "1e999999999");
        }
        switch (type) {
            case "string" -> text(schema, pointer);
            case "integer", "number" -> number(pointer);
            case "array" -> {
                if (!isFreeText(schema.getItems())) {
                    replace("text in the list", pointer, NODES.arrayNode().add("x"));
                }
                each(schema.getItems(), pointer + "/0");
            }
            case "object" -> object(schema, pointer);
            default -> replace("text", pointer, NODES.textNode("maybe"));
        }
    }

    private static JsonNode wrongType(String type) {
        return type.equals("object") || type.equals("array")
                ? NODES.booleanNode(true)
                : NODES.objectNode().put("x", 1);
    }

    private void text(Schema<?> schema, String pointer) {
        if (schema.getMaxLength() == null || schema.getMaxLength() < LONG) {
            replace("too long", pointer, NODES.textNode("a".repeat(LONG)));
        }
        replace("2 MB text", pointer, NODES.textNode("a".repeat(2 << 20)));
        raw("NUL escape", pointer, "\"a\\u0000b\"");
        raw("lone surrogate escape", pointer, "\"a\\ud800b\"");
        raw("reversed surrogates", pointer, "\"\\udc00\\ud800\"");
        hole("raw NUL", pointer, new byte[] {0});
        hole("raw surrogate bytes", pointer, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
        hole("invalid UTF-8", pointer, new byte[] {(byte) 0xC3});
        hole("overlong UTF-8", pointer, new byte[] {(byte) 0xC0, (byte) 0x80});
        boolean isFree = schema.getEnum() == null && schema.getFormat() == null && schema.getPattern() == null;
        if (!isFree) {
            replace("text of another form", pointer, NODES.textNode("no-such-value"));
        }
    }

    private void number(String pointer) {
        replace("text for a number", pointer, NODES.textNode("5"));
        raw("fraction", pointer, "1.5");
        raw("huge integer", pointer, "9".repeat(500));
        raw("negative", pointer, "-9223372036854775809");
    }

    private void object(Schema<?> schema, String pointer) {
        if (Boolean.FALSE.equals(schema.getAdditionalProperties())) {
            replace("unknown field", pointer + "/noSuchField", NODES.textNode("x"));
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> value) {
            each(value, pointer + "/OVERALL");
            replace("unknown key", pointer + "/NO_SUCH_KEY", NODES.numberNode(3));
        }
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties().forEach((name, property) -> {
            each(property, pointer + "/" + name);
            duplicate(pointer, name);
        });
        var required = schema.getRequired() == null ? List.<String>of() : schema.getRequired();
        for (var name : required) {
            replace("missing", pointer + "/" + name, null);
            replace("null", pointer + "/" + name, NODES.nullNode());
        }
    }

    private void duplicate(String pointer, String name) {
        var copy = good.deepCopy();
        if (copy.at(pointer) instanceof ObjectNode object && object.has(name)) {
            var value = object.get(name).toString();
            object.set("~DOUBLE~", NODES.textNode(HOLE));
            put(
                    "repeated key at " + pointer + "/" + name,
                    copy.toString().replace("\"~DOUBLE~\":\"" + HOLE + "\"", "\"" + name + "\":" + value));
        }
    }

    private void raw(String fault, String pointer, String json) {
        put(
                fault + " at " + pointer,
                changed(pointer, NODES.textNode(HOLE)).toString().replace("\"" + HOLE + "\"", json));
    }

    private void hole(String fault, String pointer, byte[] inside) {
        bytes(
                fault + " at " + pointer,
                changed(pointer, NODES.textNode("a" + HOLE + "b")).toString(),
                inside);
    }

    private void replace(String fault, String pointer, JsonNode value) {
        put(fault + " at " + pointer, changed(pointer, value).toString());
    }

    /** The good body with another value at this place; null takes the place out. */
    private JsonNode changed(String pointer, JsonNode value) {
        var root = NODES.objectNode().set("root", good.deepCopy());
        var steps = ("root" + pointer).split("/");
        JsonNode at = root;
        for (int i = 0; i < steps.length - 1; i++) {
            at = below(at, steps[i]);
        }
        put(at, steps[steps.length - 1], value);
        return root.get("root");
    }

    private static JsonNode below(JsonNode parent, String step) {
        if (parent instanceof ArrayNode list) {
            return list.get(0);
        }
        var child = parent.get(step);
        return child == null ? ((ObjectNode) parent).putObject(step) : child;
    }

    private static void put(JsonNode parent, String step, JsonNode value) {
        if (parent instanceof ArrayNode list) {
            list.set(0, value);
        } else if (value == null) {
            ((ObjectNode) parent).remove(step);
        } else {
            ((ObjectNode) parent).set(step, value);
        }
    }

    private void put(String fault, String body) {
        bodies.put(fault, body.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(String fault, String body, byte[] inHole) {
        var latin = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        var filled = latin.replace(HOLE, new String(inHole, StandardCharsets.ISO_8859_1));
        bodies.put(fault, filled.getBytes(StandardCharsets.ISO_8859_1));
    }
}
