package vn.motcua.local;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Calls of the running service, through the front door like everybody else's. */
final class ServiceClient {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int MAX_WAITS = 30;
    private static final long USUAL_WAIT_SECONDS = 1;

    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    /** Status and body of an answer. */
    record Answer(int status, String body) {
        JsonObject json() {
            return new JsonObject(body);
        }

        Answer expect(int... statuses) {
            for (var expected : statuses) {
                if (status == expected) {
                    return this;
                }
            }
            throw new IllegalStateException("the service answered " + status + ": " + body);
        }
    }

    ServiceClient(String url) {
        this.url = url;
    }

    Answer get(String path, String token) {
        return send(request(path, token).GET());
    }

    Answer send(String method, String path, String token, String contentType, BodyPublisher body) {
        return send(request(path, token).header("Content-Type", contentType).method(method, body));
    }

    Answer sendJson(String method, String path, String token, String json) {
        return send(method, path, token, "application/json", BodyPublishers.ofString(json));
    }

    /** With more headers. */
    Answer sendJson(String method, String path, String token, String json, Map<String, String> headers) {
        var request = request(path, token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(LIMIT);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /** When the service says "later", it is later that it is asked again. */
    private Answer send(HttpRequest.Builder request) {
        try {
            for (int waits = 0; ; waits++) {
                var answer = http.send(request.build(), BodyHandlers.ofString());
                boolean later = answer.statusCode() == 429 || answer.statusCode() == 503;
                if (!later || waits == MAX_WAITS) {
                    return new Answer(answer.statusCode(), answer.body());
                }
                Thread.sleep(retryAfter(answer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the service at " + url + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Duration retryAfter(HttpResponse<?> answer) {
        return Duration.ofSeconds(
                answer.headers().firstValueAsLong("Retry-After").orElse(USUAL_WAIT_SECONDS));
    }
}
