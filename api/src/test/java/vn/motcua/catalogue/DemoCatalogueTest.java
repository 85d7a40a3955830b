package vn.motcua.catalogue;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed demo catalogue keeps the documented shape ({@code demo/README.md}). */
class DemoCatalogueTest {
    private static final Path FILE = Path.of("../demo/catalogue.ndjson");
    private static final Pattern CODE = Pattern.compile("^[1-3]\\.\\d{6}$");
    private static final List<String> LISTS = List.of(
            "levels",
            "subjects",
            "agencies",
            "methods",
            "cases",
            "components",
            "steps",
            "results",
            "legalBasis",
            "keywords",
            "related");
    private static final Set<String> FIELDS = union(
            LISTS,
            List.of("code", "name", "field", "kind", "publishingAuthority", "decision", "onlineLevel", "editorial"));
    private static final List<String> LIFE_EVENTS = List.of(
            "co-con-nho",
            "hoc-tap",
            "viec-lam",
            "cu-tru-va-giay-to-tuy-than",
            "hon-nhan-va-gia-dinh",
            "dien-luc-nha-o-dat-dai",
            "suc-khoe-va-y-te",
            "phuong-tien-va-nguoi-lai",
            "huu-tri",
            "nguoi-than-qua-doi",
            "giai-quyet-khieu-kien",
            "khoi-su-kinh-doanh",
            "lao-dong-bhxh",
            "tai-chinh-doanh-nghiep",
            "dien-luc-dat-dai-xay-dung",
            "thuong-mai-quang-cao",
            "so-huu-tri-tue",
            "chi-nhanh-vpdd",
            "dau-thau-mua-sam-cong",
            "tai-cau-truc",
            "tranh-chap-hop-dong",
            "tam-dung-cham-dut");

    private static final List<JsonNode> RECORDS = new ArrayList<>();
    private static List<String> lines;

    @BeforeAll
    static void read() throws IOException {
        var json = new ObjectMapper();
        lines = Files.readAllLines(FILE);
        for (var line : lines) {
            RECORDS.add(json.readTree(line));
        }
    }

    @Test
    void holdsAtLeast130ProceduresWithDifferentNationalCodes() {
        assertTrue(RECORDS.size() >= 130);
        var codes = new HashSet<String>();
        for (var each : RECORDS) {
            assertTrue(CODE.matcher(each.path("code").asText()).matches(), each.path("code")::asText);
            assertTrue(codes.add(each.path("code").asText()), each.path("code")::asText);
        }
    }

    @Test
    void everyLineIsOneRecordInNormalForm() {
        for (var line : lines) {
            assertTrue(Normalizer.isNormalized(line, Normalizer.Form.NFC), line);
            assertTrue(line.startsWith("{\"code\":"), line);
        }
    }

    @Test
    void everyRecordHasTheDocumentedFieldsAndNoOthers() {
        for (var each : RECORDS) {
            each.fieldNames().forEachRemaining(name -> assertTrue(FIELDS.contains(name), () -> code(each) + name));
            LISTS.forEach(name -> assertTrue(each.path(name).isArray(), () -> code(each) + name));
            assertText(each, each.path("name"), 5, 700);
            assertText(each, each.path("field").path("name"), 2, 200);
            assertFalse(each.path("subjects").isEmpty(), code(each));
            assertEquals("NATIONAL", each.path("kind").asText(), code(each));
            assertText(each, each.path("publishingAuthority").path("name"), 3, 200);
        }
    }

    @Test
    void fieldCodeIsTheFoldedName() {
        for (var each : RECORDS) {
            assertEquals(
                    folded(each.path("field").path("name").asText()),
                    each.path("field").path("code").asText());
        }
    }

    @Test
    void everyLifeEventHasAtLeastThreeProcedures() {
        var counts = RECORDS.stream()
                .flatMap(each -> stream(each.path("editorial").path("lifeEvents")))
                .collect(groupingBy(JsonNode::asText, counting()));
        assertEquals(Set.copyOf(LIFE_EVENTS), counts.keySet());
        counts.forEach((event, procedures) -> assertTrue(procedures >= 3, event));
    }

    @Test
    void everyProcedureIsExplainedInBothLanguagesAndHasEverydayWords() {
        for (var each : RECORDS) {
            var editorial = each.path("editorial");
            var vi = editorial.path("summary").path("vi");
            var en = editorial.path("summary").path("en");
            assertText(each, vi, 20, 300);
            assertText(each, en, 20, 300);
            assertNotEquals(vi.asText(), en.asText(), code(each));
            assertTrue(vi.asText().codePoints().anyMatch(c -> c > 127), code(each));
            assertText(each, editorial.path("nameEn"), 5, 150);
            int words = editorial.path("keywords").size();
            assertTrue(words >= 1 && words <= 8, code(each));
        }
    }

    @Test
    void noFeeIsCalledFreeWhileItsTextSaysOtherwise() {
        for (var each : RECORDS) {
            stream(each.path("methods"))
                    .flatMap(method -> stream(method.path("fees")))
                    .forEach(fee -> {
                        assertTrue(fee.has("amount") || fee.has("text"), code(each));
                        assertFalse(fee.path("amount").asLong(-1) == 0 && fee.has("text"), code(each));
                        assertEquals(fee.has("amount"), fee.has("currency"), code(each));
                    });
        }
    }

    @Test
    void namesOfPapersAndStepsAreShort() {
        for (var each : RECORDS) {
            stream(each.path("components"))
                    .flatMap(group -> stream(group.path("items")))
                    .forEach(paper -> assertText(each, paper.path("name"), 3, 120));
            stream(each.path("steps")).forEach(step -> assertText(each, step, 10, 400));
            assertTrue(each.path("steps").size() <= 5, code(each));
        }
    }

    @Test
    void birthRegistrationTakesOneWorkingDayThroughEveryChannel() {
        var birth = RECORDS.stream()
                .filter(each -> each.path("code").asText().equals("1.001193"))
                .findFirst()
                .orElseThrow();
        assertEquals(3, birth.path("methods").size());
        stream(birth.path("methods"))
                .forEach(method -> assertEquals(
                        "{\"value\":1,\"unit\":\"WORKING_DAY\"}",
                        method.path("timeLimit").toString()));
    }

    private static void assertText(JsonNode record, JsonNode text, int atLeast, int atMost) {
        assertTrue(text.isTextual(), code(record));
        int length = text.asText().length();
        assertTrue(length >= atLeast && length <= atMost, () -> code(record) + text);
    }

    private static String folded(String name) {
        var plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String code(JsonNode record) {
        return record.path("code").asText() + " ";
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Set<String> union(List<String> some, List<String> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
