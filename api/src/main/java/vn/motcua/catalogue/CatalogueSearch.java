package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProcedureCode;
import vn.motcua.search.Hit;

/** Finds procedures in one snapshot. */
final class CatalogueSearch {
    private static final int SUGGESTIONS = 10;

    private final CatalogueSnapshot snapshot;
    private final LocalDate today;

    /** {@code today}: best bets have a last day. */
    CatalogueSearch(CatalogueSnapshot snapshot, LocalDate today) {
        this.snapshot = snapshot;
        this.today = today;
    }

    ProcedurePage page(String q, SearchFilter filter, int limit, String cursor, Language language) {
        boolean browsing = q == null || q.isBlank();
        var narrowed = snapshot.facetIndex().narrow(browsing ? snapshot.entries() : matching(q), filter);
        var found = browsing ? browsed(narrowed.found(), filter.lifeEvent()) : Duplicates.collapsed(narrowed.found());
        int from = start(found, cursor);
        int to = Math.min(found.size(), from + limit);
        var next = to < found.size()
                ? Cursor.of(snapshot.releaseId(), to, found.get(to - 1).code()).encode()
                : null;
        return new ProcedurePage(
                found.subList(from, to).stream().map(CatalogueEntry::summary).toList(),
                next,
                Facets.of(narrowed.counts(), snapshot, language));
    }

    /** The same page with the reasons for each place, for editors. */
    ProcedurePage explained(String q, SearchFilter filter, int limit, String cursor, Language language) {
        var page = page(q, filter, limit, cursor, language);
        return new ProcedurePage(
                page.items().stream().map(item -> explained(q, item)).toList(), page.nextCursor(), page.facets());
    }

    private ProcedureSummary explained(String q, ProcedureSummary item) {
        return q == null || q.isBlank() || ProcedureCode.parse(q).isPresent()
                ? item
                : snapshot.place(item.code())
                        .map(place -> item.explained(snapshot.search().explain(q, place)))
                        .orElse(item);
    }

    SuggestionList suggest(String q) {
        var suggested = q.isBlank() || !q.strip().chars().allMatch(c -> Character.isDigit(c) || c == '.')
                ? Duplicates.collapsed(entries(snapshot.search().suggest(q)))
                : startingWith(q.strip());
        return new SuggestionList(suggested.stream()
                .limit(SUGGESTIONS)
                .map(entry -> new Suggestion(entry.code(), entry.summary().name()))
                .toList());
    }

    /** Who browses a life event sees it in the order in which it was curated. */
    private static List<CatalogueEntry> browsed(List<CatalogueEntry> found, String event) {
        return event == null
                ? found
                : found.stream()
                        .sorted(Comparator.comparing(entry -> entry.lifeEvents().get(event)))
                        .toList();
    }

    private List<CatalogueEntry> matching(String q) {
        var code = ProcedureCode.parse(q);
        if (code.isPresent()) {
            return byCode(code.get());
        }
        return Stream.concat(bestBets(q).stream(), entries(snapshot.search().search(q)).stream())
                .distinct()
                .toList();
    }

    /** What editors put first for just this query. */
    private List<CatalogueEntry> bestBets(String q) {
        return snapshot.words().best(q, today).stream()
                .flatMap(code -> ProcedureCode.parse(code).flatMap(snapshot::resolve).stream())
                .toList();
    }

    /** The record that the code means, then the other local forms of the same procedure. */
    private List<CatalogueEntry> byCode(ProcedureCode code) {
        var exact = snapshot.resolve(code).stream();
        return Stream.concat(exact, startingWith(code.key()).stream())
                .distinct()
                .toList();
    }

    private List<CatalogueEntry> startingWith(String start) {
        return snapshot.entries().stream()
                .filter(entry -> entry.code().startsWith(start))
                .toList();
    }

    private List<CatalogueEntry> entries(List<Hit> hits) {
        return hits.stream().map(hit -> snapshot.entries().get(hit.document())).toList();
    }

    /** Within a release a cursor is a number; after a new release it goes on behind the last procedure that was seen. */
    private int start(List<CatalogueEntry> found, String encoded) {
        var cursor = Cursor.decode(encoded, "cursor", 3);
        if (cursor.isEmpty()) {
            return 0;
        }
        long release = cursor.get().number(0, "cursor");
        int offset = (int) Math.clamp(cursor.get().number(1, "cursor"), 0, found.size());
        if (release != snapshot.releaseId()) {
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i).code().equals(cursor.get().key(2))) {
                    return i + 1;
                }
            }
        }
        return offset;
    }
}
