package vn.motcua.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.motcua.web.AppFiles.AppFile;

/**
 * Serves the citizen's app at {@code /} and the agency's console at {@code /agency}: files only, they call the contract
 * like any other client. The addresses of their pages are listed here; each answers with the same document, which draws
 * the page in the browser.
 */
@Singleton
class AppRoute {
    private static final List<String> CITIZEN = List.of(
            "/",
            "/p/:code",
            "/h",
            "/r",
            "/me",
            "/me/:code",
            "/inbox",
            "/settings",
            "/signed-in",
            "/feedback",
            "/feedback/:code",
            "/feedback/mine/:code");
    private static final List<String> AGENCY = List.of("/agency", "/agency/*");
    private static final String ISSUER = "@ISSUER@";

    private final Optional<URI> issuer;

    AppRoute(WebConfig config) {
        issuer = config.issuer().filter(address -> !address.isBlank()).map(URI::create);
    }

    void register(@Observes Router router) {
        var files = AppFiles.read();
        files.forEach((path, file) -> {
            if (!path.endsWith(".html")) {
                var served = path.equals("/sw.js") ? named(file) : file;
                serve(router, path, served, path.matches(".*-[A-Z0-9]{8}\\.[a-z]+"), Optional.empty());
            }
        });
        var citizen = named(files.get("/index.html"));
        CITIZEN.forEach(path -> serve(router, path, citizen, false, Optional.of(policy("'none'"))));
        var agency = named(files.get("/agency.html"));
        AGENCY.forEach(path -> serve(router, path, agency, false, Optional.of(policy("'none'"))));
        // The hidden frame that asks the identity server for the session ends on this page.
        serve(router, "/silent.html", files.get("/silent.html"), false, Optional.of(policy("'self'")));
    }

    private static void serve(Router router, String path, AppFile file, boolean forEver, Optional<String> policy) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(request -> {
            policy.ifPresent(rules -> request.response()
                    .putHeader("Content-Security-Policy", rules)
                    .putHeader("Referrer-Policy", "same-origin")
                    .putHeader("Permissions-Policy", "camera=(self), geolocation=(), microphone=()")
                    .putHeader("Cross-Origin-Opener-Policy", "same-origin"));
            answer(request, file, forEver);
        });
    }

    private static void answer(RoutingContext request, AppFile file, boolean forEver) {
        var response = request.response()
                .putHeader(HttpHeaders.ETAG, file.etag())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .putHeader(HttpHeaders.CACHE_CONTROL, forEver ? "public, max-age=31536000, immutable" : "no-cache");
        if (file.etag().equals(request.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.type());
        var accepted = request.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean packed = file.packed().isPresent() && accepted != null && accepted.contains("gzip");
        var body = packed ? file.packed().get() : file.content();
        if (packed) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (request.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                    .end();
        } else {
            response.end(body);
        }
    }

    /** The page learns from its own text where people sign in; the service worker, whether its copy is still right. */
    private AppFile named(AppFile page) {
        var text = page.content()
                .toString(StandardCharsets.UTF_8)
                .replace(ISSUER, issuer.map(URI::toString).orElse(""));
        return AppFiles.file(page.type(), text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    /** No script or style but our own files, nothing from elsewhere but the identity server. */
    private String policy(String ancestors) {
        var identity = issuer.map(address -> " " + address.getScheme() + "://" + address.getAuthority())
                .orElse("");
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:"
                + "; connect-src 'self'" + identity + "; frame-src 'self'" + identity
                + "; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "
                + ancestors;
    }
}
