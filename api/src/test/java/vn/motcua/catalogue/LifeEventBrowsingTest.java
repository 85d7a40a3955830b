package vn.motcua.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;
import vn.motcua.search.SearchWords;

/** A small release with real codes: what a person sees who opens a life event. */
class LifeEventBrowsingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private static final String CHILD = "co-con-nho";
    private static final String FAMILY = "hon-nhan-va-gia-dinh";
    private static final Map<String, Integer> EVENTS =
            Map.of(CHILD, 6, FAMILY, 3, "cu-tru-va-giay-to-tuy-than", 2, "suc-khoe-va-y-te", 1);
    private static final CatalogueSnapshot SNAPSHOT = snapshot();

    @Test
    void eventListsItsProceduresInTheCuratedOrderThenByRuleThenTheEditorsOwn() {
        assertEquals(
                List.of("1.001193", "1.014331", "1.004222", "1.001022", "1.999001", "1.999002"), browse(null, CHILD));
    }

    @Test
    void pagesOfAnEventKeepItsOrder() {
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = new CatalogueSearch(SNAPSHOT, TODAY).page(null, filter(null, CHILD), 2, cursor, Language.VI);
            page.items().forEach(item -> seen.add(item.code()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertEquals(browse(null, CHILD), seen);
    }

    @Test
    void wordsRankByRelevanceWithinAnEvent() {
        assertEquals(List.of("1.004222"), browse("đăng ký thường trú", CHILD));
        assertTrue(browse("khai sinh", CHILD).containsAll(List.of("1.001193", "1.999001")));
        assertTrue(browse("giấy chứng sinh", FAMILY).isEmpty());
    }

    @Test
    void procedureStandsInSeveralEvents() {
        assertTrue(browse(null, FAMILY).contains("1.001022"));
        assertTrue(browse(null, CHILD).contains("1.001022"));
    }

    @Test
    void countsOfTheEventsAreTheLengthsOfTheirLists() {
        for (var event : SNAPSHOT.lifeEvents(Language.VI)) {
            assertEquals(browse(null, event.code()).size(), event.procedures(), event.code());
        }
        assertEquals(EVENTS, facet("lifeEvent", filter(null, null)));
    }

    @Test
    void facetOfTheChosenEventShowsTheOtherEventsAndTheOtherFacetsFollowTheChoice() {
        assertEquals(EVENTS, facet("lifeEvent", filter(null, CHILD)));
        assertEquals(Map.of("ho-tich", 3, "dan-so-ba-me-tre-em", 1, "cu-tru", 2), facet("field", filter(null, CHILD)));
        assertEquals(Map.of("ho-tich", 2, "cu-tru", 1), facet("field", filter(null, FAMILY)));
        assertEquals(
                Map.of(CHILD, 3, FAMILY, 2, "cu-tru-va-giay-to-tuy-than", 1),
                facet("lifeEvent", filter("ho-tich", CHILD)));
        assertEquals(
                Map.of("ho-tich", 3, "dan-so-ba-me-tre-em", 1, "cu-tru", 2), facet("field", filter("ho-tich", CHILD)));
    }

    @Test
    void facetIsTheLengthOfTheListThatItsValueWouldGive() {
        for (var event : new String[] {null, CHILD, FAMILY}) {
            for (var field : new String[] {null, "ho-tich", "cu-tru", "khong-co"}) {
                facet("field", filter(field, event))
                        .forEach((value, count) -> assertEquals(
                                count, list(null, filter(value, event)).size(), value));
                facet("lifeEvent", filter(field, event))
                        .forEach((value, count) -> assertEquals(
                                count, list(null, filter(field, value)).size(), value));
            }
        }
    }

    @Test
    void recordNamesItsCuratedEvents() {
        var birth = record("1.001193", "Thủ tục đăng ký khai sinh", "ho-tich");
        var editorial = new Editorial(null, null, List.of("hoc-tap"), null);
        var events = Procedure.of(birth, editorial, version()).lifeEvents();
        assertTrue(events.contains(CHILD), events::toString);
        assertEquals("hoc-tap", events.getLast());
    }

    private static List<String> browse(String q, String event) {
        return list(q, filter(null, event));
    }

    private static List<String> list(String q, SearchFilter filter) {
        return new CatalogueSearch(SNAPSHOT, TODAY)
                .page(q, filter, 100, null, Language.VI).items().stream()
                        .map(ProcedureSummary::code)
                        .toList();
    }

    private static Map<String, Integer> facet(String name, SearchFilter filter) {
        return new CatalogueSearch(SNAPSHOT, TODAY)
                .page(null, filter, 1, null, Language.VI).facets().stream()
                        .filter(facet -> facet.name().equals(name))
                        .flatMap(facet -> facet.values().stream())
                        .collect(Collectors.toMap(FacetValue::value, FacetValue::count));
    }

    private static SearchFilter filter(String field, String event) {
        return new SearchFilter(field, null, null, null, event, null);
    }

    /** Besides curated codes: one that only a rule takes, one that only its editorial names, and one that nothing does. */
    private static CatalogueSnapshot snapshot() {
        var records = new TreeMap<String, ProcedureRecord>(Comparator.naturalOrder());
        for (var each : List.of(
                record("1.001193", "Thủ tục đăng ký khai sinh", "ho-tich"),
                record("1.001022", "Thủ tục đăng ký nhận cha, mẹ, con", "ho-tich"),
                record("1.014331", "Cấp Giấy chứng sinh", "dan-so-ba-me-tre-em"),
                record("1.004222", "Đăng ký thường trú", "cu-tru"),
                record("1.999001", "Thủ tục đăng ký khai sinh trực tuyến cho trẻ ở đảo", "ho-tich"),
                record("1.999002", "Tặng quà cho bé đầu lòng", "cu-tru"),
                record("1.999003", "Đăng ký tàu cá", "thuy-san"))) {
            records.put(each.code(), each);
        }
        var building = new CatalogueSnapshot.Builder(SearchWords.NONE, Map.of());
        records.forEach((code, published) -> building.add(
                published,
                code.equals("1.999002") ? new Editorial(null, null, List.of(CHILD), null) : Editorial.NONE,
                version(),
                false));
        return building.build(
                1,
                LifeEventMap.CURATED.titles().keySet().stream()
                        .map(code -> new LifeEventLabel(code, new Text(code, code), LifeEvent.Audience.CITIZEN))
                        .toList(),
                new Shelf.Builder(new ReleaseHistory(new TreeMap<>(), Map.of()), Optional.empty(), new ObjectMapper())
                        .build());
    }

    private static ProcedureRecord record(String code, String name, String field) {
        var draft = new ProcedureDraft();
        draft.code = code;
        draft.name = name;
        draft.field = new NamedCode(field, field);
        draft.kind = Procedure.Kind.NATIONAL;
        return draft.toRecord();
    }

    private static ProcedureVersion version() {
        return new ProcedureVersion(1, LocalDate.of(2026, 1, 1), null, 1, ProcedureVersion.Change.NEW);
    }
}
