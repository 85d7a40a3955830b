package vn.motcua.openapi;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.filter.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The committed contract, and REST Assured filters that hold every answer against it. */
public final class Contract {
    private Contract() {}

    public static String yaml() {
        try (var in = Contract.class.getResourceAsStream("/META-INF/motcua/motcua.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Validates request and response: for good requests. */
    public static Filter strict() {
        return Strict.FILTER;
    }

    /** Validates the response only: for requests that are wrong on purpose. */
    public static Filter responsesOnly() {
        return ResponsesOnly.FILTER;
    }

    /** Reading the contract takes a second, so each filter is made once, when it is first asked for. */
    private static final class Strict {
        static final Filter FILTER = new OpenApiValidationFilter(validator().build());
    }

    private static final class ResponsesOnly {
        static final Filter FILTER = new OpenApiValidationFilter(validator()
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request", ValidationReport.Level.IGNORE)
                        .build())
                .build());
    }

    private static OpenApiInteractionValidator.Builder validator() {
        return OpenApiInteractionValidator.createForInlineApiSpecification(yaml());
    }
}
