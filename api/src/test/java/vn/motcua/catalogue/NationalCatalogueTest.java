package vn.motcua.catalogue;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.LocalParts;

/** The whole national catalogue, where the checkout has it beside it. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class NationalCatalogueTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data");

    private static final Path DEMO = Path.of("..", "demo", "catalogue.ndjson");
    private static final OperatingSystemMXBean MACHINE = ManagementFactory.getOperatingSystemMXBean();

    @Inject
    CatalogueReplica replica;

    @Test
    void portalExportIsPublishedAndSearched() throws Exception {
        var file = DATA.resolve("procedures.json");
        assumeTrue(Files.exists(file), "skipped: shared/data/procedures.json is not beside this checkout");
        // As a newcomer does it: the demo with the editors' words first, then the whole catalogue over it. What the
        // portal
        // file alone reaches is lower: everyday words and abbreviations that no title holds come from the editors.
        int demo = CatalogueFixture.publish(Files.readAllBytes(DEMO), CatalogueFixture.NDJSON, "")
                .statusCode(201)
                .extract()
                .path("releaseId");
        long start = System.nanoTime();
        var report = CatalogueFixture.publish(Files.readAllBytes(file), "application/json", "")
                .statusCode(201)
                .extract();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        List<Map<String, Object>> refused = report.path("refused");
        int added = report.path("added");
        System.out.printf(
                "portal export: %d added, refused %s, %d ms, load %.1f%n",
                added, refused, millis, MACHINE.getSystemLoadAverage());
        try {
            assertEquals(
                    5_771,
                    (int) report.path("added")
                            + (int) report.path("amended")
                            + (int) report.path("unchanged")
                            + refused.size());
            assertEquals(List.of(), refused);
            assertEquals(List.of("1.010216"), report.path("warnings.code"));
            CatalogueFixture.publish(Files.readAllBytes(file), "application/json", "")
                    .statusCode(200)
                    .body("amended", equalTo(0));
            searchesAnswer();
        } finally {
            CatalogueFixture.undo(((Number) report.path("releaseId")).longValue());
            CatalogueFixture.undo(demo);
        }
    }

    private void searchesAnswer() throws Exception {
        var search = new CatalogueSearch(replica.now());
        var everything = new SearchFilter(null, null, null, null, null, null);
        int judged = 0;
        int good = 0;
        long nanos = 0;
        for (var line : Files.readAllLines(DATA.resolve("search-queries-sample.tsv")).stream()
                .skip(1)
                .toList()) {
            var columns = line.split("\t");
            var relevant = Arrays.stream(columns[2].split("\\|"))
                    .map(r -> r.split(":")[0])
                    .collect(Collectors.toSet());
            long start = System.nanoTime();
            var page = search.page(columns[1], everything, 5, null, Language.VI);
            nanos += System.nanoTime() - start;
            judged++;
            boolean hit = page.items().stream().anyMatch(item -> relevant.contains(item.code()));
            good += hit ? 1 : 0;
            if (!hit) {
                System.out.printf(
                        "  not in the first five: %s %s -> %s%n",
                        columns[0],
                        columns[1],
                        page.items().stream()
                                .map(i -> i.code() + " " + i.name())
                                .toList());
            }
        }
        System.out.printf("search: success@5 %d of %d, %d us a query%n", good, judged, nanos / 1000 / judged);
        assertTrue(good >= judged * 0.8, good + " of " + judged);
    }
}
