package vn.motcua.blackbox;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.blackbox.RawHttp.Request;

/** The good request to one operation of the contract, and the bad ones made from it. */
final class BadRequests {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");
    private static final String GARBAGE = "%21%21%21";

    private final String path;
    private final PathItem item;
    private final String method;
    private final Operation operation;
    private final String token;
    private final Map<String, Request> requests = new LinkedHashMap<>();

    private BadRequests(String path, PathItem item, String method, Operation operation, String token) {
        this.path = path;
        this.item = item;
        this.method = method;
        this.operation = operation;
        this.token = token;
    }

    /** Bad requests by what is wrong with them. {@code token} is null where the operation needs none. */
    static Map<String, Request> of(String path, PathItem item, String method, Operation operation, String token) {
        var made = new BadRequests(path, item, method, operation, token);
        made.methods();
        made.tokens();
        made.parameters();
        made.bodies();
        return made.requests;
    }

    /** A request with which the contract has no quarrel; what it names need not exist. */
    static Request good(String path, PathItem item, String method, Operation operation, String token) {
        return new BadRequests(path, item, method, operation, token).good();
    }

    private Request good() {
        return new Request(method, target(null, null), headers(), goodBody());
    }

    private Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        if (operation.getRequestBody() != null) {
            headers.put("Content-Type", mediaTypes().iterator().next());
        }
        return headers;
    }

    private Set<String> mediaTypes() {
        return operation.getRequestBody().getContent().keySet();
    }

    private byte[] goodBody() {
        if (operation.getRequestBody() == null) {
            return null;
        }
        var example = operation
                .getRequestBody()
                .getContent()
                .values()
                .iterator()
                .next()
                .getExample();
        var body = example == null ? "{}" : example instanceof String lines ? lines : BadBodies.json(example);
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private List<Parameter> all() {
        var all = new ArrayList<Parameter>();
        if (item.getParameters() != null) {
            all.addAll(item.getParameters());
        }
        if (operation.getParameters() != null) {
            all.addAll(operation.getParameters());
        }
        return all;
    }

    /** The address with {@code value} (already encoded) for the parameter {@code changed}; null leaves it out. */
    private String target(Parameter changed, String value) {
        var address = path;
        var query = new ArrayList<String>();
        for (var parameter : all()) {
            boolean isChanged = changed != null
                    && parameter.getName().equals(changed.getName())
                    && parameter.getIn().equals(changed.getIn());
            var text = isChanged ? value : example(parameter);
            if (parameter.getIn().equals("header")) {
                continue;
            }
            if (parameter.getIn().equals("path")) {
                address = address.replace("{" + parameter.getName() + "}", text);
            } else if (isChanged ? value != null : Boolean.TRUE.equals(parameter.getRequired())) {
                query.add(parameter.getName() + "=" + text);
            }
        }
        if (operation.getOperationId().equals("publishCatalogueRelease")
                && (changed == null || !changed.getName().equals("dryRun"))) {
            query.add("dryRun=true");
        }
        return query.isEmpty() ? address : address + "?" + String.join("&", query);
    }

    private static String example(Parameter parameter) {
        var example =
                parameter.getExample() == null ? "x" : parameter.getExample().toString();
        return URLEncoder.encode(example, StandardCharsets.UTF_8);
    }

    private void methods() {
        var known = item.readOperationsMap().keySet().stream().map(Enum::name).toList();
        for (var other : METHODS) {
            if (!known.contains(other)) {
                requests.put("method " + other, new Request(other, target(null, null), headers(), goodBody()));
            }
        }
    }

    private void tokens() {
        if (token != null) {
            var without = headers();
            without.remove("Authorization");
            requests.put("no token", new Request(method, target(null, null), without, goodBody()));
            for (var bad : List.of("x", "a.b.c", token + "x", token.substring(0, token.lastIndexOf('.') + 1))) {
                var headers = headers();
                headers.put("Authorization", "Bearer " + bad);
                requests.put(
                        "bad token " + requests.size(), new Request(method, target(null, null), headers, goodBody()));
            }
        }
    }

    private void parameters() {
        for (var parameter : all()) {
            var schema = parameter.getSchema();
            parameter("NUL", parameter, "a%00b");
            parameter("invalid UTF-8", parameter, "a%FFb");
            parameter("surrogate bytes", parameter, "a%ED%A0%80b");
            parameter("overlong UTF-8", parameter, "a%C0%80b");
            parameter("too long", parameter, "a".repeat(10_000));
            parameter("broken percent", parameter, "%zz");
            wrongTypes(parameter, schema);
            if (parameter.getIn().equals("query") && Boolean.TRUE.equals(parameter.getRequired())) {
                parameter("missing", parameter, null);
            }
            if (Set.of("cursor", "after").contains(parameter.getName())) {
                List.of(GARBAGE, "eyJhIjoxfQ", "AAAA", "-1", "0%27--")
                        .forEach(v -> parameter("bad cursor", parameter, v));
            }
        }
    }

    /** A number within the bounds that the contract gives is no bad input. */
    private static boolean isAllowed(String value, Schema<?> schema) {
        if (!value.matches("-?\\d{1,18}") || schema.getMinimum() == null) {
            return false;
        }
        var number = new BigDecimal(value);
        var most = schema.getMaximum() != null
                ? schema.getMaximum()
                : BigDecimal.valueOf("int64".equals(schema.getFormat()) ? Long.MAX_VALUE : 100);
        return number.compareTo(schema.getMinimum()) >= 0 && number.compareTo(most) <= 0;
    }

    private void wrongTypes(Parameter parameter, Schema<?> schema) {
        switch (schema.getType()) {
            case "integer" ->
                List.of("abc", "0", "-1", "1.5", "101", "2147483648", "99999999999999999999", "1e9", "0x10").stream()
                        .filter(v -> !isAllowed(v, schema))
                        .forEach(v -> parameter("not this number", parameter, v));
            case "boolean" -> parameter("wrong type", parameter, "maybe");
            default -> {
                if (schema.getEnum() != null || schema.getFormat() != null || schema.getPattern() != null) {
                    parameter("wrong form", parameter, "no.such.value");
                }
            }
        }
    }

    private void parameter(String fault, Parameter parameter, String value) {
        var name = fault + " in " + parameter.getIn() + " parameter " + parameter.getName()
                + (value == null || value.length() > 40 ? "" : " = " + value);
        var headers = headers();
        if (parameter.getIn().equals("header") && value != null) {
            headers.put(parameter.getName(), value);
        }
        requests.put(name, new Request(method, target(parameter, value), headers, goodBody()));
    }

    private void bodies() {
        if (operation.getRequestBody() == null) {
            return;
        }
        for (var type :
                List.of("text/plain", "application/xml", "image/png", "x", "application/json; charset=utf-16")) {
            var headers = headers();
            headers.put("Content-Type", type);
            requests.put("media type " + type, new Request(method, target(null, null), headers, goodBody()));
        }
        var without = headers();
        without.remove("Content-Type");
        requests.put("no media type", new Request(method, target(null, null), without, goodBody()));
        operation.getRequestBody().getContent().forEach((type, content) -> {
            var headers = headers();
            headers.put("Content-Type", type);
            var example = content.getExample() == null ? Map.of() : content.getExample();
            var schema = content.getSchema() == null ? new Schema<>() : content.getSchema();
            var isText = "string".equals(schema.getType());
            BadBodies.of(isText ? new Schema<>() : schema, example)
                    .forEach((fault, body) ->
                            requests.put(type + ": " + fault, new Request(method, target(null, null), headers, body)));
        });
    }
}
