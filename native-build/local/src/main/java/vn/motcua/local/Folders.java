package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** What {@link Files} lacks. */
public final class Folders {
    private static final int ATTEMPTS = 50;
    private static final long PAUSE = 100;

    private Folders() {}

    /** A new folder whose name begins so; it is deleted with everything in it when the program ends or is interrupted. */
    public static Path temporary(String name) throws IOException {
        var folder = Files.createTempDirectory(name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteAtLast(folder)));
        return folder;
    }

    /** Servers that work in it may be ending at the same time, and write until they have. */
    private static void deleteAtLast(Path folder) {
        for (int i = 0; i < ATTEMPTS && Files.exists(folder); i++) {
            try {
                delete(folder);
                Thread.sleep(PAUSE);
            } catch (UncheckedIOException stillWritten) {
                // Once more.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Deletes the folder with everything in it; what is not there is no fault. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
