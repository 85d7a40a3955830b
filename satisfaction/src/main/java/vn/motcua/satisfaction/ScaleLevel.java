package vn.motcua.satisfaction;

import java.util.List;
import java.util.stream.IntStream;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** One step of the five-level scale. */
record ScaleLevel(int level, String label) {
    private static final List<Text> LABELS = List.of(
            new Text("Rất không hài lòng", "Very dissatisfied"),
            new Text("Không hài lòng", "Dissatisfied"),
            new Text("Bình thường", "Neutral"),
            new Text("Hài lòng", "Satisfied"),
            new Text("Rất hài lòng", "Very satisfied"));

    static Text label(int level) {
        return LABELS.get(level - Levels.LOWEST);
    }

    /** All five, from very dissatisfied to very satisfied. */
    static List<ScaleLevel> all(Language language) {
        return IntStream.rangeClosed(Levels.LOWEST, Levels.HIGHEST)
                .mapToObj(level -> new ScaleLevel(level, label(level).in(language)))
                .toList();
    }
}
