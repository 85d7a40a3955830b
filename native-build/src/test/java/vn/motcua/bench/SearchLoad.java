package vn.motcua.bench;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks a search the same questions in the same order, in an open or a closed loop. */
final class SearchLoad {
    /** A server that cannot follow is not waited for longer than so many times the turn. */
    private static final int PATIENCE = 2;

    private final List<String> paths;
    private final int connections;

    /** A server was asked and gave no answer in the time that a connection waits. */
    static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoAnswer(String lastLines, Throwable cause) {
            super(lastLines, cause);
        }
    }

    /** What a turn gave; latencies in milliseconds. */
    record Turn(double perSecond, double p50, double p99) {}

    private SearchLoad(List<String> paths, int connections) {
        this.paths = paths;
        this.connections = connections;
    }

    static SearchLoad of(String path, List<String> typed, int connections) {
        return new SearchLoad(
                typed.stream()
                        .map(q -> path + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                        .toList(),
                connections);
    }

    /**
     * So many requests a second, whether the server follows or not: a latency counts from the moment in which the request was
     * due, so what waits for a slow answer counts as slow.
     */
    Turn open(Server server, int rate, Duration time) {
        int requests = (int) (rate * time.toMillis() / 1_000);
        long start = System.nanoTime();
        long end = start + PATIENCE * time.toNanos();
        return turn(server, (number, now) -> {
            long due = start + number * 1_000_000_000L / rate;
            return number < requests && now < end ? due : -1;
        });
    }

    /** Each connection asks again when it has its answer. */
    Turn closed(Server server, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return turn(server, (number, now) -> now < end ? now : -1);
    }

    /** When a request is due, -1 for no more. */
    private interface Schedule {
        long due(int number, long now);
    }

    private Turn turn(Server server, Schedule schedule) {
        var next = new AtomicInteger();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var loops = new ArrayList<Callable<long[]>>();
            for (int i = 0; i < connections; i++) {
                loops.add(() -> loop(server, schedule, next));
            }
            var parts = new ArrayList<long[]>();
            for (var done : threads.invokeAll(loops)) {
                parts.add(done.get());
            }
            var latencies =
                    parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Turn(
                    latencies.length / seconds,
                    latencies[latencies.length / 2] / 1e6,
                    latencies[(int) (latencies.length * 0.99)] / 1e6);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SocketTimeoutException) {
                throw new NoAnswer(server.lastLines(), e.getCause());
            }
            throw new IllegalStateException(server.name() + " failed under load\n" + server.lastLines(), e.getCause());
        }
    }

    private long[] loop(Server server, Schedule schedule, AtomicInteger next) throws IOException, InterruptedException {
        var taken = new long[1_024];
        int count = 0;
        try (var connection = new HttpConnection(server.port())) {
            while (true) {
                int number = next.getAndIncrement();
                long due = schedule.due(number, System.nanoTime());
                if (due < 0) {
                    return Arrays.copyOf(taken, count);
                }
                long early = due - System.nanoTime();
                if (early > 0) {
                    Thread.sleep(Duration.ofNanos(early));
                }
                connection.get(paths.get(number % paths.size()));
                if (connection.status() != 200) {
                    throw new IOException("answered " + connection.status());
                }
                if (count == taken.length) {
                    taken = Arrays.copyOf(taken, count * 2);
                }
                taken[count++] = System.nanoTime() - due;
            }
        }
    }
}
