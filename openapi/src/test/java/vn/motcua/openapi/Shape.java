package vn.motcua.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * What a client sees of a contract, flattened to one line for each place: operation, then place in it
 * ({@code answer application/json .items[].code}), then what stands there.
 */
final class Shape {
    /** What stands at one place. {@code schema} is null for the answer without a body. */
    record Place(String type, boolean required, Schema<?> schema) {
        boolean isFree() {
            return type.equals("any") || type.equals("string");
        }
    }

    private static final String PROBLEM = "#/components/schemas/Problem";

    private final OpenAPI document;

    private Shape(OpenAPI document) {
        this.document = document;
    }

    /** Each operation ({@code GET /v1/fields}) with its places. */
    static SortedMap<String, SortedMap<String, Place>> of(String yaml) {
        var document = parsed(yaml);
        var shape = new Shape(document);
        var all = new TreeMap<String, SortedMap<String, Place>>();
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach(
                                (method, operation) -> all.put(method + " " + path, shape.operation(item, operation))));
        return all;
    }

    static OpenAPI parsed(String yaml) {
        var result = read(yaml);
        if (result.getOpenAPI() == null) {
            throw new IllegalArgumentException("not an OpenAPI document: " + result.getMessages());
        }
        return result.getOpenAPI();
    }

    /** With the parser's complaints; what SmallRye writes is not free of them. */
    static SwaggerParseResult read(String yaml) {
        var options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser().readContents(yaml, null, options);
    }

    private SortedMap<String, Place> operation(PathItem item, Operation operation) {
        var places = new TreeMap<String, Place>();
        parameters(item, operation).forEach(p -> {
            var name = "parameter " + p.getName() + " (" + p.getIn() + ")";
            schema(name, p.getSchema(), Boolean.TRUE.equals(p.getRequired()), List.of(), places::put);
        });
        var body = operation.getRequestBody();
        if (body != null) {
            content("request", body.getContent(), Boolean.TRUE.equals(body.getRequired()), places::put);
        }
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                content("answer", resolved(response).getContent(), true, places::put);
            }
        });
        return places;
    }

    private List<Parameter> parameters(PathItem item, Operation operation) {
        var all = new ArrayList<Parameter>();
        for (var some : new List<?>[] {item.getParameters(), operation.getParameters()}) {
            if (some != null) {
                some.forEach(p -> all.add(resolved((Parameter) p)));
            }
        }
        return all;
    }

    private Parameter resolved(Parameter parameter) {
        return parameter.get$ref() == null
                ? parameter
                : document.getComponents().getParameters().get(name(parameter.get$ref()));
    }

    private ApiResponse resolved(ApiResponse response) {
        return response.get$ref() == null
                ? response
                : document.getComponents().getResponses().get(name(response.get$ref()));
    }

    private static String name(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    private void content(String side, Content content, boolean required, BiConsumer<String, Place> places) {
        if (content == null || content.isEmpty()) {
            return;
        }
        content.forEach((mediaType, body) -> {
            var name = side + " " + mediaType.replaceAll(";.*", "");
            if (mediaType.contains("json") && !mediaType.contains("ndjson")) {
                json(name, body, required, places);
            } else {
                places.accept(name, new Place("text", required, body.getSchema()));
            }
        });
    }

    private void json(String name, MediaType body, boolean required, BiConsumer<String, Place> places) {
        schema(name + " ", body.getSchema(), required, List.of(), places);
    }

    /** Visits the schema and everything below it; a schema inside itself is visited once. */
    private void schema(
            String place, Schema<?> raw, boolean required, List<Schema<?>> above, BiConsumer<String, Place> places) {
        var schema = resolved(raw);
        if (raw != null && PROBLEM.equals(raw.get$ref())) {
            // Its types are a Java enum, which ContractStyleTest compares with the contract's list.
            places.accept(place, new Place("problem", required, schema));
            return;
        }
        places.accept(place, new Place(type(schema), required, schema));
        if (schema == null || above.contains(schema)) {
            return;
        }
        var path = new ArrayList<>(above);
        path.add(schema);
        if (schema.getItems() != null) {
            schema(place + "[]", schema.getItems(), false, path, places);
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> value) {
            schema(place + "{}", value, false, path, places);
        }
        properties(schema).forEach((name, property) -> {
            boolean needed =
                    schema.getRequired() != null && schema.getRequired().contains(name);
            schema(place + "." + name, property, needed, path, places);
        });
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the parser's Schema is raw
    private static Map<String, Schema<?>> properties(Schema<?> schema) {
        return schema.getProperties() == null ? Map.of() : (Map) schema.getProperties();
    }

    /** Follows {@code $ref}, and {@code allOf} that only decorates one schema. */
    private Schema<?> resolved(Schema<?> schema) {
        if (schema == null) {
            return null;
        }
        if (schema.get$ref() != null) {
            return resolved(document.getComponents().getSchemas().get(name(schema.get$ref())));
        }
        var parts = schema.getAllOf();
        if (parts == null || parts.isEmpty() || schema.getProperties() != null) {
            return schema;
        }
        return resolved(parts.stream()
                .filter(part -> part.get$ref() != null)
                .findFirst()
                .orElse(parts.getFirst()));
    }

    private static String type(Schema<?> schema) {
        if (schema == null || schema.getType() == null) {
            return "any";
        }
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            return schema.getEnum().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining("|", "one of ", ""));
        }
        var format = schema.getFormat();
        if ("object".equals(schema.getType())
                && properties(schema).isEmpty()
                && !(schema.getAdditionalProperties() instanceof Schema<?>)) {
            return "any";
        }
        return "date".equals(format) || "date-time".equals(format) ? format : schema.getType();
    }
}
