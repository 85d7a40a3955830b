package vn.motcua.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The lexicon that comes with the service: four files of lines {@code said TAB meant|meant}; # begins a remark. */
final class LexiconFile {
    private LexiconFile() {}

    static List<Lexicon.Entry> all() {
        var entries = new ArrayList<Lexicon.Entry>();
        entries.addAll(read("vietnamese.tsv", Lexicon.Kind.VIETNAMESE));
        entries.addAll(read("abbreviations.tsv", Lexicon.Kind.ABBREVIATION));
        entries.addAll(read("persons.tsv", Lexicon.Kind.PERSON));
        entries.addAll(read("english.tsv", Lexicon.Kind.ENGLISH));
        return entries;
    }

    private static List<Lexicon.Entry> read(String name, Lexicon.Kind kind) {
        try (var file = new BufferedReader(
                new InputStreamReader(LexiconFile.class.getResourceAsStream("/search/" + name), UTF_8))) {
            return file.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> entry(kind, line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the lexicon " + name + " cannot be read", e);
        }
    }

    static Lexicon.Entry entry(Lexicon.Kind kind, String line) {
        var parts = line.split("\t", 2);
        var meant = parts.length < 2 ? "" : parts[1];
        return new Lexicon.Entry(
                kind,
                Normaliser.words(parts[0]),
                Stream.of(meant.split("\\|"))
                        .map(Normaliser::words)
                        .filter(words -> !words.isEmpty())
                        .toList());
    }
}
