package vn.motcua.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Problem;
import vn.motcua.openapi.ProblemException;

/** Writes a problem for a request that never reached the REST layer. */
@Singleton
class ProblemWriter {
    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    void write(RoutingContext request, ProblemException problem) {
        var language = Language.of(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var response = request.response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.retryAfter()
                .ifPresent(wait -> response.putHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
        // The body was not read: the connection cannot be used for the next request.
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        try {
            response.end(json.writeValueAsString(Problem.of(problem, language)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is plain data", e);
        }
    }
}
