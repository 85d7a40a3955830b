package vn.motcua.search;

import java.util.List;

/** A typed word and what it may be: itself, a word typed without input method, a near known word. Likeliest first. */
record Token(String typed, List<Reading> readings) {
    /** One word; {@code word} has marks only where the typist gave them. */
    record Reading(String word, String key, float weight) {
        static Reading of(String word, float weight) {
            return new Reading(word, Normaliser.key(word), weight);
        }
    }

    String key() {
        return readings.getFirst().key();
    }
}
