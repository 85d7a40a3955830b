package vn.motcua.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service itself: the packaged program on the JVM, or the executable named by {@code MOTCUA_EXECUTABLE}. */
final class LocalService {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final ChildProcess process;
    private final int port;

    private LocalService(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    static LocalService launch(Optional<String> executable, int port, Map<String, String> environment, Path log) {
        var command = executable.map(List::of).orElseGet(LocalService::onTheJvm);
        return new LocalService(
                ChildProcess.start("service", command, environment, log, ChildProcess.Signal.TERM), port);
    }

    private static List<String> onTheJvm() {
        if (!Files.exists(ServiceProgram.jar())) {
            throw new Trouble(
                    "Dịch vụ chưa được dựng. Hãy chạy ./motcua start.",
                    "The service has not been built. Run ./motcua start.");
        }
        return ServiceProgram.onTheJvm();
    }

    void awaitReady() {
        var ready = HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long end = System.nanoTime() + LIMIT.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end) {
                if (process.waitFor(Duration.ofMillis(100))) {
                    throw new IllegalStateException("the service ended:\n" + String.join("\n", process.lastLines(20)));
                }
                if (answers(http, ready)) {
                    return;
                }
            }
        }
        throw new IllegalStateException("the service was not ready in time, see " + process.log());
    }

    private static boolean answers(HttpClient http, HttpRequest ready) {
        try {
            return http.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    ChildProcess process() {
        return process;
    }

    String url() {
        return "http://localhost:" + port;
    }
}
