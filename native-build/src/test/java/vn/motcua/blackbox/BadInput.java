package vn.motcua.blackbox;

import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.motcua.openapi.Contract;

/**
 * Sends every kind of bad input to every operation of the contract. Each must be answered with a 4xx problem, none may cost
 * the connection, and the service must go on working.
 */
public final class BadInput {
    /** What went wrong: the operation, what was sent, and what came back. */
    public record Violation(String operation, String sent, String answer) {}

    /** All violations, and how often each status was answered. */
    public record Outcome(List<Violation> violations, SortedMap<Integer, Integer> statuses) {}

    private static final Pattern ROLE = Pattern.compile("Role\\s+`([a-z-]+)`");
    /** Their bodies hold a cursor that only the service can make, so a made-up one is refused. */
    private static final Set<String> NEED_A_CURSOR = Set.of("replayWebhook");

    private static final Set<String> JUDGED_ONE_BY_ONE =
            Set.of("postDossierEvents", "publishCatalogueRelease", "postNationalSync");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final OpenAPI contract = contract();
    private final Schema<?> problem = contract.getComponents().getSchemas().get("Problem");
    private final SchemaValidator validator = new SchemaValidator(
            contract, new MessageResolver(LevelResolver.create().build()));
    private final List<Violation> violations = new ArrayList<>();
    private final SortedMap<Integer, Integer> statuses = new TreeMap<>();

    private BadInput(URI base) {
        this.base = base;
    }

    /** {@code token} gives a valid access token for a role. */
    public static Outcome run(URI base, Function<String, String> token) {
        var run = new BadInput(base);
        run.contract
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    var name = method + " " + path;
                    var credentials = operation.getSecurity() == null ? null : token.apply(role(operation));
                    run.good(name, operation, BadRequests.good(path, item, method.name(), operation, credentials));
                    BadRequests.of(path, item, method.name(), operation, credentials)
                            .forEach((fault, request) -> run.bad(name, operation, fault, request));
                    run.stillWorks(name);
                }));
        return new Outcome(List.copyOf(run.violations), run.statuses);
    }

    private static OpenAPI contract() {
        var options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        return new OpenAPIV3Parser()
                .readContents(Contract.yaml(), null, options)
                .getOpenAPI();
    }

    private static String role(Operation operation) {
        var named = ROLE.matcher(operation.getDescription() == null ? "" : operation.getDescription());
        return named.find() ? named.group(1) : "citizen";
    }

    /** The operation is there and takes a good request: else the bad ones would prove nothing. */
    private void good(String name, Operation operation, RawHttp.Request request) {
        send(name, "a good request", request, answer -> {
            boolean isMissing = answer.status() == 405
                    || answer.status() == 501
                    || (answer.status() == 404 && answer.body().contains("/problems/not-found"));
            boolean isCursor = NEED_A_CURSOR.contains(operation.getOperationId())
                    && answer.body().contains("\"/after\"");
            boolean isRefused = Set.of(400, 401, 403, 415).contains(answer.status()) && !isCursor;
            return isMissing || isRefused || answer.status() >= 500 ? "not accepted" : null;
        });
    }

    private void bad(String name, Operation operation, String fault, RawHttp.Request request) {
        send(name, fault, request, answer -> {
            if (fault.startsWith("broken percent")) {
                // Not a URI at all: the HTTP server answers a bare 400 before any handler of ours sees it.
                return answer.status() == 400 ? null : "not a 400";
            }
            boolean isPartial = JUDGED_ONE_BY_ONE.contains(operation.getOperationId());
            if (answer.status() < 300 && isPartial) {
                return rejectedPart(answer.body());
            }
            return answer.status() < 400 || answer.status() > 499 ? "not a 4xx" : problemFault(answer);
        });
    }

    private void stillWorks(String name) {
        var request = new RawHttp.Request("GET", "/q/health/ready", Map.of(), null);
        send(name, "health after all that", request, answer -> answer.status() == 200 ? null : "not ready any more");
    }

    private void send(String name, String sent, RawHttp.Request request, Function<RawHttp.Answer, String> judge) {
        try {
            var answer = RawHttp.send(base, request);
            statuses.merge(answer.status(), 1, Integer::sum);
            var fault = judge.apply(answer);
            if (fault != null) {
                violations.add(
                        new Violation(name, sent, fault + ": " + answer.status() + " " + shortened(answer.body())));
            }
        } catch (IOException e) {
            violations.add(new Violation(name, sent, "no answer: " + e.getMessage()));
        }
    }

    private String problemFault(RawHttp.Answer answer) {
        if (!answer.headers().getOrDefault("content-type", "").startsWith("application/problem+json")) {
            return "not a problem but " + answer.headers().get("content-type");
        }
        return problemFault(answer.body(), answer.status());
    }

    private String problemFault(String body, int status) {
        try {
            var json = JSON.readTree(body);
            if (status != 0 && json.path("status").asInt() != status) {
                return "status in the problem differs from the answer's";
            }
            var report = validator.validate(body, problem, null);
            return report.hasErrors() ? "not as the schema Problem says: " + report.getMessages() : null;
        } catch (JsonProcessingException e) {
            return "not JSON";
        }
    }

    /** A batch may be answered 200 when the bad part is listed as rejected. */
    private String rejectedPart(String body) {
        try {
            var json = JSON.readTree(body);
            if (json.path("data").isArray()) {
                return refusedNationally(json.path("data"));
            }
            if (json.path("rejected").isEmpty() && json.path("refused").isEmpty()) {
                return "accepted";
            }
            for (JsonNode event : json.path("rejected")) {
                var fault = problemFault(event.path("problem").toString(), 0);
                if (fault != null) {
                    return fault;
                }
            }
            return null;
        } catch (JsonProcessingException e) {
            return "not JSON";
        }
    }

    /** In the words of the national shape: error_code 01 and what to correct. */
    private static String refusedNationally(JsonNode records) {
        for (var one : records) {
            if (one.path("error_code").asText().equals("01")) {
                return one.path("error_message").asText().isBlank() ? "refused without a word" : null;
            }
        }
        return "accepted";
    }

    private static String shortened(String body) {
        return body.length() > 200 ? body.substring(0, 200) + "…" : body;
    }
}
