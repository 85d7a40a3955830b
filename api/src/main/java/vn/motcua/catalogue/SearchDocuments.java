package vn.motcua.catalogue;

import java.util.List;
import java.util.stream.Stream;
import vn.motcua.search.SearchDocument;

/** What of a procedure is searched. */
final class SearchDocuments {
    private SearchDocuments() {}

    static SearchDocument of(ProcedureRecord published, Editorial editorial, double prior) {
        var summary = editorial.summary() == null ? new Procedure.Summary(null, null) : editorial.summary();
        return new SearchDocument(
                published.name(),
                present(Stream.concat(
                        Stream.ofNullable(editorial.nameEn()), editorial.keywordsAfter(published.keywords()).stream())),
                published.field().name(),
                present(published.results().stream().map(Procedure.Result::name)),
                present(Stream.of(summary.vi(), summary.en())),
                present(published.components().stream()
                        .flatMap(group -> group.items().stream())
                        .map(Procedure.Component::name)),
                prior,
                published.kind() != Procedure.Kind.NATIONAL);
    }

    private static List<String> present(Stream<String> texts) {
        return texts.filter(text -> text != null && !text.isBlank()).toList();
    }
}
