package vn.motcua.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program under measurement: a child process that answers HTTP on loopback. */
final class Server implements AutoCloseable {
    private static final double TICKS_PER_SECOND = 100;

    private final String name;
    private final Process process;
    private final int port;
    private final Path log;
    private final long startedAt;

    private Server(String name, Process process, int port, Path log, long startedAt) {
        this.name = name;
        this.process = process;
        this.port = port;
        this.log = log;
        this.startedAt = startedAt;
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "stop " + name));
        } catch (IllegalStateException endingAlready) {
            process.destroyForcibly();
            throw endingAlready;
        }
    }

    static Server start(String name, Path folder, List<String> command, Map<String, String> environment, int port) {
        try {
            var log = Files.createTempFile("motcua-bench-", ".log");
            var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.redirectOutput(log.toFile()).environment().putAll(environment);
            long now = System.nanoTime();
            return new Server(name, builder.start(), port, log, now);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    /** Waits for the first 200 on {@code path} and returns the time since exec. */
    Duration awaitFirstAnswer(String path, Duration limit) {
        return awaitFirst("GET " + path + " HTTP/1.1\r\n", "", limit);
    }

    /** Waits for the first look-up that is answered with its dossier and returns the time since exec. */
    Duration awaitFirstLookup(String question, Duration limit) {
        var head = "POST /v1/dossiers/lookup HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: ";
        return awaitFirst(head + question.length() + "\r\n", question, limit);
    }

    private Duration awaitFirst(String head, String body, Duration limit) {
        var request =
                (head + "Host: localhost\r\nConnection: close\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
        long end = startedAt + limit.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended at once:\n" + lastLines());
            }
            if (answers(request)) {
                return Duration.ofNanos(System.nanoTime() - startedAt);
            }
            pause();
        }
        throw new IllegalStateException(name + " did not answer in time:\n" + lastLines());
    }

    private boolean answers(byte[] request) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(request);
            var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return status.endsWith(" 200");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String lastLines() {
        try (var lines = Files.lines(log)) {
            var all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** CPU time used so far, user and system. */
    double cpuSeconds() {
        return cpuSeconds(process.pid());
    }

    static double cpuSeconds(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Resident memory in MB. */
    long residentMegabytes() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a power cut would. */
    void kill9() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(log);
        } catch (InterruptedException | IOException e) {
            process.destroyForcibly();
        }
    }
}
