package vn.motcua.catalogue;

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

    CatalogueSearch(CatalogueSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    ProcedurePage page(String q, SearchFilter filter, int limit, String cursor, Language language) {
        var found = found(q, filter);
        int from = start(found, cursor);
        int to = Math.min(found.size(), from + limit);
        var next = to < found.size()
                ? Cursor.of(snapshot.releaseId(), to, found.get(to - 1).code()).encode()
                : null;
        return new ProcedurePage(
                found.subList(from, to).stream().map(CatalogueEntry::summary).toList(),
                next,
                Facets.of(found, snapshot, language));
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

    private List<CatalogueEntry> found(String q, SearchFilter filter) {
        var all = q == null || q.isBlank() ? snapshot.entries() : matching(q);
        var admitted = all.stream().filter(filter::admits).toList();
        return q == null || q.isBlank() ? admitted : Duplicates.collapsed(admitted);
    }

    private List<CatalogueEntry> matching(String q) {
        var code = ProcedureCode.parse(q);
        if (code.isPresent()) {
            return byCode(code.get());
        }
        return entries(snapshot.search().search(q));
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
