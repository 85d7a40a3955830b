package vn.motcua.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Leaving out documents that cannot be found changes no hit, no score and no order. */
class PruningTest {
    private static final Path JUDGED = Path.of("src", "test", "resources", "search", "judged-queries.tsv");
    private static final int DOCUMENTS = 20_000;

    private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
    private static final Random RANDOM = new Random(SEED);

    private static List<String> queries;
    private static SearchEngine pruning;
    private static SearchEngine exhaustive;

    /** A catalogue made of the words of the judged queries and the lexicon, some of them very common. */
    @BeforeAll
    static void index() throws IOException {
        System.out.println("PruningTest: -Dmotcua.seed=" + SEED);
        queries = judged();
        var phrases = new ArrayList<>(queries);
        LexiconFile.all().forEach(entry -> entry.meant().forEach(words -> phrases.add(String.join(" ", words))));
        var building = new SearchEngine.Builder(Lexicon.standard());
        for (int i = 0; i < DOCUMENTS; i++) {
            building.add(new SearchDocument(
                    "Thủ tục " + some(phrases, 1 + RANDOM.nextInt(3)),
                    RANDOM.nextInt(4) == 0 ? List.of(some(phrases, 1)) : List.of(),
                    some(phrases, 1),
                    List.of("Giấy chứng nhận " + some(phrases, 1)),
                    List.of(),
                    List.of("Đơn đăng ký, cấp giấy phép", some(phrases, 2)),
                    RANDOM.nextInt(100) / 100.0,
                    RANDOM.nextInt(10) == 0));
        }
        pruning = building.build();
        exhaustive = pruning.exhaustive();
    }

    @Test
    void judgedQueriesFindTheSame() {
        queries.forEach(PruningTest::same);
    }

    @Test
    void sentencesOfCommonAndRareWordsFindTheSame() {
        for (int i = 0; i < 300; i++) {
            same(some(queries, 1 + RANDOM.nextInt(4)));
        }
    }

    @Test
    void suggestionsAreTheFirstOfAllThatIsFound() {
        for (var query : queries) {
            for (int to = 1; to <= query.length(); to += 1 + RANDOM.nextInt(6)) {
                var typed = query.substring(0, to);
                var all = exhaustive.suggestAll(typed);
                var first = pruning.suggest(typed);
                assertTrue(first.size() == all.size() || !first.complete(), typed);
                assertEquals(hits(all, first.size()), hits(first, first.size()), typed);
                assertTrue(first.size() >= Math.min(300, all.size()), typed);
            }
        }
    }

    private static void same(String query) {
        var expected = exhaustive.search(query);
        var actual = pruning.search(query);
        assertEquals(expected.size(), actual.size(), query);
        assertEquals(hits(expected, expected.size()), hits(actual, actual.size()), query);
        assertEquals(
                Arrays.stream(expected.documents()).sorted().boxed().toList(),
                Arrays.stream(actual.documents()).sorted().boxed().toList(),
                query);
    }

    private static List<Hit> hits(Found found, int count) {
        return IntStream.range(0, count).mapToObj(found::hit).toList();
    }

    private static String some(List<String> phrases, int count) {
        return String.join(
                " ",
                IntStream.range(0, count)
                        .mapToObj(i -> phrases.get(RANDOM.nextInt(phrases.size())))
                        .toList());
    }

    private static List<String> judged() throws IOException {
        return Files.readAllLines(JUDGED).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("id\t"))
                .map(line -> line.split("\t")[1])
                .toList();
    }
}
