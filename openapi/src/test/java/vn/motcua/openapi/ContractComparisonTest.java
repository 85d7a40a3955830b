package vn.motcua.openapi;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContractComparisonTest {
    private static final String CONTRACT = """
            openapi: 3.0.3
            info: {title: small, version: '1'}
            paths:
              /v1/things/{id}:
                get:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
                    - {name: limit, in: query, schema: {type: integer, maximum: 100}}
                    - {name: at, in: query, required: true, schema: {type: string, format: date}}
                  responses:
                    '200':
                      description: ok
                      content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
                    '404': {description: none}
                post:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                  requestBody:
                    content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
                  responses:
                    '204': {description: ok}
            components:
              schemas:
                Thing:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string, maxLength: 3}
                    size: {type: integer}
                    state: {type: string, enum: [NEW, OLD]}
                    madeAt: {type: string, format: date-time}
                    parts: {type: array, items: {type: object, properties: {weight: {type: number}}}}
                    counts: {type: object, additionalProperties: {type: integer}}
            """;

    private static List<String> afterChange(String from, String to) {
        if (!CONTRACT.contains(from)) {
            throw new IllegalArgumentException("nothing to change: " + from);
        }
        return ContractComparison.differences(CONTRACT, CONTRACT.replace(from, to));
    }

    @Test
    void equalDocumentsHaveNoDifference() {
        assertThat(ContractComparison.differences(CONTRACT, CONTRACT), empty());
        assertThat(ContractComparison.differences(Contract.yaml(), Contract.yaml()), empty());
    }

    @Test
    void whatCodeCannotKnowIsNoDifference() {
        assertThat(afterChange(", maximum: 100", ", format: int32"), empty());
        assertThat(afterChange("required: [name]", "required: [size]"), empty());
        assertThat(afterChange("'404': {description: none}", "'401': {description: who}"), empty());
        assertThat(afterChange("string, format: uuid", "string"), empty());
        assertThat(afterChange("required: true, schema: {type: string, format: date}", "schema: {type: string}"), empty());
        assertThat(afterChange("enum: [NEW, OLD]", "enum: [old, new]"), empty());
        assertThat(afterChange("'200':", "'201':"), empty());
    }

    @Test
    void changedParameterIsNamedWithBothTypes() {
        assertThat(
                afterChange("schema: {type: integer, maximum: 100}", "schema: {type: string}"),
                contains("GET /v1/things/{id}: parameter limit (query): contract integer, code string"));
        assertThat(
                afterChange("{name: limit, in: query,", "{name: limit, in: query, required: true,"),
                contains("GET /v1/things/{id}: parameter limit (query): contract optional, code required"));
        assertThat(
                afterChange("{name: limit, in: query,", "{name: size, in: query,"),
                contains(
                        "GET /v1/things/{id}: parameter limit (query): contract integer, code nothing",
                        "GET /v1/things/{id}: parameter size (query): contract nothing, code integer"));
    }

    @Test
    void changedBodyIsSeenInRequestAndAnswer() {
        assertThat(
                afterChange("size: {type: integer}", "length: {type: integer}"),
                contains(
                        "GET /v1/things/{id}: answer application/json .length: contract nothing, code integer",
                        "GET /v1/things/{id}: answer application/json .size: contract integer, code nothing",
                        "POST /v1/things/{id}: request application/json .length: contract nothing, code integer",
                        "POST /v1/things/{id}: request application/json .size: contract integer, code nothing"));
        assertThat(
                afterChange("weight: {type: number}", "weight: {type: string}"),
                hasItem("GET /v1/things/{id}: answer application/json .parts[].weight: contract number, code string"));
        assertThat(
                afterChange("[NEW, OLD]", "[NEW, OLD, LOST]"),
                hasItem("GET /v1/things/{id}: answer application/json .state: contract one of NEW|OLD,"
                        + " code one of LOST|NEW|OLD"));
        assertThat(
                afterChange("additionalProperties: {type: integer}", "additionalProperties: {type: string}"),
                hasItem("GET /v1/things/{id}: answer application/json .counts{}: contract integer, code string"));
        assertThat(
                afterChange("string, format: date-time", "string"),
                hasItem("GET /v1/things/{id}: answer application/json .madeAt: contract date-time, code string"));
    }

    @Test
    void untypedAnswerIsADifferenceAndABodyReadByHandIsNot() {
        var body = "content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}";
        assertThat(
                afterChange("          " + body, "          content: {application/json: {schema: {}}}")
                        .stream()
                        .filter(d -> d.contains("answer"))
                        .toList(),
                contains("GET /v1/things/{id}: answer application/json: contract object, code any"));
        assertThat(
                afterChange(
                        "requestBody:\n        " + body,
                        "requestBody:\n        content: {application/json: {schema: {type: string, format: binary}}}"),
                empty());
    }

    @Test
    void tamperingWithTheCommittedContractIsReported() {
        var contract = Contract.yaml();
        assertReported(contract.replace("/v1/me/dossiers/{code}:", "/v1/my/dossiers/{code}:"), "GET /v1/me/dossiers/{code}");
        assertReported(contract.replace("workingDaysLeft: {type: integer", "workingDaysLeft: {type: string"), "workingDaysLeft");
        assertReported(contract.replace("nextAction: {type", "next: {type"), "nextAction");
        assertReported(contract.replace("- name: dryRun", "- name: dry"), "parameter dryRun (query)");
        assertReported(contract.replace("enum: [ANDROID, IOS, WEB]", "enum: [ANDROID, IOS]"), "platform");
        assertReported(contract.replace("text/csv:", "text/plain:"), "answer text/csv");
    }

    private static void assertReported(String tampered, String word) {
        var differences = ContractComparison.differences(Contract.yaml(), tampered);
        assertThat(
                word + " in " + differences, differences.stream().anyMatch(d -> d.contains(word)));
    }
}
