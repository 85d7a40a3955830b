package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A program as a child of this process, its output in a log file. Where the system can do it (Linux), the child is stopped by
 * the kernel when this process is killed, and Ctrl-C at the terminal reaches this process alone, so that children are stopped
 * in order.
 */
final class ChildProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    // The kernel stops the children when the *thread* that made them ends. This one never does.
    private static final ExecutorService SPAWNER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("children").factory());

    private final String name;
    private final Process process;
    private final Path log;
    private final Signal stopSignal;

    /** How a program is asked to stop. PostgreSQL takes TERM for "when the last client has gone", INT for "now, tidily". */
    enum Signal {
        TERM,
        INT
    }

    private ChildProcess(String name, Process process, Path log, Signal stopSignal) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.stopSignal = stopSignal;
    }

    static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path log, Signal stopSignal) {
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                var previous = log.resolveSibling(name + ".previous.log");
                Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
            }
            var builder = new ProcessBuilder(boundToThisProcess(command, stopSignal))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return new ChildProcess(name, SPAWNER.submit(builder::start).get(), log, stopSignal);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(name + " could not be started", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<String> boundToThisProcess(List<String> command, Signal stopSignal) {
        var all = new ArrayList<String>();
        if (Tools.hasSetsid()) {
            all.add("setsid");
        }
        int program = command.getFirst().equals("unshare") ? 2 : 0;
        all.addAll(command.subList(0, program));
        if (Tools.hasParentDeathSignal()) {
            // After unshare: a change of credentials would clear the setting.
            all.addAll(List.of("setpriv", "--pdeathsig", stopSignal.name()));
        }
        all.addAll(command.subList(program, command.size()));
        return all;
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Waits for the end; false when it takes longer. */
    boolean waitFor(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks it to stop and waits; after half a minute it is killed. Harmless when it has ended. */
    void stop() {
        if (!isAlive()) {
            return;
        }
        Tools.signal(stopSignal, pid());
        if (!waitFor(PATIENCE)) {
            process.destroyForcibly();
        }
    }

    /** The last lines it wrote. */
    List<String> lastLines(int count) {
        try (var lines = Files.lines(log)) {
            var all = lines.toList();
            return all.subList(Math.max(0, all.size() - count), all.size());
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of("(" + log + " cannot be read)");
        }
    }
}
