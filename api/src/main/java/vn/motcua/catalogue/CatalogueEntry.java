package vn.motcua.catalogue;

import java.util.List;
import java.util.Map;

/**
 * What a replica keeps in memory of one public procedure in force; the whole record stays in the database.
 *
 * @param place its number in the release, from 0
 * @param lifeEvents the events it belongs to, with its place in the list of each
 */
record CatalogueEntry(
        int place,
        ProcedureSummary summary,
        Procedure.Kind kind,
        AgencyRef authority,
        List<Subject> subjects,
        Editorial editorial,
        Map<String, Integer> lifeEvents,
        ProcedureVersion version,
        String foldedTitle) {
    static CatalogueEntry of(int place, ProcedureRecord published, Editorial editorial, ProcedureVersion version) {
        return new CatalogueEntry(
                place,
                ProcedureSummary.of(published),
                published.kind(),
                published.publishingAuthority(),
                published.subjects(),
                editorial,
                LifeEventMap.CURATED.events(published, editorial),
                version,
                String.join(" ", Folding.foldedWords(published.name())).replaceFirst("^thu tuc ", ""));
    }

    String code() {
        return summary.code();
    }

    boolean national() {
        return kind == Procedure.Kind.NATIONAL;
    }
}
