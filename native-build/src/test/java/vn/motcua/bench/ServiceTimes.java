package vn.motcua.bench;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How long the service itself took for its answers, as it counts them: from a request that it read to the answer that it
 * wrote, without the wait of a client for its turn.
 */
final class ServiceTimes {
    private static final Pattern BUCKET = Pattern.compile(
            "http_server_requests_seconds_bucket\\{[^}]*status=\"200\",uri=\"([^\"]+)\",le=\"([^\"]+)\"} ([0-9.E]+)");

    private ServiceTimes() {}

    /** How many answers to requests of this path took at most so many seconds; nothing of a server that does not count. */
    static Map<Double, Long> counted(Server server, String path) {
        var metrics = URI.create("http://127.0.0.1:" + server.port() + "/q/metrics");
        try (var text = metrics.toURL().openStream()) {
            var counted = new TreeMap<Double, Long>();
            var found = BUCKET.matcher(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            while (found.find()) {
                if (found.group(1).equals(path)) {
                    double within = found.group(2).equals("+Inf")
                            ? Double.POSITIVE_INFINITY
                            : Double.parseDouble(found.group(2));
                    counted.merge(within, (long) Double.parseDouble(found.group(3)), Long::sum);
                }
            }
            return counted;
        } catch (FileNotFoundException notCounted) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The share of the answers between two counts that took at most so many seconds, NaN when they were not counted. */
    static double share(Map<Double, Long> before, Map<Double, Long> after, double seconds) {
        if (!after.containsKey(seconds)) {
            return Double.NaN;
        }
        return (double) (after.get(seconds) - before.getOrDefault(seconds, 0L))
                / (after.get(Double.POSITIVE_INFINITY) - before.getOrDefault(Double.POSITIVE_INFINITY, 0L));
    }
}
