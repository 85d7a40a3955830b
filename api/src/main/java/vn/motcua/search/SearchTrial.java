package vn.motcua.search;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import vn.motcua.openapi.ProblemException;

/**
 * A query to be answered with words that are not published.
 *
 * @param q what people would type, 1 to 200 characters
 * @param limit how many answers, 1 to 100; 20 when null
 * @param synonyms as they would be published, in place of those that are
 * @param bestBets as they would be published, in place of those that are
 */
@RegisterForReflection
public record SearchTrial(
        String q, Integer limit, List<SearchWords.Synonym> synonyms, List<SearchWords.BestBet> bestBets) {
    private static final int LONGEST = 200;

    /** The query, or a problem that says what is wrong with it. */
    public String query() {
        if (q == null || q.isBlank() || q.length() > LONGEST) {
            throw ProblemException.invalid(
                    "/q", "Cần câu tìm từ 1 đến 200 ký tự.", "Give a query of 1 to 200 characters.");
        }
        return q;
    }

    /** The words, held to the rules of publishing. */
    public SearchWords words() {
        return new SearchWordsInput(0, null, synonyms, bestBets).checked();
    }
}
