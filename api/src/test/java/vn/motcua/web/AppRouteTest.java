package vn.motcua.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How the pages are served; what they do in a browser is tested on the packaged program. */
@QuarkusTest
class AppRouteTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource
    URI base;

    @Test
    void everyAddressOfAPageAnswersWithItsDocumentAndAStrictPolicy() throws Exception {
        for (var path : new String[] {"/", "/p/1.001193", "/h", "/me/H44.07-261008-0975", "/agency", "/agency/queue"}) {
            var answer = get(path);
            assertEquals(200, answer.statusCode(), path);
            var policy = answer.headers().firstValue("content-security-policy").orElseThrow();
            assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'"), policy);
            assertTrue(policy.endsWith("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertFalse(answer.body().contains("@ISSUER@"), "the issuer is filled in");
            assertEquals(
                    "no-cache", answer.headers().firstValue("cache-control").orElseThrow());
        }
    }

    @Test
    void scriptsAreKeptForEverSentPackedAndNotSentAgain() throws Exception {
        var page = get("/").body();
        var name = Pattern.compile("/app/citizen-[A-Z0-9]{8}\\.js").matcher(page);
        assertTrue(name.find(), page);
        var script = get(name.group());
        assertEquals(
                "public, max-age=31536000, immutable",
                script.headers().firstValue("cache-control").orElseThrow());
        var packed = get(name.group(), "Accept-Encoding", "gzip");
        assertEquals("gzip", packed.headers().firstValue("content-encoding").orElseThrow());
        var tag = script.headers().firstValue("etag").orElseThrow();
        assertEquals(304, get(name.group(), "If-None-Match", tag).statusCode());
    }

    @Test
    void theServiceWorkerAndTheManifestAreAsked() throws Exception {
        var worker = get("/sw.js");
        assertEquals("no-cache", worker.headers().firstValue("cache-control").orElseThrow());
        assertFalse(worker.body().contains("@ISSUER@"), "a worker of another identity server is another worker");
        var manifest = get("/app/manifest.webmanifest");
        assertEquals(
                "application/manifest+json",
                manifest.headers().firstValue("content-type").orElseThrow());
        assertTrue(manifest.body().contains("\"start_url\": \"/\""), manifest.body());
    }

    @Test
    void anAddressWithoutAPageIsAProblem() throws Exception {
        assertEquals(404, get("/app/unknown.js").statusCode());
        assertEquals(404, get("/nowhere").statusCode());
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
