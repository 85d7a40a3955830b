package vn.motcua.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/** The clues of a query with their postings, each term once, and what documents may reach by some of the terms alone. */
final class Plan {
    /** Skipping rare terms saves nothing. */
    private static final int SKIPPED_AT_MOST = 24;

    private final List<Clue> clues;
    private final Postings[] postings;
    /** By clue and meaning: the numbers of its terms. */
    private final int[][][] terms;

    Plan(List<Clue> clues, SearchIndex index) {
        this.clues = clues;
        var numbers = new HashMap<String, Integer>();
        var found = new ArrayList<Postings>();
        this.terms = new int[clues.size()][][];
        for (int c = 0; c < terms.length; c++) {
            var meanings = clues.get(c).meanings();
            terms[c] = new int[meanings.size()][];
            for (int m = 0; m < meanings.size(); m++) {
                terms[c][m] = Arrays.stream(meanings.get(m).terms())
                        .mapToInt(term -> numbers.computeIfAbsent(term, unseen -> {
                            found.add(index.postings(term));
                            return found.size() - 1;
                        }))
                        .toArray();
            }
        }
        this.postings = found.toArray(Postings[]::new);
    }

    List<Clue> clues() {
        return clues;
    }

    int[] terms(int clue, int meaning) {
        return terms[clue][meaning];
    }

    Postings postings(int term) {
        return postings[term];
    }

    int size() {
        return postings.length;
    }

    /** How often the query's terms occur, all in all. */
    long occurrences() {
        return Arrays.stream(postings).mapToLong(Postings::size).sum();
    }

    /** The most that any document can reach. */
    float whole() {
        return (float) clues.stream().mapToDouble(Clue::mass).sum();
    }

    /** The same as a document's sum is added up, with the best place of each term: no sum is greater. */
    float most() {
        var all = Skipped.all(this);
        float sum = 0;
        for (int c = 0; c < clues.size(); c++) {
            sum += clues.get(c).mass() * all.satisfied(c);
        }
        return sum;
    }

    /** What a document reaches that has this much of a meaning's mass. */
    static float satisfied(Meaning meaning, float part) {
        float share = part / meaning.mass();
        return meaning.weight() * (meaning.terms().length > 1 ? wholePhrase(share) : share);
    }

    /** Half of a phrase is less than half of its meaning: the share to the power of 1.5. */
    private static float wholePhrase(float share) {
        return (float) (share * Math.sqrt(share));
    }

    /**
     * The commonest terms, as long as documents that have nothing but them stay below {@code aim}: such documents need not be
     * looked at.
     */
    Skipped skip(double aim) {
        var skipped = Skipped.none(this);
        var commonest = IntStream.range(0, postings.length)
                .boxed()
                .sorted(Comparator.comparingInt(term -> -postings[term].size()))
                .limit(SKIPPED_AT_MOST)
                .toList();
        for (int term : commonest) {
            var more = skipped.and(term);
            if (more.bound() < aim) {
                skipped = more;
            }
        }
        return skipped;
    }
}
