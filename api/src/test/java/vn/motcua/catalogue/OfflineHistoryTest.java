package vn.motcua.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.openapi.LocalParts;

/** Whatever is published in whatever order, and wherever a phone broke off: in the end it holds what the server holds. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class OfflineHistoryTest {
    private static final int RELEASES = 14;
    private static final int CODES = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TreeMap<String, String> expected = new TreeMap<>();
    private final List<Phone> phones = new ArrayList<>();
    private long first;
    private long last;

    @AfterEach
    void takeBack() throws SQLException, InterruptedException {
        if (first == 0) {
            return;
        }
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            sql.execute("delete from catalogue.procedure_version where release_id > " + first);
            sql.execute("delete from catalogue.release where id > " + first);
        }
        CatalogueFixture.undo(first);
    }

    @ParameterizedTest(name = "history {0}")
    @ValueSource(longs = {1, 2, 3})
    void packAndDeltasEqualTheServer(long seed) throws Exception {
        var random = new Random(seed);
        phones.add(Phone.empty());
        for (int i = 0; i < RELEASES; i++) {
            publishSomething(random);
            phones.add(random.nextBoolean() ? Phone.withPack() : Phone.empty());
            for (var phone : phones) {
                for (int pages = random.nextInt(3); pages > 0; pages--) {
                    phone.step(1 + random.nextInt(40));
                }
            }
        }
        for (var phone : phones) {
            phone.catchUp(1 + random.nextInt(100));
        }
        var server = Phone.withPack();
        var manifest = Phone.manifest();
        assertEquals(last, manifest.get("release").asLong());
        for (var phone : phones) {
            assertEquals(server.records, phone.records);
            assertEquals(manifest.get("contentSha256").asText(), phone.digest(manifest));
        }
        var names = new TreeMap<String, String>();
        for (var line : server.records.values()) {
            var published = JSON.readTree(line);
            if (published.get("code").asText().startsWith("9.70")) {
                names.put(published.get("code").asText(), published.get("name").asText());
            }
        }
        assertEquals(expected, names);
    }

    private void publishSomething(Random random) {
        boolean full = random.nextInt(5) == 0;
        boolean portal = random.nextInt(3) == 0;
        var chosen = new TreeMap<String, String>();
        for (int n = 0; n < CODES; n++) {
            if (random.nextInt(3) == 0) {
                chosen.put("9.7000%02d".formatted(n), "Thủ tục thử lần %d".formatted(random.nextInt(3)));
            }
        }
        chosen.put("9.700000", "Thủ tục luôn có");
        if (full) {
            expected.clear();
        }
        var file = portal ? portalFile(chosen, random) : ndjson(chosen, random);
        Number release = CatalogueFixture.publish(
                        file.getBytes(StandardCharsets.UTF_8),
                        portal ? "application/json" : CatalogueFixture.NDJSON,
                        full ? "?mode=FULL" : "")
                .extract()
                .path("releaseId");
        if (release != null) {
            last = release.longValue();
            first = first == 0 ? last : first;
        }
    }

    /** Some with words of the editors, which change although the record does not. */
    private String ndjson(TreeMap<String, String> chosen, Random random) {
        var file = new StringBuilder();
        chosen.forEach((code, name) -> {
            expected.put(code, name);
            file.append(CatalogueFixture.line(
                    code,
                    name,
                    random.nextBoolean() ? "" : ",\"editorial\":{\"nameEn\":\"Name " + random.nextInt(3) + "\"}"));
        });
        return file.toString();
    }

    /** The only shape that names internal procedures: they leave the public, and come back. */
    private String portalFile(TreeMap<String, String> chosen, Random random) {
        var items = new ArrayList<String>();
        chosen.forEach((code, name) -> {
            boolean internal = random.nextInt(3) == 0;
            if (internal) {
                expected.remove(code);
            } else {
                expected.put(code, name);
            }
            items.add("{\"code\":\"%s\",\"name\":\"%s\",\"field\":\"Lĩnh vực thử\",\"kind\":\"%s\"}"
                    .formatted(code, name, internal ? "internal" : "national"));
        });
        return "{\"procedures\":[" + String.join(",", items) + "]}";
    }
}
