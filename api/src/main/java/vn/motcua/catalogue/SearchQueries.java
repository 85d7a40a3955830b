package vn.motcua.catalogue;

import static vn.motcua.catalogue.SearchIndex.FIELD;
import static vn.motcua.catalogue.SearchIndex.KEYWORDS;
import static vn.motcua.catalogue.SearchIndex.KEYWORD_PAIRS;
import static vn.motcua.catalogue.SearchIndex.PAPERS;
import static vn.motcua.catalogue.SearchIndex.SUMMARY;
import static vn.motcua.catalogue.SearchIndex.TITLE;
import static vn.motcua.catalogue.SearchIndex.TITLE_MARKED;
import static vn.motcua.catalogue.SearchIndex.TITLE_PAIRS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns typed words into queries, from strict to forgiving; the first that finds anything is the answer. */
final class SearchQueries {
    /** Longer input adds cost, not meaning. */
    private static final int MAX_WORDS = 24;

    private static final int FUZZY_FROM_LENGTH = 4;

    private SearchQueries() {}

    static List<String> words(String typed) {
        var words = Folding.words(typed);
        return words.size() <= MAX_WORDS ? words : words.subList(0, MAX_WORDS);
    }

    /** All words, then all with typing errors, then most of them, then any. */
    static Stream<Query> search(List<String> marked) {
        var folded = marked.stream().map(Folding::fold).toList();
        var distinct = folded.stream().distinct().toList();
        var exact = distinct.stream().map(SearchQueries::word).toList();
        var misspelt = distinct.stream().map(SearchQueries::misspelt).toList();
        var bonus = bonuses(marked, folded);
        int n = distinct.size();
        return Stream.of(
                        atLeast(n, exact, bonus),
                        atLeast(n, misspelt, bonus),
                        atLeast(most(n), exact, bonus),
                        atLeast(most(n), misspelt, bonus),
                        atLeast(1, misspelt, bonus))
                .map(Query.class::cast);
    }

    /** Titles that hold every finished word and a word that begins like the unfinished last one. */
    static Query suggest(List<String> marked) {
        var folded = marked.stream().map(Folding::fold).toList();
        var query = new BooleanQuery.Builder();
        for (var word : folded.subList(0, folded.size() - 1)) {
            query.add(titleOrKeyword(word), Occur.MUST);
        }
        query.add(beginning(folded.getLast()), Occur.MUST);
        for (var pair : Folding.pairs(folded.subList(0, folded.size() - 1))) {
            query.add(boosted(TITLE_PAIRS, pair, 2f), Occur.SHOULD);
        }
        if (folded.size() > 1) {
            var pair = folded.get(folded.size() - 2) + "_" + folded.getLast();
            query.add(new ConstantScoreQuery(new PrefixQuery(new Term(TITLE_PAIRS, pair))), Occur.SHOULD);
        }
        return query.build();
    }

    private static int most(int words) {
        return Math.max(1, (int) Math.floor(words * 0.7));
    }

    private static Query atLeast(int count, List<Query> words, List<Query> bonuses) {
        var wanted = new BooleanQuery.Builder().setMinimumNumberShouldMatch(count);
        words.forEach(word -> wanted.add(word, Occur.SHOULD));
        var query = new BooleanQuery.Builder().add(wanted.build(), Occur.MUST);
        bonuses.forEach(bonus -> query.add(bonus, Occur.SHOULD));
        return query.build();
    }

    private static Query word(String word) {
        return best(List.of(
                boosted(TITLE, word, 4f),
                boosted(KEYWORDS, word, 3f),
                boosted(FIELD, word, 1.5f),
                boosted(SUMMARY, word, 1f),
                boosted(PAPERS, word, 0.3f)));
    }

    private static Query misspelt(String word) {
        if (word.length() < FUZZY_FROM_LENGTH) {
            return word(word);
        }
        int edits = word.length() < 8 ? 1 : 2;
        return best(List.of(
                word(word),
                new BoostQuery(new FuzzyQuery(new Term(TITLE, word), edits, 1), 1.5f),
                new BoostQuery(new FuzzyQuery(new Term(KEYWORDS, word), edits, 1), 1.5f)));
    }

    /** Neighbouring words that stand together in the title too, and words whose marks are the same. */
    private static List<Query> bonuses(List<String> marked, List<String> folded) {
        var bonuses = new ArrayList<Query>();
        for (var pair : Folding.pairs(folded)) {
            bonuses.add(best(List.of(boosted(TITLE_PAIRS, pair, 3f), boosted(KEYWORD_PAIRS, pair, 3f))));
        }
        for (int i = 0; i < marked.size(); i++) {
            if (!marked.get(i).equals(folded.get(i))) {
                bonuses.add(boosted(TITLE_MARKED, marked.get(i), 0.2f));
            }
        }
        return bonuses;
    }

    private static Query titleOrKeyword(String word) {
        return best(List.of(boosted(TITLE, word, 2f), boosted(KEYWORDS, word, 1f)));
    }

    private static Query beginning(String start) {
        return best(List.of(
                titleOrKeyword(start),
                new ConstantScoreQuery(new PrefixQuery(new Term(TITLE, start))),
                new BoostQuery(new ConstantScoreQuery(new PrefixQuery(new Term(KEYWORDS, start))), 0.5f)));
    }

    private static Query boosted(String field, String word, float boost) {
        return new BoostQuery(new TermQuery(new Term(field, word)), boost);
    }

    /** A word counts once, where it says most. */
    private static Query best(List<Query> places) {
        return new DisjunctionMaxQuery(places, 0.1f);
    }
}
