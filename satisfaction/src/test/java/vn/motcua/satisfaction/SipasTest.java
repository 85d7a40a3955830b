package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The formula F3 against published figures. Of the 51 satisfaction items of SIPAS 2023 and 2024, 19 are on services; that
 * their answers are pooled is an inference that fits the figures (docs/satisfaction.md).
 */
class SipasTest {
    private static final BigDecimal POLICY = BigDecimal.valueOf(32);
    private static final BigDecimal SERVICES = BigDecimal.valueOf(19);
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    @Test
    void theNationalFiguresFollowFromTheirParts() {
        near("83.94", index("83.84", "84.09"));
        near("82.66", index("82.49", "82.97"));
    }

    @Test
    void theSimpleMeanDoesNotReproduceThem() {
        var mean = new BigDecimal("82.49").add(new BigDecimal("82.97")).divide(BigDecimal.TWO);
        assertTrue(mean.subtract(new BigDecimal("82.66")).abs().compareTo(HUNDREDTH) > 0);
    }

    @Test
    void everyPublishedFigureWithItsPartsFollows() throws IOException {
        var file = published();
        assumeTrue(file != null, "the published figures (sipas-published.json) are not beside the repository");
        var checked = new ArrayList<String>();
        JsonNode before = null;
        for (var row : new ObjectMapper().readTree(file.toFile()).get("sipas")) {
            var factors = row.path("factors");
            if (row.get("year").asInt() < 2023 || !factors.has("policy") || !factors.has("services")) {
                before = row.path("scope").asText().equals("national") ? row : before;
                continue;
            }
            near(
                    row.get("index").asText(),
                    index(
                            factors.get("policy").asText(),
                            factors.get("services").asText()));
            checked.add(row.get("year") + " " + row.get("scope"));
            var changes = row.path("factorChanges");
            if (changes.has("policy") && changes.has("services")) {
                // Parts of the year before are published as changes.
                var earlier = new BigDecimal(row.get("index").asText())
                        .subtract(new BigDecimal(row.get("change").asText()));
                near(earlier.toString(), index(less(factors, changes, "policy"), less(factors, changes, "services")));
                checked.add(row.get("year").asInt() - 1 + " " + row.get("scope"));
            }
        }
        assertTrue(checked.size() >= 4, checked::toString);
        assertTrue(before != null && before.get("year").asInt() == 2023, "the figure that the changes refer to");
    }

    private static String less(JsonNode factors, JsonNode changes, String name) {
        return new BigDecimal(factors.get(name).asText())
                .subtract(new BigDecimal(changes.get(name).asText()))
                .toString();
    }

    private static BigDecimal index(String policy, String services) {
        return Index.weighted(List.of(
                new Index.Part(new BigDecimal(policy), POLICY), new Index.Part(new BigDecimal(services), SERVICES)));
    }

    private static void near(String published, BigDecimal computed) {
        var difference = computed.subtract(new BigDecimal(published)).abs();
        assertTrue(difference.compareTo(HUNDREDTH) <= 0, () -> computed + " against " + published);
    }

    private static Path published() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var file = folder.resolve("shared/data/sipas-published.json");
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }
}
