package vn.motcua.catalogue;

import java.util.List;

/** What a replica keeps in memory of one public procedure in force; the whole record stays in the database. */
record CatalogueEntry(
        ProcedureSummary summary,
        Procedure.Kind kind,
        AgencyRef authority,
        List<Subject> subjects,
        Editorial editorial,
        ProcedureVersion version,
        String foldedTitle) {
    static CatalogueEntry of(ProcedureRecord published, Editorial editorial, ProcedureVersion version) {
        return new CatalogueEntry(
                ProcedureSummary.of(published),
                published.kind(),
                published.publishingAuthority(),
                published.subjects(),
                editorial,
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
