package vn.motcua.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** PostgreSQL's data folder: how it is made, and who still uses it after a crash of ours. */
final class PostgresFolder {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PostgresFolder() {}

    /** Made beside its place and moved when complete, so that a first start cut short leaves nothing half. */
    static void initialise(Path bin, Path folder, Path data, String password) throws IOException {
        var partial = folder.resolve("data.partial");
        Folders.delete(partial);
        var secret = Files.createTempFile(folder, "secret", null);
        try {
            Files.writeString(secret, password);
            var command = OrdinaryUser.runs(bin.resolve("initdb"), folder);
            command.addAll(List.of("-D", partial.toString(), "-U", "postgres", "-A", "scram-sha-256"));
            command.addAll(
                    List.of("--pwfile", secret.toString(), "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"));
            var log = folder.resolve("initdb.log");
            var initdb = ChildProcess.start("initdb", command, Map.of(), log, ChildProcess.Signal.INT);
            if (!initdb.waitFor(LIMIT) || initdb.exitCode() != 0) {
                throw new IOException("initdb failed:\n" + String.join("\n", initdb.lastLines(10)));
            }
        } finally {
            Files.deleteIfExists(secret);
        }
        Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Stops a server that a killed start left behind on these data. The number in postmaster.pid may meanwhile belong to a
     * stranger: only a process whose command line names this folder is touched.
     */
    static void stopOrphan(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var alive = Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
        if (alive.isEmpty()) {
            return;
        }
        if (commandLine(alive.get())
                .filter(line -> line.contains(data.toString()))
                .isPresent()) {
            Tools.signal(ChildProcess.Signal.INT, alive.get().pid());
            await(alive.get());
        } else {
            Files.delete(pidFile);
        }
    }

    private static Optional<String> commandLine(ProcessHandle process) {
        var info = process.info();
        return info.commandLine()
                .or(() -> info.arguments().map(arguments -> String.join(" ", arguments)))
                .or(() -> readCommandLine(process.pid()));
    }

    private static Optional<String> readCommandLine(long pid) {
        try {
            return Optional.of(
                    Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' '));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static void await(ProcessHandle orphan) throws IOException {
        try {
            orphan.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (RuntimeException tooSlow) {
            throw new IOException("PostgreSQL " + orphan.pid() + " of an earlier start does not stop", tooSlow);
        }
    }
}
