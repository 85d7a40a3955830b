package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProcedureCode;

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
        var matches = browsing ? browsed(filter.lifeEvent()) : matching(q);
        var counts = snapshot.facetIndex().counts(matches.places(), filter);
        var passing = snapshot.facetIndex().passing(filter);
        var shown = new Shown(snapshot, matches, browsing ? passing : passing.and(new Duplicates()::first));
        int from = start(shown, cursor);
        var items = shown.page(from, limit);
        var next = !items.isEmpty() && shown.reach(from + limit + 1)
                ? Cursor.of(snapshot.releaseId(), from + limit, items.getLast().code())
                        .encode()
                : null;
        return new ProcedurePage(
                items.stream().map(CatalogueEntry::summary).toList(), next, Facets.of(counts, snapshot, language));
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
                ? suggested(q)
                : first(Matches.of(startingWith(q.strip())));
        return new SuggestionList(suggested.stream()
                .map(entry -> new Suggestion(entry.code(), entry.summary().name()))
                .toList());
    }

    /** Among the first hits there are nearly always enough different titles. */
    private List<CatalogueEntry> suggested(String q) {
        var found = snapshot.search().suggest(q);
        var first = first(Matches.of(found));
        return first.size() == SUGGESTIONS || found.complete()
                ? first
                : first(Matches.of(snapshot.search().suggestAll(q)));
    }

    private List<CatalogueEntry> first(Matches matches) {
        return new Shown(snapshot, matches, new Duplicates()::first).page(0, SUGGESTIONS);
    }

    /** Who browses a life event sees it in the order in which it was curated. */
    private Matches browsed(String event) {
        return event == null
                ? Matches.of(snapshot.entries())
                : Matches.of(snapshot.entries().stream()
                        .sorted(Comparator.comparing(
                                entry -> entry.lifeEvents().getOrDefault(event, Integer.MAX_VALUE)))
                        .toList());
    }

    private Matches matching(String q) {
        var code = ProcedureCode.parse(q);
        return code.isPresent()
                ? Matches.of(byCode(code.get()))
                : Matches.of(bestBets(q), snapshot.search().search(q));
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

    /** Within a release a cursor is a number; after a new release it goes on behind the last procedure that was seen. */
    private int start(Shown shown, String encoded) {
        var cursor = Cursor.decode(encoded, "cursor", 3);
        if (cursor.isEmpty()) {
            return 0;
        }
        long release = cursor.get().number(0, "cursor");
        int offset = (int) Math.clamp(
                cursor.get().number(1, "cursor"), 0, snapshot.entries().size());
        if (release != snapshot.releaseId()) {
            for (int i = 0; shown.reach(i + 1); i++) {
                if (shown.at(i).code().equals(cursor.get().key(2))) {
                    return i + 1;
                }
            }
        }
        return offset;
    }
}
