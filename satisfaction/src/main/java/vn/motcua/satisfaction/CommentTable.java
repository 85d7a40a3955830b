package vn.motcua.satisfaction;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.openapi.Language;

/** Comments as rows for CSV and XLSX, one for each. */
final class CommentTable {
    static final List<String> COLUMNS =
            List.of("group", "agency", "agencyLabel", "month", "comment", "topics", "topicLabels", "recipe");

    private CommentTable() {}

    static List<List<String>> rows(CommentPage page, Language language) {
        var rows = new ArrayList<List<String>>();
        for (int group = 0; group < page.items().size(); group++) {
            var together = page.items().get(group);
            for (var comment : together.comments()) {
                rows.add(List.of(
                        String.valueOf(group + 1),
                        together.agency(),
                        together.label(),
                        together.month(),
                        comment.text(),
                        String.join(" ", comment.topics()),
                        String.join(
                                "; ",
                                comment.topics().stream()
                                        .map(topic -> Topics.RULES.label(topic).in(language))
                                        .toList()),
                        page.recipe()));
            }
        }
        return rows;
    }
}
