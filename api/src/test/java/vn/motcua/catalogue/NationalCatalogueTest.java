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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** The whole national catalogue, where the checkout has it beside it. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class NationalCatalogueTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data");

    private static final Path JUDGED = Path.of("src", "test", "resources", "search", "judged-queries.tsv");
    private static final Path UNSEEN = Path.of("src", "test", "resources", "search", "judged-queries-unseen.tsv");
    private static final OperatingSystemMXBean MACHINE = ManagementFactory.getOperatingSystemMXBean();

    /** By kind of query; a kind with fewer queries than this proves nothing. */
    private static final Map<String, Double> LEAST =
            Map.of("nodiacritics", 0.90, "typo", 0.90, "english", 0.75, "colloquial", 0.80);

    private static final int ENOUGH = 15;

    @Inject
    CatalogueReplica replica;

    @Test
    void portalExportIsPublishedAndSearched() throws Exception {
        var file = DATA.resolve("procedures.json");
        assumeTrue(Files.exists(file), "skipped: shared/data/procedures.json is not beside this checkout");
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
        }
    }

    /** The portal's records alone, without a word of our editors: what the search owes to its lexicon and ranking. */
    private void searchesAnswer() throws Exception {
        var search = new CatalogueSearch(replica.now(), LocalDate.now(Vietnam.ZONE));
        var everything = new SearchFilter(null, null, null, null, null, null);
        for (var file : List.of(DATA.resolve("search-queries-sample.tsv"), JUDGED, UNSEEN)) {
            var quality = JudgedQueries.measure(
                    JudgedQueries.read(file),
                    query -> search.page(query, everything, 10, null, Language.VI).items().stream()
                            .map(ProcedureSummary::code)
                            .toList());
            quality.forEach((kind, reached) -> System.out.printf("%s %-13s %s%n", file.getFileName(), kind, reached));
            var all = quality.get(JudgedQueries.ALL);
            assertTrue(all.successAt5() >= 0.85, "success@5 in " + file.getFileName() + ": " + all);
            assertTrue(all.reciprocalRank() >= 0.70, "MRR in " + file.getFileName() + ": " + all);
            assertTrue(all.ndcgAt10() >= 0.70, "nDCG@10 in " + file.getFileName() + ": " + all);
            quality.forEach((kind, reached) -> {
                if (reached.queries() >= ENOUGH) {
                    assertTrue(
                            reached.successAt5() >= LEAST.getOrDefault(kind, 0.85),
                            "success@5 of " + kind + " in " + file.getFileName() + ": " + reached);
                }
            });
        }
    }
}
