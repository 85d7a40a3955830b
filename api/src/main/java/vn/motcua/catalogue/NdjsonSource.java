package vn.motcua.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/** Our own shape: one record a line, as the contract's Procedure, with the editors' words under {@code editorial}. */
final class NdjsonSource implements CatalogueSource {
    private static final int MAX_LINE = 4 << 20;

    private final ObjectMapper json;

    NdjsonSource(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void read(Reader file, Consumer<Item> each) throws IOException {
        var reader = CatalogueSource.withoutMark(file);
        var line = new StringBuilder();
        int number = 0;
        while (nextLine(reader, line, number + 1)) {
            number++;
            var text = line.toString();
            if (!text.isBlank()) {
                each.accept(item(number, text));
            }
        }
    }

    private Item item(int number, String text) {
        var tree = tree(number, text);
        var code = tree.path("code").asText("");
        if (!(tree instanceof ObjectNode fields)) {
            return new Item.Refused(
                    number, null, Refusal.of("Dòng này không phải một đối tượng JSON.", "Not a JSON object."));
        }
        try {
            var editorial = fields.remove("editorial");
            return new Item.Usable(
                    number,
                    json.treeToValue(fields, ProcedureRecord.class),
                    editorial == null ? null : json.treeToValue(editorial, Editorial.class),
                    false);
        } catch (JsonProcessingException e) {
            return new Item.Refused(number, code, Refusal.of(e));
        }
    }

    private JsonNode tree(int number, String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw Malformed.json(number, e.getLocation());
        }
    }

    /** Like {@code readLine}, but a file without line ends does not fill the memory. */
    private static boolean nextLine(Reader reader, StringBuilder line, int number) throws IOException {
        line.setLength(0);
        int c;
        while ((c = reader.read()) >= 0 && c != '\n') {
            if (line.length() >= MAX_LINE) {
                throw Malformed.lineTooLong(number, MAX_LINE);
            }
            line.append((char) c);
        }
        return c >= 0 || !line.isEmpty();
    }
}
