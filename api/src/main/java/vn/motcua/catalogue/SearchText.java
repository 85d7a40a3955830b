package vn.motcua.catalogue;

import java.util.List;
import java.util.stream.Stream;

/** What of a procedure is searched, from the most telling to the least. */
record SearchText(String title, List<String> keywords, String field, List<String> summaries, List<String> papers) {
    static SearchText of(ProcedureRecord published, Editorial editorial) {
        var summary = editorial.summary() == null ? new Procedure.Summary(null, null) : editorial.summary();
        return new SearchText(
                published.name(),
                present(Stream.concat(
                        Stream.of(editorial.nameEn() == null ? "" : editorial.nameEn()),
                        editorial.keywordsAfter(published.keywords()).stream())),
                published.field().name(),
                present(Stream.of(summary.vi() == null ? "" : summary.vi(), summary.en() == null ? "" : summary.en())),
                present(Stream.concat(
                        published.results().stream().map(Procedure.Result::name),
                        published.components().stream()
                                .flatMap(group -> group.items().stream())
                                .map(Procedure.Component::name))));
    }

    private static List<String> present(Stream<String> texts) {
        return texts.filter(text -> !text.isBlank()).toList();
    }
}
