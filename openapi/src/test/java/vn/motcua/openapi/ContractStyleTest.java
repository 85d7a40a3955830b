package vn.motcua.openapi;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The contract is complete and says what is true of every operation. */
class ContractStyleTest {
    private static final OpenAPI CONTRACT = Shape.parsed(Contract.yaml());
    private static final JsonNode TREE = tree();
    private static final SchemaValidator VALIDATOR = new SchemaValidator(
            CONTRACT, new MessageResolver(LevelResolver.create().build()));

    /** Searching is for everybody; its explanation is for administrators. */
    private static final Set<String> PUBLIC_BUT_FOR_AN_OPTION = Set.of("GET /v1/procedures");

    private final List<String> faults = new ArrayList<>();

    private static JsonNode tree() {
        try {
            return new YAMLMapper().readTree(Contract.yaml());
        } catch (IOException e) {
            throw new IllegalStateException("the contract is not YAML", e);
        }
    }

    @Test
    void theParserHasNoComplaint() {
        assertThat(Shape.read(Contract.yaml()).getMessages(), empty());
    }

    @Test
    void everyOperationIsNamedAndTellsItsProblems() {
        var ids = new HashSet<String>();
        CONTRACT.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    var name = method + " " + path;
                    expect(
                            operation.getSummary() != null
                                    && !operation.getSummary().isBlank(),
                            name,
                            "has no summary");
                    expect(
                            operation.getOperationId() != null && ids.add(operation.getOperationId()),
                            name,
                            "has no id of its own");
                    expect(
                            operation.getTags() != null && operation.getTags().size() == 1,
                            name,
                            "has not exactly one tag");
                    answers(name, item, operation);
                }));
        assertThat(faults, empty());
    }

    private void answers(String name, PathItem item, Operation operation) {
        var answers = operation.getResponses().keySet();
        expect(answers.stream().anyMatch(s -> s.startsWith("2")), name, "has no success answer");
        if (operation.getParameters() != null || item.getParameters() != null) {
            expect(answers.contains("400"), name, "takes parameters and has no 400");
        }
        boolean asksForAToken =
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        if (answers.contains("401") && !asksForAToken) {
            // Generated clients send a token only where the contract asks for one.
            expect(PUBLIC_BUT_FOR_AN_OPTION.contains(name), name, "has a 401 and asks for no token");
        }
        if (asksForAToken) {
            expect(answers.contains("401"), name, "needs a token and has no 401");
        }
        if (operation.getRequestBody() != null) {
            expect(answers.containsAll(List.of("400", "413", "415")), name, "takes a body and lacks 400, 413 or 415");
        }
        operation.getResponses().forEach((status, answer) -> {
            if (status.compareTo("400") >= 0) {
                var resolved = answer.get$ref() == null
                        ? answer
                        : CONTRACT.getComponents()
                                .getResponses()
                                .get(answer.get$ref().replaceAll(".*/", ""));
                var content = resolved.getContent();
                expect(content != null && content.containsKey(Problem.MEDIA_TYPE), name, status + " is not a problem");
            }
        });
    }

    private void expect(boolean isTrue, String where, String fault) {
        if (!isTrue) {
            faults.add(where + " " + fault);
        }
    }

    @Test
    void everyTagIsDescribedAndUsed() {
        var used = new TreeSet<String>();
        CONTRACT.getPaths().values().forEach(item -> item.readOperations().forEach(o -> used.addAll(o.getTags())));
        var described = new TreeSet<String>();
        CONTRACT.getTags().forEach(t -> described.add(t.getName()));
        assertThat(used, equalTo(described));
    }

    @Test
    void examplesAreAsTheirSchemaSays() {
        CONTRACT.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    var name = method + " " + path;
                    if (operation.getParameters() != null) {
                        operation
                                .getParameters()
                                .forEach(p -> example(name + " " + p.getName(), p.getExample(), p.getSchema()));
                    }
                    if (operation.getRequestBody() != null) {
                        content(name + " request", operation.getRequestBody().getContent());
                    }
                    operation
                            .getResponses()
                            .forEach((status, answer) -> content(name + " " + status, answer.getContent()));
                }));
        CONTRACT.getComponents().getResponses().forEach((name, answer) -> content(name, answer.getContent()));
        CONTRACT.getComponents().getSchemas().forEach(this::propertyExamples);
        assertThat(faults, empty());
    }

    @SuppressWarnings("unchecked") // the parser's Schema is raw
    private void propertyExamples(String name, Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((property, type) -> example(name + "." + property, type.getExample(), type));
        }
    }

    private void content(String place, Content content) {
        if (content != null) {
            content.forEach((type, body) -> example(place + " " + type, body.getExample(), body.getSchema()));
        }
    }

    private void example(String place, Object example, Schema<?> schema) {
        if (example == null) {
            return;
        }
        var json = Json.mapper().valueToTree(example);
        VALIDATOR
                .validate(json.isTextual() ? json.asText() : json.toString(), schema, null)
                .getMessages()
                .forEach(m -> faults.add(place + ": " + m.getMessage()));
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryPartIsUsed() {
        var referenced = new HashSet<String>();
        TREE.findValuesAsText("$ref").forEach(referenced::add);
        var unresolved = referenced.stream()
                .filter(ref -> TREE.at(ref.substring(1)).isMissingNode())
                .toList();
        assertThat(unresolved, empty());
        assertThat(unused(referenced), empty());
    }

    private static Set<String> unused(Set<String> referenced) {
        var parts = new TreeSet<String>();
        for (var kind : List.of("schemas", "parameters", "responses", "headers")) {
            TREE.at("/components/" + kind)
                    .fieldNames()
                    .forEachRemaining(n -> parts.add("#/components/" + kind + "/" + n));
        }
        parts.removeAll(referenced);
        return parts;
    }

    @Test
    void problemsAreTheClosedListOfTheCode() {
        var inContract = new ArrayList<String>();
        TREE.at("/components/schemas/Problem/properties/type/enum").forEach(v -> inContract.add(v.asText()));
        var inCode = Arrays.stream(ProblemType.values()).map(ProblemType::uri).toArray(String[]::new);
        assertThat(inContract, containsInAnyOrder(inCode));
    }
}
