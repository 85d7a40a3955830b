package vn.motcua.satisfaction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.satisfaction.WrittenText.Entry;

/** The lists of {@code comments/personal-words.txt}, by section. */
final class PersonalWords {
    static final PersonalWords ALL = new PersonalWords();

    private final Map<String, Phrases> sections = new HashMap<>();

    private PersonalWords() {
        var entries = new HashMap<String, List<List<Entry>>>();
        String section = null;
        for (var line : lines("personal-words.txt")) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
                entries.put(section, new ArrayList<>());
            } else {
                var phrases = entries.get(section);
                Arrays.stream(line.split(",")).map(PersonalWords::phrase).forEach(phrases::add);
            }
        }
        entries.forEach((name, phrases) -> sections.put(name, new Phrases(phrases)));
    }

    Phrases section(String name) {
        return sections.get(name);
    }

    static List<Entry> phrase(String words) {
        return Arrays.stream(words.strip().split("\\s+")).map(Entry::of).toList();
    }

    /** Lines of a list that ships with the program, without comments and empty ones. */
    static List<String> lines(String file) {
        try (var in = PersonalWords.class.getResourceAsStream("/comments/" + file);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a file that ships with the program", e);
        }
    }

    /** Phrases by their first word, in both ways of writing. */
    static final class Phrases {
        private final Map<String, List<List<Entry>>> byKey = new HashMap<>();
        private final Map<String, List<List<Entry>>> byFolded = new HashMap<>();

        Phrases(List<List<Entry>> phrases) {
            for (var phrase : phrases) {
                byKey.computeIfAbsent(phrase.getFirst().key(), first -> new ArrayList<>())
                        .add(phrase);
                byFolded.computeIfAbsent(phrase.getFirst().folded(), first -> new ArrayList<>())
                        .add(phrase);
            }
        }

        /** How many words the longest phrase has that stands here, 0 when none does. */
        int at(WrittenText text, int place) {
            if (place < 0 || place >= text.words().size()) {
                return 0;
            }
            var first = text.form(text.words().get(place));
            return (text.isMarked() ? byKey : byFolded)
                    .getOrDefault(first, List.of()).stream()
                            .filter(phrase -> text.has(place, phrase))
                            .mapToInt(List::size)
                            .max()
                            .orElse(0);
        }

        boolean has(WrittenText text, int place) {
            return at(text, place) > 0;
        }

        /** Whether this word stands alone in the list, compared without marks however the text is written. */
        boolean hasPlain(WrittenText.Word word) {
            return byFolded.getOrDefault(word.folded(), List.of()).stream().anyMatch(phrase -> phrase.size() == 1);
        }

        /** Whether a phrase ends with the word before this one. */
        boolean endsBefore(WrittenText text, int place) {
            for (int length = 1; length <= 3; length++) {
                int start = place - length;
                if (start >= 0 && text.isJoined(place - 1) && at(text, start) == length) {
                    return true;
                }
            }
            return false;
        }
    }
}
