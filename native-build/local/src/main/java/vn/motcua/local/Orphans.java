package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Children that outlived a killed start, on systems where the kernel does not stop them. A child is known by its number and
 * the moment it began: the number alone may meanwhile belong to a stranger.
 */
final class Orphans {
    private static final int PATIENCE_SECONDS = 30;

    private Orphans() {}

    static void remember(Path log, ProcessHandle child) throws IOException {
        Files.writeString(
                pidFile(log),
                child.pid() + " " + begin(child).map(Instant::toString).orElse(""));
    }

    /** Stops what an earlier start left behind with this log file. */
    static void stop(Path log) {
        try {
            if (Files.exists(pidFile(log))) {
                var known = Files.readString(pidFile(log)).split(" ", 2);
                ProcessHandle.of(Long.parseLong(known[0]))
                        .filter(p -> begin(p).map(Instant::toString).equals(Optional.of(known[1])))
                        .ifPresent(Orphans::stop);
                Files.deleteIfExists(pidFile(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(ProcessHandle orphan) {
        orphan.destroy();
        try {
            orphan.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (RuntimeException tooSlow) {
            orphan.destroyForcibly();
        }
    }

    private static Optional<Instant> begin(ProcessHandle process) {
        return process.info().startInstant();
    }

    private static Path pidFile(Path log) {
        return log.resolveSibling(log.getFileName().toString().replaceFirst("\\.log$", ".pid"));
    }
}
