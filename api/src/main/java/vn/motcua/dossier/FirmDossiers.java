package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Page;

/** The dossiers of a firm and those that it watches: status, dates and agencies, no names and no papers. */
@Singleton
public class FirmDossiers {
    private static final String CURSOR = "cursor";

    private final FirmQueries queries;
    private final DossierViews views;

    FirmDossiers(FirmQueries queries, DossierViews views) {
        this.queries = queries;
        this.views = views;
    }

    /** One page: own dossiers with the latest change first, watched ones by code. */
    public Uni<Page<DossierSummary>> page(
            DossierHolder holder, FirmFilter filter, int limit, String cursor, Language language) {
        var rows = switch (filter.selection()) {
            case OWN -> {
                var place = ListPlace.of(cursor);
                yield queries.latestFirst(holder, filter, place.time(), place.code(), limit + 1)
                        .map(found -> Page.of(found, limit, ListPlace::after));
            }
            case WATCHED ->
                queries.byCode(holder, filter, codeOf(cursor), limit + 1)
                        .map(found -> Page.of(found, limit, row -> Cursor.of(row.code())));
        };
        return rows.map(page -> new Page<>(
                page.items().stream().map(row -> views.summary(row, language)).toList(), page.nextCursor()));
    }

    /** The next lines behind a code, by code; an empty text is the beginning. Fewer than {@code limit}: that was all. */
    public Uni<List<DossierLine>> linesAfter(
            DossierHolder holder, FirmFilter filter, String after, int limit, Language language) {
        return queries.byCode(holder, filter, after, limit)
                .map(rows -> rows.stream().map(row -> views.line(row, language)).toList());
    }

    private static String codeOf(String cursor) {
        return Cursor.decode(cursor, CURSOR, 1).map(keys -> keys.key(0)).orElse("");
    }
}
