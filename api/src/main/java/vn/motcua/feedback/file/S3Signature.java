package vn.motcua.feedback.file;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS Signature Version 4 for requests without a query, with the body's hash among what is signed. */
public record S3Signature(String accessKey, String secretKey, String region) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";

    /** The headers to add; {@code Host} is added by the client itself. */
    Map<String, String> headers(String method, URI uri, byte[] body, Instant now) {
        var time = TIME.format(now);
        var day = time.substring(0, 8);
        var bodyHash = hex(sha256(body));
        var host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
        var canonical = String.join(
                "\n",
                method,
                uri.getRawPath(),
                "",
                "host:" + host,
                "x-amz-content-sha256:" + bodyHash,
                "x-amz-date:" + time,
                "",
                SIGNED,
                bodyHash);
        var scope = day + "/" + region + "/s3/aws4_request";
        var toSign = String.join("\n", ALGORITHM, time, scope, hex(sha256(bytes(canonical))));
        var signature = hex(hmac(key(day), toSign));
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-amz-date", time);
        headers.put("x-amz-content-sha256", bodyHash);
        headers.put(
                "Authorization",
                ALGORITHM + " Credential=" + accessKey + "/" + scope + ", SignedHeaders=" + SIGNED + ", Signature="
                        + signature);
        return headers;
    }

    private byte[] key(String day) {
        var key = hmac(bytes("AWS4" + secretKey), day);
        return hmac(hmac(hmac(key, region), "s3"), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "S3Signature[" + region + "]";
    }
}
