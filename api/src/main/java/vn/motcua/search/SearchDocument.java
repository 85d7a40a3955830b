package vn.motcua.search;

import java.util.List;

/**
 * What of one procedure is searched. Its number is the order in which it was added.
 *
 * @param title the published title, which says most
 * @param keywords published and editors' keywords, English titles: as telling as the title
 * @param field the field's name
 * @param results what the applicant receives
 * @param summaries plain-language summaries
 * @param papers names of the papers to hand in, which say least
 * @param prior how likely a person means this procedure before a word is typed, from 0 to 1
 * @param secondary a local copy, which stands behind a national record of equal worth
 */
public record SearchDocument(
        String title,
        List<String> keywords,
        String field,
        List<String> results,
        List<String> summaries,
        List<String> papers,
        double prior,
        boolean secondary) {
    public SearchDocument {
        keywords = List.copyOf(keywords);
        results = List.copyOf(results);
        summaries = List.copyOf(summaries);
        papers = List.copyOf(papers);
    }
}
