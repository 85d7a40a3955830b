package vn.motcua.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Headers that every answer of the REST layer carries. */
public class AnswerHeaders {
    @ServerResponseFilter
    public void add(ContainerResponseContext answer) {
        var headers = answer.getHeaders();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        // What is public says so itself; everything else stays out of caches.
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
