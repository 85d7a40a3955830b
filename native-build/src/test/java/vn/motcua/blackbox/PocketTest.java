package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.local.Home;

/** A phone fetches the catalogue, checks who made it, follows a change, and proves that it holds what the server holds. */
class PocketTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.start("pocket", Map.of());
        publish(Files.readString(Home.checkout().resolve("demo/catalogue.ndjson")));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void publish(String ndjson) throws Exception {
        var answer = HTTP.send(
                request("/v1/admin/catalogue/releases")
                        .header("Authorization", "Bearer " + service.token("admin", Map.of()))
                        .header("Content-Type", "application/x-ndjson; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(ndjson))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(201, answer.statusCode(), answer.body());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.baseUri().resolve(path));
    }

    private static HttpResponse<byte[]> get(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static JsonObject json(String path) throws Exception {
        var answer = get(request(path));
        assertEquals(200, answer.statusCode(), path);
        return new JsonObject(new String(answer.body(), StandardCharsets.UTF_8));
    }

    @Test
    void packIsVerifiedDeltaAppliedAndTheCopyProven() throws Exception {
        var manifest = json("/v1/catalogue/pack/manifest");
        assertTrue(isSigned(manifest), "signature");
        var content = unpacked(get(request("/v1/catalogue/pack")).body());
        assertEquals(manifest.getString("contentSha256"), sha256(content));
        var lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        var records = new TreeMap<String, String>();
        lines.subList(1, lines.size() - 1).forEach(line -> records.put(new JsonObject(line).getString("code"), line));
        var lists = new JsonObject(lines.getLast()).getJsonObject("lists");
        assertEquals(manifest.getInteger("procedures"), records.size());

        publish("""
                {"code":"9.900001","name":"Thủ tục vừa công bố","field":{"code":"thu","name":"Thử"},"steps":["Nộp hồ sơ."]}
                """);
        var cursor = manifest.getString("cursor");
        var page = json("/v1/catalogue/changes?limit=100&after=" + cursor);
        assertEquals(1, page.getJsonArray("items").size());
        var change = page.getJsonArray("items").getJsonObject(0);
        assertEquals("PUT", change.getString("change"));
        records.put(change.getString("code"), change.getJsonObject("record").encode());
        lists = page.getJsonObject("lists");

        var now = json("/v1/catalogue/pack/manifest");
        assertTrue(isSigned(now), "signature");
        assertEquals(now.getString("contentSha256"), sha256(asPack(now, records, lists)));
    }

    private static byte[] asPack(JsonObject manifest, Map<String, String> records, JsonObject lists) {
        var heading = new JsonObject();
        for (var name : List.of("format", "release", "publishedAt", "cursor", "procedures")) {
            heading.put(name, manifest.getValue(name));
        }
        return ("{\"pack\":" + heading.encode() + "}\n" + String.join("\n", records.values()) + "\n{\"lists\":"
                        + lists.encode() + "}\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void damagedCursorSaysWhereToStartAgain() throws Exception {
        assertEquals(400, get(request("/v1/catalogue/changes?after=xyz")).statusCode());
        var foreign = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("\u001e1\u001f1\u001fzz\u001f1\u001f~".getBytes(StandardCharsets.UTF_8));
        var answer = get(request("/v1/catalogue/changes?after=" + foreign));
        assertEquals(410, answer.statusCode());
        assertTrue(new String(answer.body(), StandardCharsets.UTF_8).contains("/v1/catalogue/pack"));
    }

    @Test
    void theWebGetsLinkedDataAndASitemap() throws Exception {
        var linked = get(request("/v1/procedures/1.001193").header("Accept", "application/ld+json"));
        assertEquals(200, linked.statusCode());
        var node = new JsonObject(new String(linked.body(), StandardCharsets.UTF_8));
        assertTrue(node.getJsonArray("@type").contains("GovernmentService"), node.encode());
        var map = new String(get(request("/sitemap.xml")).body(), StandardCharsets.UTF_8);
        assertTrue(map.contains("/p/1.001193</loc><lastmod>"), map);
        var page = get(request("/p/1.001193").header("Accept", "text/html"));
        assertEquals(200, page.statusCode());
        assertTrue(page.headers().firstValue("content-type").orElse("").startsWith("text/html"));
    }

    @Test
    void recordComesPackedToWhoTakesIt() throws Exception {
        var plain = get(request("/v1/procedures/1.001193"));
        var packed = get(request("/v1/procedures/1.001193").header("Accept-Encoding", "gzip"));
        assertEquals("gzip", packed.headers().firstValue("content-encoding").orElse("none"));
        assertEquals(
                new String(plain.body(), StandardCharsets.UTF_8),
                new String(unpacked(packed.body()), StandardCharsets.UTF_8));
    }

    private static boolean isSigned(JsonObject manifest) throws Exception {
        var statement = new StringBuilder("motcua-catalogue-pack\n");
        for (var name : List.of("format", "release", "cursor", "contentSize", "contentSha256")) {
            statement.append(manifest.getValue(name)).append('\n');
        }
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key(manifest.getString("keyId")));
        verifier.update(statement.toString().getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(Base64.getUrlDecoder().decode(manifest.getString("signature")));
    }

    /** RFC 8032: 32 bytes, the little end first; the top bit is the sign of x. */
    private static PublicKey key(String id) throws Exception {
        var keys = json("/v1/catalogue/keys").getJsonArray("keys");
        var x = keys.stream()
                .map(JsonObject.class::cast)
                .filter(key -> key.getString("kid").equals(id))
                .map(key -> Base64.getUrlDecoder().decode(key.getString("x")))
                .findFirst()
                .orElseThrow();
        boolean odd = (x[31] & 0x80) != 0;
        x[31] &= 0x7f;
        var y = new byte[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[x.length - 1 - i];
        }
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, y))));
    }

    private static byte[] unpacked(byte[] pack) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(pack))) {
            return in.readAllBytes();
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
