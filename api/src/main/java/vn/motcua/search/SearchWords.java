package vn.motcua.search;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * What editors taught the search, as published.
 *
 * @param version 0 before anything was published
 * @param synonyms what people say and what titles call it
 * @param bestBets queries whose first answers are given by hand
 */
@RegisterForReflection(targets = {SearchWords.class, SearchWords.Synonym.class, SearchWords.BestBet.class})
public record SearchWords(
        int version, OffsetDateTime publishedAt, String note, List<Synonym> synonyms, List<BestBet> bestBets) {
    /** Before anything was published. */
    public static final SearchWords NONE = new SearchWords(0, null, null, List.of(), List.of());

    /** {@code said} is read as any of {@code meant}, likeliest first; where that is empty it says nothing. */
    public record Synonym(String said, List<String> meant) {
        public Synonym {
            meant = meant == null ? null : List.copyOf(meant);
        }
    }

    /** For {@code query}, in any spelling of its marks, these procedures come first; {@code until} is its last day. */
    public record BestBet(String query, List<String> codes, LocalDate until) {
        public BestBet {
            codes = codes == null ? List.of() : List.copyOf(codes);
        }
    }

    public SearchWords {
        synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
        bestBets = bestBets == null ? List.of() : List.copyOf(bestBets);
    }

    /** The lexicon that comes with the service, and before it the editors' entries. */
    public Lexicon lexicon() {
        return synonyms.isEmpty()
                ? Lexicon.standard()
                : new Lexicon(Stream.concat(synonyms.stream().map(SearchWords::entry), LexiconFile.all().stream())
                        .toList());
    }

    /** Codes that stand first for a query on a day; none when nobody bet on it. */
    public List<String> best(String typed, LocalDate today) {
        if (bestBets.isEmpty()) {
            return List.of();
        }
        var keys = Normaliser.keys(typed);
        return bestBets.stream()
                .filter(bet -> bet.until() == null || !bet.until().isBefore(today))
                .filter(bet -> Normaliser.keys(bet.query()).equals(keys))
                .flatMap(bet -> bet.codes().stream())
                .distinct()
                .toList();
    }

    private static Lexicon.Entry entry(Synonym synonym) {
        return new Lexicon.Entry(
                Lexicon.Kind.VIETNAMESE,
                Normaliser.words(synonym.said()),
                synonym.meant().stream()
                        .map(Normaliser::words)
                        .filter(words -> !words.isEmpty())
                        .toList());
    }
}
