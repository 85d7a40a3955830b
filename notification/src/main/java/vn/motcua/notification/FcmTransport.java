package vn.motcua.notification;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.TrustOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * The Admin SDK's way out, over the service's own HTTP client: requests of all sending threads share one HTTP/2 connection.
 * The SDK has a fixed address and its own retries; this is the one place where both can be replaced: requests go to another
 * server when one is configured, and 503 is shown to the SDK as a status it does not retry, because retries belong to the
 * outbox, which survives a crash and sees all messages.
 */
final class FcmTransport extends HttpTransport {
    static final String GOOGLE = "https://fcm.googleapis.com";
    static final int UNAVAILABLE_TO_US = 599;
    /** The client sets these itself; compressed answers are not worth it for 100 bytes. */
    private static final Set<String> NOT_OURS =
            Set.of("accept-encoding", "content-length", "connection", "host", "expect", "upgrade");
    /** Of a server without HTTP/2, which carries one request at a time. */
    private static final int CONNECTIONS = 100;
    /** The client itself gives up first; so many times as long in all, whatever trickles in. */
    private static final int PATIENCE = 2;

    private final String endpoint;
    private final HttpClient client;

    FcmTransport(Vertx vertx, String endpoint, Duration timeout, Optional<Path> trusted) {
        this.endpoint = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
        boolean secure = this.endpoint.startsWith("https:");
        var options = new HttpClientOptions()
                .setConnectTimeout((int) timeout.toMillis())
                .setSsl(secure)
                .setUseAlpn(secure)
                .setProtocolVersion(secure ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1)
                .setMaxPoolSize(CONNECTIONS);
        trusted.map(FcmTransport::trusting).map(TrustOptions::wrap).ifPresent(options::setTrustOptions);
        this.client = vertx.createHttpClient(options);
    }

    private static TrustManager trusting(Path certificate) {
        try (var in = Files.newInputStream(certificate)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setCertificateEntry(
                    "fcm", CertificateFactory.getInstance("X.509").generateCertificate(in));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(keys);
            return trust.getTrustManagers()[0];
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("motcua.fcm.trusted-certificate cannot be read: " + certificate, e);
        }
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        var address = url.startsWith(GOOGLE) ? endpoint + url.substring(GOOGLE.length()) : url;
        return new Request(
                new RequestOptions().setMethod(HttpMethod.valueOf(method)).setAbsoluteURI(address));
    }

    @Override
    public void shutdown() {
        client.close();
    }

    private final class Request extends LowLevelHttpRequest {
        private final RequestOptions request;
        private long timeout = TimeUnit.MINUTES.toMillis(1);

        Request(RequestOptions request) {
            this.request = request;
        }

        @Override
        public void addHeader(String name, String value) {
            if (!NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                request.addHeader(name, value);
            }
        }

        @Override
        public void setTimeout(int connectMillis, int readMillis) {
            timeout = readMillis > 0 ? readMillis : timeout;
        }

        @Override
        public LowLevelHttpResponse execute() throws IOException {
            var body = new ByteArrayOutputStream();
            if (getStreamingContent() != null) {
                getStreamingContent().writeTo(body);
            }
            if (getContentType() != null) {
                request.addHeader("Content-Type", getContentType());
            }
            var answer = client.request(request.setTimeout(timeout))
                    .compose(sent -> sent.send(Buffer.buffer(body.toByteArray())))
                    .compose(response -> response.body().map(content -> new Response(response, content.getBytes())));
            try {
                return answer.toCompletionStage().toCompletableFuture().get(PATIENCE * timeout, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopped while waiting for FCM");
            } catch (TimeoutException e) {
                throw new SocketTimeoutException("no whole answer of FCM in time");
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
    }

    private static final class Response extends LowLevelHttpResponse {
        private final HttpClientResponse response;
        private final List<Map.Entry<String, String>> headers;
        private final byte[] content;

        Response(HttpClientResponse response, byte[] content) {
            this.response = response;
            this.headers = response.headers().entries();
            this.content = content;
        }

        @Override
        public InputStream getContent() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public String getContentEncoding() {
            return response.getHeader("Content-Encoding");
        }

        @Override
        public long getContentLength() {
            return content.length;
        }

        @Override
        public String getContentType() {
            return response.getHeader("Content-Type");
        }

        @Override
        public String getStatusLine() {
            return "HTTP " + response.statusCode();
        }

        @Override
        public int getStatusCode() {
            return response.statusCode() == 503 ? UNAVAILABLE_TO_US : response.statusCode();
        }

        @Override
        public String getReasonPhrase() {
            return null;
        }

        @Override
        public int getHeaderCount() {
            return headers.size();
        }

        @Override
        public String getHeaderName(int index) {
            return headers.get(index).getKey();
        }

        @Override
        public String getHeaderValue(int index) {
            return headers.get(index).getValue();
        }
    }
}
