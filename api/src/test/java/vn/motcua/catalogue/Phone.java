package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import vn.motcua.openapi.Contract;

/** An app that keeps the catalogue offline, as a stranger would write it from the contract. */
final class Phone {
    private static final ObjectMapper JSON = new ObjectMapper();

    final SortedMap<String, String> records = new TreeMap<>();
    private String cursor;
    private String lists;

    static Phone empty() {
        return new Phone();
    }

    static Phone withPack() throws IOException {
        var phone = new Phone();
        var lines = lines(pack());
        phone.cursor = JSON.readTree(lines.getFirst()).at("/pack/cursor").asText();
        for (var line : lines.subList(1, lines.size() - 1)) {
            phone.records.put(JSON.readTree(line).get("code").asText(), line);
        }
        phone.lists = JSON.readTree(lines.getLast()).get("lists").toString();
        return phone;
    }

    static byte[] pack() {
        return given().filter(Contract.strict())
                .get("/v1/catalogue/pack")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    static JsonNode manifest() throws IOException {
        return JSON.readTree(given().filter(Contract.strict())
                .get("/v1/catalogue/pack/manifest")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    static byte[] unpacked(byte[] pack) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(pack))) {
            return in.readAllBytes();
        }
    }

    static List<String> lines(byte[] pack) throws IOException {
        return new String(unpacked(pack), UTF_8).lines().toList();
    }

    /** Reads one page; whether there is more. */
    boolean step(int limit) throws IOException {
        var request = given().filter(Contract.strict()).queryParam("limit", limit);
        var page = JSON.readTree((cursor == null ? request : request.queryParam("after", cursor))
                .get("/v1/catalogue/changes")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        for (var item : page.get("items")) {
            var code = item.get("code").asText();
            switch (CatalogueChange.Kind.valueOf(item.get("change").asText())) {
                case PUT -> records.put(code, item.get("record").toString());
                case REMOVED -> records.remove(code);
            }
        }
        if (page.has("lists")) {
            lists = page.get("lists").toString();
        }
        cursor = page.get("nextCursor").asText();
        return page.get("hasMore").asBoolean();
    }

    void catchUp(int limit) throws IOException {
        boolean more = true;
        while (more) {
            more = step(limit);
        }
    }

    /** The digest of what it holds, written as a pack under the heading of this manifest. */
    String digest(JsonNode manifest) throws IOException {
        var heading = JSON.createObjectNode();
        for (var name : List.of("format", "release", "publishedAt", "cursor", "procedures")) {
            heading.set(name, manifest.get(name));
        }
        var pack = new StringBuilder("{\"pack\":" + heading + "}\n");
        records.values().forEach(line -> pack.append(line).append('\n'));
        pack.append("{\"lists\":").append(lists).append("}\n");
        return Digests.hex(Digests.sha256().digest(pack.toString().getBytes(UTF_8)));
    }
}
