package vn.motcua.feedback;

import java.util.Comparator;
import java.util.List;
import vn.motcua.search.Normaliser;

/**
 * Tells from the words whether a text belongs to another legal track. Marks, case and spacing do not matter; what an exception
 * covers is not read ("không phải khiếu nại"). It is a hint: an officer decides.
 */
final class Tracks {
    private final List<String> exceptions;
    private final List<Phrase> phrases;

    /** Words in lower case without marks; {@code track} NONE is an exception. */
    record Phrase(String words, Track track) {}

    Tracks(List<Phrase> all) {
        this.exceptions = all.stream()
                .filter(phrase -> phrase.track() == Track.NONE)
                .map(phrase -> " " + phrase.words() + " ")
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.phrases =
                all.stream().filter(phrase -> phrase.track() != Track.NONE).toList();
    }

    /** A denunciation goes before a complaint: there the sender's identity needs the stronger protection. */
    Track of(String text) {
        var folded = " " + folded(text) + " ";
        for (var exception : exceptions) {
            // What replaces it keeps its neighbours apart, and is no word.
            folded = folded.replace(exception, " | ");
        }
        var read = folded;
        return phrases.stream()
                .filter(phrase -> read.contains(" " + phrase.words() + " "))
                .map(Phrase::track)
                .max(Comparator.naturalOrder())
                .orElse(Track.NONE);
    }

    /** The words of a text without marks, one blank between them. */
    static String folded(String text) {
        return String.join(
                " ", Normaliser.words(text).stream().map(Normaliser::fold).toList());
    }
}
