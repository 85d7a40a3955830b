package vn.motcua.feedback.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;

/** Any service that speaks S3, addressed by path ({@code endpoint/bucket/reference}), with the JDK's own HTTP client. */
public final class S3Store implements AttachmentStore {
    private final URI endpoint;
    private final String bucket;
    private final S3Signature signature;
    private final Duration timeout;
    private final HttpClient http;
    private final Clock clock;

    /** @param timeout for one call */
    public S3Store(URI endpoint, String bucket, S3Signature signature, Duration timeout, Clock clock) {
        this.endpoint = endpoint;
        this.bucket = bucket;
        this.signature = signature;
        this.timeout = timeout;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public void put(String reference, byte[] bytes, String mediaType) throws IOException {
        var request = request("PUT", reference, bytes)
                .header("Content-Type", mediaType)
                .PUT(BodyPublishers.ofByteArray(bytes));
        send(request, BodyHandlers.discarding(), 200, 201, 204);
    }

    @Override
    public InputStream open(String reference) throws IOException {
        return send(request("GET", reference, new byte[0]).GET(), BodyHandlers.ofInputStream(), 200)
                .body();
    }

    @Override
    public void delete(String reference) throws IOException {
        send(request("DELETE", reference, new byte[0]).DELETE(), BodyHandlers.discarding(), 200, 204, 404);
    }

    private HttpRequest.Builder request(String method, String reference, byte[] body) {
        var path = endpoint.getPath().replaceAll("/$", "") + "/" + bucket + "/" + reference;
        var uri = endpoint.resolve(path);
        var request = HttpRequest.newBuilder(uri).timeout(timeout);
        signature.headers(method, uri, body, clock.instant()).forEach(request::header);
        return request;
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body, int... fine) throws IOException {
        try {
            var answer = http.send(request.build(), body);
            for (int status : fine) {
                if (answer.statusCode() == status) {
                    return answer;
                }
            }
            throw new IOException("the store answered " + answer.statusCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
