package vn.motcua.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/** A closed loop: each connection sends the next look-up when it has the answer to the last. */
final class Load {
    private Load() {}

    /** What one turn gave; latencies in microseconds. */
    record Turn(double perSecond, double p50, double p99, double cpuPerThousand, long residentMegabytes) {}

    static Turn drive(Server server, int dossiers, int connections, Duration time) {
        return drive(server, DossierTables::question, dossiers, connections, time);
    }

    /** @param question the look-up of a dossier by its number, from 1 to {@code dossiers} */
    static Turn drive(
            Server server, IntFunction<String> question, int dossiers, int connections, Duration time) {
        double cpuBefore = server.cpuSeconds();
        long start = System.nanoTime();
        var latencies = latencies(server.port(), question, dossiers, connections, start + time.toNanos());
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = server.cpuSeconds() - cpuBefore;
        Arrays.sort(latencies);
        return new Turn(
                latencies.length / seconds,
                latencies[latencies.length / 2] / 1e3,
                latencies[(int) (latencies.length * 0.99)] / 1e3,
                cpu * 1_000 / latencies.length,
                server.residentMegabytes());
    }

    private static long[] latencies(
            int port, IntFunction<String> question, int dossiers, int connections, long end) {
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var loops = new ArrayList<Callable<long[]>>();
            for (int i = 0; i < connections; i++) {
                loops.add(() -> loop(port, question, dossiers, end));
            }
            var parts = new ArrayList<long[]>();
            for (var done : threads.invokeAll(loops)) {
                parts.add(done.get());
            }
            return parts.stream().flatMapToLong(Arrays::stream).toArray();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a connection failed under load", e.getCause());
        }
    }

    private static long[] loop(int port, IntFunction<String> question, int dossiers, long end) throws IOException {
        var random = ThreadLocalRandom.current();
        var taken = new long[16_384];
        int count = 0;
        try (var connection = new HttpConnection(port)) {
            for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
                connection.lookUp(question.apply(random.nextInt(1, dossiers + 1)));
                if (connection.status() != 200) {
                    throw new IOException("answered " + connection.status());
                }
                if (count == taken.length) {
                    taken = Arrays.copyOf(taken, count * 2);
                }
                taken[count++] = System.nanoTime() - before;
            }
        }
        return Arrays.copyOf(taken, count);
    }

    /** The answers of a server to these dossiers, and to a wrong proof, which must be a 404. */
    static List<String> answers(Server server, List<Integer> numbers) {
        try (var connection = new HttpConnection(server.port())) {
            var bodies = new ArrayList<String>();
            for (int number : numbers) {
                var body = connection.lookUp(DossierTables.question(number));
                if (connection.status() != 200) {
                    throw new IllegalStateException(server.name() + " answers " + connection.status() + " to "
                            + DossierTables.question(number) + "\n" + server.lastLines());
                }
                bodies.add(new String(body, StandardCharsets.UTF_8));
            }
            connection.lookUp("{\"code\":\"" + DossierTables.code(1) + "\",\"proof\":\"none\"}");
            if (connection.status() != 404) {
                throw new IllegalStateException(server.name() + " accepts a wrong proof: " + connection.status());
            }
            return bodies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
