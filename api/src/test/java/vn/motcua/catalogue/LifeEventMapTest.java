package vn.motcua.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The curated life events: their rules, and the file that is shipped. */
class LifeEventMapTest {
    private static final Path EXPORT = Path.of("..", "..", "shared", "data", "procedures.json");
    private static final Pattern CODE = Pattern.compile("[1-3]\\.\\d{6}");
    private static final LifeEventMap MAP = LifeEventMap.of("""
            # Two events.
            [co-con-nho]
            9.000001\tĐăng ký khai sinh
            9.000002\tCấp thẻ bảo hiểm y tế
            rule\tho-tich\tkhai sinh; khai tử\tlưu động

            [hoc-tap]
            9.000002\tCấp thẻ bảo hiểm y tế
            rule\ttuyen-sinh
            """);

    @Test
    void placeOfAProcedureIsCountedWithinItsEvent() {
        assertEquals(
                Map.of("co-con-nho", 1, "hoc-tap", 0), events("9.000002", "Cấp thẻ bảo hiểm y tế", "bao-hiem-y-te"));
        assertEquals(Map.of("co-con-nho", 0), events("9.000001", "Thủ tục đăng ký khai sinh", "ho-tich"));
    }

    @Test
    void ruleTakesTitlesByWholeWordsWithOrWithoutMarks() {
        assertEquals(Map.of("co-con-nho", 2), events("9.000003", "ĐĂNG KÝ KHAI SINH LẠI", "ho-tich"));
        assertEquals(Map.of("co-con-nho", 2), events("9.000004", "Đăng ký khai tử", "ho-tich"));
        assertEquals(Map.of(), events("9.000005", "Đăng ký khai sinhs", "ho-tich"));
        assertEquals(Map.of(), events("9.000006", "Đăng ký khai sinh lưu động", "ho-tich"));
        assertEquals(Map.of(), events("9.000007", "Đăng ký khai sinh", "quoc-tich"));
        assertEquals(Map.of("hoc-tap", 1), events("9.000008", "Tuyển sinh lớp 10", "tuyen-sinh"));
    }

    @Test
    void localProceduresBelongOnlyWhereTheirEditorialSaysSo() {
        var local = record("9.000001.H38", "Đăng ký khai sinh", "ho-tich", Procedure.Kind.LOCAL);
        assertEquals(Map.of(), MAP.events(local, Editorial.NONE));
        assertEquals(
                Map.of("co-con-nho", LifeEventMap.LAST),
                MAP.events(local, new Editorial(null, null, List.of("co-con-nho"), null)));
    }

    @Test
    void editorialAddsEventsBehindTheCuratedOnes() {
        var birth = record("9.000001", "Đăng ký khai sinh", "ho-tich", Procedure.Kind.NATIONAL);
        assertEquals(
                Map.of("co-con-nho", 0, "hoc-tap", LifeEventMap.LAST),
                MAP.events(birth, new Editorial(null, null, List.of("co-con-nho", "hoc-tap"), null)));
    }

    @Test
    void fileThatIsNotWrittenAsDescribedIsRefusedWithItsLine() {
        for (var bad : List.of(
                "9.000001\tĐăng ký khai sinh",
                "[hoc-tap]\n9.000001\tMột\n9.000001\tHai",
                "[hoc-tap]\n9.000001 Đăng ký khai sinh",
                "[hoc-tap]\nrule",
                "[hoc-tap]\nrule\ta\tb\tc\td")) {
            var refused = assertThrows(IllegalStateException.class, () -> LifeEventMap.of(bad), bad);
            assertTrue(refused.getMessage().contains("line " + bad.lines().count()), refused.getMessage());
        }
    }

    @Test
    void shippedFileHoldsEveryLifeEventWithEightProceduresOrMore() throws IOException {
        var migration = new String(
                LifeEventMap.class
                        .getResourceAsStream("/db/migration/catalogue/V0301__life_events.sql")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        var known = Pattern.compile("'(?:CITIZEN|BUSINESS)', '([a-z-]+)'")
                .matcher(migration)
                .results()
                .map(event -> event.group(1))
                .toList();
        assertEquals(22, known.size());
        assertEquals(known, List.copyOf(LifeEventMap.CURATED.titles().keySet()));
        LifeEventMap.CURATED
                .titles()
                .forEach((event, procedures) -> assertTrue(procedures.size() >= 8, () -> event + procedures.size()));
    }

    @Test
    void shippedCodesAndTitlesAreWellFormed() {
        LifeEventMap.CURATED.titles().values().stream()
                .flatMap(procedures -> procedures.entrySet().stream())
                .forEach(each -> {
                    assertTrue(CODE.matcher(each.getKey()).matches(), each::toString);
                    assertTrue(each.getValue().length() > 5 && each.getValue().length() <= 120, each::toString);
                    assertTrue(Normalizer.isNormalized(each.getValue(), Normalizer.Form.NFC), each::toString);
                });
    }

    @Test
    void mainProcedureOfAnEventComesFirst() {
        assertEquals("1.001193", first("co-con-nho"));
        assertEquals("1.014748", first("viec-lam"));
        assertEquals("1.000894", first("hon-nhan-va-gia-dinh"));
        assertEquals("3.000346", first("phuong-tien-va-nguoi-lai"));
        assertEquals("1.000656", first("nguoi-than-qua-doi"));
        assertEquals("1.001612", first("khoi-su-kinh-doanh"));
        assertEquals("1.015002", first("so-huu-tri-tue"));
    }

    @Test
    void nationalCatalogueKnowsTheCodesUnderTheseTitles() throws IOException {
        var national = national();
        LifeEventMap.CURATED
                .titles()
                .forEach((event, procedures) -> procedures.forEach((code, title) -> {
                    var published = national.get(code);
                    assertTrue(published != null, () -> event + ": no public procedure " + code);
                    assertTrue(
                            folded(published.name()).startsWith(folded(title)),
                            () -> code + ": " + title + " | " + published.name());
                }));
    }

    @Test
    void everyListOfTheNationalCatalogueIsRichAndReadable() throws IOException {
        var counts = new HashMap<String, Integer>();
        var fields = new HashSet<String>();
        for (var published : national().values()) {
            fields.add(published.field().code());
            LifeEventMap.CURATED
                    .events(published, Editorial.NONE)
                    .keySet()
                    .forEach(event -> counts.merge(event, 1, Integer::sum));
        }
        System.out.println("life events of the national catalogue: " + counts);
        assertEquals(LifeEventMap.CURATED.titles().keySet(), counts.keySet());
        counts.forEach((event, procedures) -> assertTrue(procedures >= 20 && procedures <= 70, event + procedures));
        var misspelt = LifeEventMap.CURATED.rules().stream()
                .map(LifeEventMap.Rule::field)
                .filter(field -> !fields.contains(field))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), misspelt);
    }

    private static Map<String, Integer> events(String code, String name, String field) {
        return MAP.events(record(code, name, field, Procedure.Kind.NATIONAL), Editorial.NONE);
    }

    private static String first(String event) {
        return LifeEventMap.CURATED.titles().get(event).keySet().iterator().next();
    }

    private static String folded(String title) {
        return String.join(" ", Folding.foldedWords(title));
    }

    private static ProcedureRecord record(String code, String name, String field, Procedure.Kind kind) {
        var draft = new ProcedureDraft();
        draft.code = code;
        draft.name = name;
        draft.field = new NamedCode(field, field);
        draft.kind = kind;
        return draft.toRecord();
    }

    /** The public procedures of the portal export by code, read as an import reads them. */
    private static Map<String, ProcedureRecord> national() throws IOException {
        assumeTrue(Files.exists(EXPORT), "skipped: shared/data/procedures.json is not beside this checkout");
        var json = new ObjectMapper()
                .findAndRegisterModules()
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        var check = new RecordCheck(Set.of());
        var records = new ArrayList<ProcedureRecord>();
        try (var file = Files.newInputStream(EXPORT)) {
            new CatalogueFile(json, Shape.EXPORT).read(file, item -> {
                if (item instanceof CatalogueSource.Item.Usable usable
                        && !usable.internal()
                        && check.check(usable) instanceof CatalogueSource.Item.Usable checked) {
                    records.add(checked.published());
                }
            });
        }
        assertFalse(records.isEmpty());
        return records.stream().collect(Collectors.toMap(ProcedureRecord::code, published -> published));
    }
}
