package vn.motcua.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Our own shape: as the contract's Procedure, with the editors' words under {@code editorial}. Unknown members are refused. */
final class MotcuaSource implements CatalogueSource {
    private final ObjectMapper json;

    MotcuaSource(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Item item(int line, JsonNode record) {
        var fields = ((ObjectNode) record).deepCopy();
        try {
            var editorial = fields.remove("editorial");
            var internal = fields.remove("internal");
            return new Item.Usable(
                    line,
                    json.treeToValue(fields, ProcedureRecord.class),
                    editorial == null ? null : json.treeToValue(editorial, Editorial.class),
                    internal != null && json.treeToValue(internal, boolean.class),
                    List.of());
        } catch (JsonProcessingException e) {
            return new Item.Refused(line, record.path("code").asText(""), Refusal.of(e));
        }
    }
}
