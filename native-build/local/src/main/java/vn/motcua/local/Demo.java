package vn.motcua.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The demo's dossiers as {@code demo/dossiers.json} tells them, on the days counted back from a given one. */
record Demo(List<DemoDossier> dossiers) {
    static Demo of(Path file, LocalDate today) {
        try {
            return of(new JsonObject(Files.readString(file)), today);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Demo of(JsonObject file, LocalDate today) {
        var dossiers = file.getJsonArray("dossiers");
        return new Demo(IntStream.range(0, dossiers.size())
                .mapToObj(i -> DemoDossier.of(i + 1, dossiers.getJsonObject(i), applicants(file), today))
                .toList());
    }

    private static DemoDossier.Applicants applicants(JsonObject file) {
        return new DemoDossier.Applicants(
                file.getJsonArray("people", new JsonArray()), file.getJsonArray("firms", new JsonArray()));
    }

    /** A dossier of the demo citizen that has ended well and was left unrated, for the calls to try: the newest. */
    DemoDossier toTry() {
        return dossiers.stream()
                .filter(d -> d.user().equals("citizen") && d.lastStatus().equals("RETURNED"))
                .max((a, b) -> a.endedAt().compareTo(b.endedAt()))
                .orElseThrow(() -> new IllegalStateException("the demo citizen has no returned dossier"));
    }
}
