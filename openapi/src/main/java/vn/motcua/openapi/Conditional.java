package vn.motcua.openapi;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Public answers with a strong ETag: a client that has the current version receives 304 before any work is done. */
public final class Conditional {
    /** Part of every tag, so that an answer of another build is never taken for current. */
    private static final String SHAPE = "2";

    private Conditional() {}

    /**
     * @param version everything the answer depends on, e.g. release number, parameters and language
     * @param body makes the answer when the client's version is not current
     */
    public static <T> Uni<RestResponse<T>> answer(
            Request request, Duration maxAge, String version, Supplier<Uni<T>> body) {
        var tag = new EntityTag(fingerprint(version));
        var cacheControl = "public, max-age=" + maxAge.toSeconds();
        if (request.evaluatePreconditions(tag) != null) {
            return Uni.createFrom()
                    .item(RestResponse.ResponseBuilder.<T>notModified(tag)
                            .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                            .build());
        }
        return body.get()
                .map(entity -> RestResponse.ResponseBuilder.ok(entity)
                        .tag(tag)
                        .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .build());
    }

    private static String fingerprint(String version) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest((SHAPE + version).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
