package vn.motcua.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people say and what titles call it: everyday words, abbreviations, English. An entry without a meaning marks words
 * that say nothing of the matter ("how do I", "cho hỏi").
 */
public final class Lexicon {
    /** Which words an entry's {@code said} is made of. */
    public enum Kind {
        VIETNAMESE,
        ABBREVIATION,
        ENGLISH,
        /** Words for persons, which are looked for as they are but tell less. */
        PERSON
    }

    /**
     * One entry.
     *
     * @param said the words that are typed, with their marks
     * @param meant the words that titles use instead, likeliest first; none for words without meaning
     */
    public record Entry(Kind kind, List<String> said, List<List<String>> meant) {
        public Entry {
            if (said.isEmpty()) {
                throw new IllegalArgumentException("an entry says nothing");
            }
            said = List.copyOf(said);
            meant = meant.stream().map(List::copyOf).toList();
        }

        boolean meaningless() {
            return meant.isEmpty();
        }
    }

    /** A place in the entries' words: what ends here, and where each next word leads. */
    static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final List<Entry> entries = new ArrayList<>(1);

        Optional<Node> next(String key) {
            return Optional.ofNullable(next.get(key));
        }

        List<Entry> entries() {
            return entries;
        }
    }

    private final Node vietnamese = new Node();
    private final Node english = new Node();
    private final Map<String, List<String>> abbreviations = new HashMap<>();
    private final Set<String> englishWords = new HashSet<>();
    private final Set<List<String>> persons = new HashSet<>();
    private final Map<String, Integer> vietnameseTerms = new HashMap<>();

    /** The lexicon that comes with the service. */
    public static Lexicon standard() {
        return Standard.LEXICON;
    }

    /** Read when the executable is built, so that a start pays nothing for it. */
    private static final class Standard {
        private static final Lexicon LEXICON = new Lexicon(LexiconFile.all());
    }

    public Lexicon(List<Entry> entries) {
        entries.forEach(this::add);
    }

    Node vietnamese() {
        return vietnamese;
    }

    Node english() {
        return english;
    }

    /** Stems of all English words. */
    Set<String> englishWords() {
        return englishWords;
    }

    /** Words and pairs of words of the Vietnamese entries, so that typing errors in them are recognised. */
    Map<String, Integer> vietnameseTerms() {
        return vietnameseTerms;
    }

    /** Whether words, by their keys, name persons. */
    boolean isPerson(List<String> keys) {
        return persons.contains(keys);
    }

    /** What an abbreviation stands for, where it stands for one thing only. */
    Optional<List<String>> abbreviated(String key) {
        return Optional.ofNullable(abbreviations.get(key));
    }

    private void add(Entry entry) {
        switch (entry.kind()) {
            case VIETNAMESE -> insert(vietnamese, entry, keys(entry.said()));
            case ABBREVIATION -> {
                insert(vietnamese, entry, keys(entry.said()));
                if (entry.said().size() == 1
                        && entry.meant().size() == 1
                        && entry.said().getFirst().length() > 2) {
                    abbreviations.put(
                            Normaliser.key(entry.said().getFirst()),
                            entry.meant().getFirst());
                }
            }
            case PERSON -> {
                insert(vietnamese, entry, keys(entry.said()));
                persons.add(keys(entry.said()));
            }
            case ENGLISH -> {
                var stems = entry.said().stream().map(English::stem).toList();
                insert(english, entry, stems);
                englishWords.addAll(stems);
            }
        }
        if (entry.kind() != Kind.ENGLISH) {
            count(entry.said());
        }
        entry.meant().forEach(this::count);
    }

    private void count(List<String> words) {
        Terms.of(words).forEach(term -> vietnameseTerms.merge(term, 1, Integer::sum));
    }

    private static void insert(Node root, Entry entry, List<String> keys) {
        var node = root;
        for (var key : keys) {
            node = node.next.computeIfAbsent(key, unseen -> new Node());
        }
        node.entries.add(entry);
    }

    private static List<String> keys(List<String> words) {
        return words.stream().map(Normaliser::key).toList();
    }
}
