package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProcedureCode;

/** Finds procedures in one snapshot. */
final class CatalogueSearch {
    private static final int SUGGESTIONS = 10;

    private final CatalogueSnapshot snapshot;

    CatalogueSearch(CatalogueSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    ProcedurePage page(String q, SearchFilter filter, int limit, String cursor, Language language) {
        boolean browsing = q == null || q.isBlank();
        var narrowed = snapshot.facetIndex().narrow(browsing ? snapshot.entries() : matching(q), filter);
        var found = browsing ? browsed(narrowed.found(), filter.lifeEvent()) : narrowed.found();
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

    SuggestionList suggest(String q) {
        var words = SearchQueries.words(q);
        if (words.isEmpty()) {
            return new SuggestionList(List.of());
        }
        var typed = String.join(" ", Folding.foldedWords(q));
        var suggested = words.stream().allMatch(word -> word.chars().allMatch(Character::isDigit))
                ? startingWith(q.strip())
                : ranked(
                        snapshot.index().all(SearchQueries.suggest(words)),
                        Comparator.comparing(
                                (Ranked one) -> !one.entry.foldedTitle().startsWith(typed)));
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
        var words = SearchQueries.words(q);
        return words.isEmpty()
                ? List.of()
                : SearchQueries.search(words)
                        .map(this::ranked)
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse(List.of());
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

    private List<CatalogueEntry> ranked(Query query) {
        return ranked(snapshot.index().all(query), Comparator.comparing((Ranked one) -> 0));
    }

    private record Ranked(CatalogueEntry entry, float score) {}

    /** National before local, then as {@code first} says, then by score. */
    private List<CatalogueEntry> ranked(ScoreDoc[] hits, Comparator<Ranked> first) {
        var found = new ArrayList<Ranked>(hits.length);
        for (var hit : hits) {
            found.add(new Ranked(snapshot.entries().get(hit.doc), hit.score));
        }
        found.sort(Comparator.comparing((Ranked one) -> !one.entry.national())
                .thenComparing(first)
                .thenComparing(
                        Comparator.comparingDouble((Ranked one) -> one.score).reversed())
                .thenComparing(one -> one.entry.code()));
        return found.stream().map(Ranked::entry).toList();
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
