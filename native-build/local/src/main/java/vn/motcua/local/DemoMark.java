package vn.motcua.local;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Remembers, beside the data, from which day the demo was counted back and whether it is complete: a load that was cut short
 * is repeated with the same codes.
 */
record DemoMark(Path file, LocalDate today, boolean done) {
    static DemoMark in(Path folder) {
        var file = folder.resolve("demo.json");
        if (!Files.exists(file)) {
            return new DemoMark(file, LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")), false);
        }
        try {
            var json = new JsonObject(Files.readString(file));
            return new DemoMark(file, LocalDate.parse(json.getString("today")), json.getBoolean("done"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DemoMark write(boolean isDone) {
        try {
            Files.createDirectories(file.getParent());
            var json = new JsonObject().put("today", today.toString()).put("done", isDone);
            Files.writeString(file, json.encode());
            return new DemoMark(file, today, isDone);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
