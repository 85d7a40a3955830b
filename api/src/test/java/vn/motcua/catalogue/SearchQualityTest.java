package vn.motcua.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.StrictJson;
import vn.motcua.search.SearchWords;

/** The search on the demo catalogue, which every checkout has: judged queries whose exact answer the demo holds. */
class SearchQualityTest {
    private static final Path DEMO = Path.of("..", "demo", "catalogue.ndjson");
    private static final Path QUERIES = Path.of("src", "test", "resources", "search");
    private static final SearchFilter EVERYTHING = new SearchFilter(null, null, null, null, null, null);

    private static CatalogueSearch search;
    private static CatalogueSnapshot snapshot;

    @BeforeAll
    static void index() throws IOException {
        var json = StrictJson.configure(new ObjectMapper().findAndRegisterModules());
        var records = new TreeMap<String, CatalogueSource.Item.Usable>();
        try (var file = Files.newInputStream(DEMO)) {
            new CatalogueFile(json, Shape.MOTCUA).read(file, item -> {
                var usable = (CatalogueSource.Item.Usable) item;
                records.put(usable.published().code(), usable);
            });
        }
        var building = new CatalogueSnapshot.Builder(SearchWords.NONE, Map.of());
        var version = new ProcedureVersion(1, LocalDate.of(2026, 7, 18), null, 1, ProcedureVersion.Change.NEW);
        records.values()
                .forEach(item -> building.add(
                        item.published(),
                        item.editorial() == null ? Editorial.NONE : item.editorial(),
                        version,
                        item.internal()));
        var shelf = new Shelf.Builder(new ReleaseHistory(new TreeMap<>(), Map.of()), Optional.empty(), json).build();
        snapshot = building.build(1, List.of(), shelf);
        search = new CatalogueSearch(snapshot, LocalDate.of(2026, 11, 26));
    }

    @Test
    void mostQueriesFindTheirProcedureAmongTheFirstFive() throws IOException {
        for (var file : List.of("judged-queries.tsv", "judged-queries-unseen.tsv")) {
            var judged = JudgedQueries.read(QUERIES.resolve(file)).stream()
                    .filter(one -> one.relevant().entrySet().stream()
                            .anyMatch(code -> code.getValue() == 2
                                    && snapshot.place(code.getKey()).isPresent()))
                    .toList();
            assertTrue(judged.size() >= 80, file + ": " + judged.size());
            var quality = JudgedQueries.measure(judged, SearchQualityTest::found);
            quality.forEach((kind, reached) -> System.out.printf("demo, %s %-13s %s%n", file, kind, reached));
            var all = quality.get(JudgedQueries.ALL);
            assertTrue(all.successAt5() >= 0.92, file + ": " + all);
            assertTrue(all.reciprocalRank() >= 0.80, file + ": " + all);
        }
    }

    @Test
    void suggestionsFollowEveryLetter() {
        assertEquals(
                "1.001193", search.suggest("dang ky khai s").items().getFirst().code());
        assertEquals(
                "1.001193",
                search.suggest("đăng ký khai sin").items().getFirst().code());
        assertTrue(search.suggest("bằng l").items().stream()
                .anyMatch(one -> one.name().contains("giấy phép lái xe")));
        assertTrue(search.suggest("passp").items().getFirst().name().contains("hộ chiếu"));
        assertTrue(search.suggest("cap lai the can c").items().getFirst().name().contains("thẻ căn cước"));
        assertTrue(search.suggest("k").items().size() > 1);
        assertEquals(List.of(), search.suggest("zzzzzz").items());
    }

    private static List<String> found(String query) {
        return search.page(query, EVERYTHING, 10, null, Language.VI).items().stream()
                .map(ProcedureSummary::code)
                .toList();
    }
}
