package vn.motcua.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Known words near a mistyped one: those that sound alike, and those that become equal when at most one letter of each is
 * deleted, which finds a dropped, doubled, wrong or swapped letter without trying every word.
 */
final class Speller {
    /** A known word and how likely it was meant, from 0 to 1. */
    record Near(String key, float weight) {}

    private static final int LONG = 6;
    private static final float ANOTHER_SOUND = 0.75f;
    private static final float SAME_SOUND = 0.9f;
    private static final float TWO_LETTERS = 0.5f;

    private final Map<String, Integer> frequencies;
    private final NavigableSet<String> ordered;
    private final Map<String, List<String>> byDeletion = new HashMap<>();
    private final Map<String, List<String>> bySound = new HashMap<>();

    Speller(Map<String, Integer> frequencies) {
        this.frequencies = frequencies;
        this.ordered = new TreeSet<>(frequencies.keySet());
        for (var word : frequencies.keySet()) {
            bySound.computeIfAbsent(Sounds.of(word), unseen -> new ArrayList<>(2))
                    .add(word);
            for (var shorter : deletions(word)) {
                byDeletion
                        .computeIfAbsent(shorter, unseen -> new ArrayList<>(2))
                        .add(word);
            }
        }
    }

    boolean knows(String key) {
        return frequencies.containsKey(key);
    }

    int frequency(String key) {
        return frequencies.getOrDefault(key, 0);
    }

    /** Known words with this beginning, in the order of the alphabet. */
    Collection<String> startingWith(String start) {
        return ordered.subSet(start, start + Character.MAX_VALUE);
    }

    /** Near known words, likeliest first. */
    List<Near> near(String key, int limit) {
        var found = new HashSet<String>();
        for (var shorter : deletions(key)) {
            found.addAll(byDeletion.getOrDefault(shorter, List.of()));
        }
        found.addAll(bySound.getOrDefault(Sounds.of(key), List.of()));
        found.remove(key);
        return found.stream()
                .map(word -> new Near(word, likeness(key, word)))
                .filter(near -> near.weight > 0)
                .sorted(Comparator.comparingDouble((Near near) -> -near.weight * Math.log(2 + frequency(near.key)))
                        .thenComparing(Near::key))
                .limit(limit)
                .toList();
    }

    private static Set<String> deletions(String word) {
        var deletions = new HashSet<String>();
        deletions.add(word);
        for (int i = 0; i < word.length() && word.length() > 1; i++) {
            deletions.add(word.substring(0, i) + word.substring(i + 1));
        }
        return deletions;
    }

    private static float likeness(String typed, String known) {
        if (Sounds.of(typed).equals(Sounds.of(known))) {
            return SAME_SOUND;
        }
        int distance = distance(typed, known);
        return distance == 1 ? ANOTHER_SOUND : distance == 2 && typed.length() >= LONG ? TWO_LETTERS : 0;
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
