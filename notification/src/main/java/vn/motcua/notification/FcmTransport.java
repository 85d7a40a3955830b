package vn.motcua.notification;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The Admin SDK's way out, over the JDK's HTTP client. The SDK has a fixed address and its own retries; this is the one
 * place where both can be replaced: requests go to another server when one is configured, and 503 is shown to the SDK as a
 * status it does not retry, because retries belong to the outbox, which survives a crash and sees all messages.
 */
final class FcmTransport extends HttpTransport {
    static final String GOOGLE = "https://fcm.googleapis.com";
    static final int UNAVAILABLE_TO_US = 599;
    /** The client sets these itself; compressed answers are not worth it for 100 bytes. */
    private static final Set<String> NOT_OURS =
            Set.of("accept-encoding", "content-length", "connection", "host", "expect", "upgrade");

    private final String endpoint;
    private final HttpClient client;

    FcmTransport(String endpoint, Duration timeout, Optional<Path> trusted) {
        this.endpoint = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
        var builder = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .version(this.endpoint.startsWith("https:") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
        trusted.map(FcmTransport::trusting).ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    private static SSLContext trusting(Path certificate) {
        try (var in = Files.newInputStream(certificate)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setCertificateEntry(
                    "fcm", CertificateFactory.getInstance("X.509").generateCertificate(in));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(keys);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("motcua.fcm.trusted-certificate cannot be read: " + certificate, e);
        }
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        var address = url.startsWith(GOOGLE) ? endpoint + url.substring(GOOGLE.length()) : url;
        return new Request(method, HttpRequest.newBuilder(URI.create(address)));
    }

    @Override
    public void shutdown() {
        client.shutdownNow();
    }

    private final class Request extends LowLevelHttpRequest {
        private final String method;
        private final HttpRequest.Builder request;

        Request(String method, HttpRequest.Builder request) {
            this.method = method;
            this.request = request;
        }

        @Override
        public void addHeader(String name, String value) {
            if (!NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, value);
            }
        }

        @Override
        public void setTimeout(int connectMillis, int readMillis) {
            if (readMillis > 0) {
                request.timeout(Duration.ofMillis(readMillis));
            }
        }

        @Override
        public LowLevelHttpResponse execute() throws IOException {
            var body = new ByteArrayOutputStream();
            if (getStreamingContent() != null) {
                getStreamingContent().writeTo(body);
            }
            if (getContentType() != null) {
                request.header("Content-Type", getContentType());
            }
            request.method(method, HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
            try {
                return new Response(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopped while waiting for FCM");
            }
        }
    }

    private static final class Response extends LowLevelHttpResponse {
        private final HttpResponse<byte[]> response;
        private final List<Map.Entry<String, String>> headers;

        Response(HttpResponse<byte[]> response) {
            this.response = response;
            this.headers = response.headers().map().entrySet().stream()
                    .flatMap(h -> h.getValue().stream().map(v -> Map.entry(h.getKey(), v)))
                    .toList();
        }

        @Override
        public InputStream getContent() {
            return new ByteArrayInputStream(response.body());
        }

        @Override
        public String getContentEncoding() {
            return response.headers().firstValue("Content-Encoding").orElse(null);
        }

        @Override
        public long getContentLength() {
            return response.body().length;
        }

        @Override
        public String getContentType() {
            return response.headers().firstValue("Content-Type").orElse(null);
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
