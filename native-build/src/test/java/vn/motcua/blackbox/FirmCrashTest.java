package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.openapi.Role;
import vn.motcua.openapi.Vietnam;

/** kill -9 of the service at any moment: a firm's feed has every change once, and its webhook gets every message. */
class FirmCrashTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRM = "0101243150";
    private static final int DOSSIERS = 120;
    private static final int KILLS = 4;
    private static final OffsetDateTime BEGIN =
            OffsetDateTime.now(Vietnam.OFFSET).minusHours(3).truncatedTo(ChronoUnit.SECONDS);

    private final Set<String> delivered = ConcurrentHashMap.newKeySet();

    @Test
    @Timeout(300)
    void everyChangeStandsInTheFeedOnceAndIsDelivered() throws Exception {
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            delivered.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        var environment = Map.of(
                "MOTCUA_ORGANISATION_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8",
                "MOTCUA_ORGANISATION_WEBHOOK_ALLOW_HTTP", "true",
                "MOTCUA_ORGANISATION_WEBHOOK_PORTS", "0",
                "MOTCUA_ORGANISATION_WEBHOOK_TIMEOUT", "2s",
                "MOTCUA_ORGANISATION_WEBHOOK_LEASE", "4s");
        try (var service = ServiceUnderTest.start("firm-crash", environment)) {
            var start = feed(service, "now").path("nextCursor").asText();
            post(
                    service,
                    "/v1/organisations/" + FIRM + "/webhooks",
                    firm(service),
                    "{\"url\":\"http://127.0.0.1:" + receiver.getAddress().getPort() + "/\"}");
            for (int kill = 0; kill < KILLS; kill++) {
                var statuses = List.of("RECEIVED", "IN_PROGRESS", "PAYMENT_REQUESTED", "RESULT_READY");
                var answer = post(
                        service, "/v1/integration/dossier-events", system(service), batch(kill, statuses.get(kill)));
                assertEquals(200, answer.statusCode(), answer.body());
                Thread.sleep(15L + 40L * kill); // while the feed is put in order and delivered
                service.kill9();
                service.restart();
            }
            var entries = read(service, start, DOSSIERS * KILLS);
            assertEquals(
                    DOSSIERS * KILLS,
                    entries.stream().map(e -> e.path("id").asText()).distinct().count());
            var byDossier = entries.stream()
                    .map(entry -> entry.path("dossier"))
                    .collect(Collectors.groupingBy(
                            dossier -> dossier.path("code").asText(),
                            Collectors.mapping(dossier -> dossier.path("status").asText(), Collectors.toList())));
            byDossier
                    .values()
                    .forEach(seen -> assertEquals(
                            List.of("RECEIVED", "IN_PROGRESS", "PAYMENT_REQUESTED", "RESULT_READY"), seen));
            var expected = entries.stream()
                    .map(entry -> "msg_" + entry.path("id").asText())
                    .collect(Collectors.toCollection(HashSet::new));
            var got = Apis.eventually(Duration.ofSeconds(90), () -> Set.copyOf(delivered), ids -> ids.equals(expected));
            assertEquals(expected, got);
        } finally {
            receiver.stop(0);
        }
    }

    private static List<JsonNode> read(ServiceUnderTest service, String start, int wanted) throws Exception {
        var all = new ArrayList<JsonNode>();
        var cursor = start;
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int empty = 0;
        while ((all.size() < wanted || empty < 5) && System.nanoTime() < end) {
            var page = feed(service, cursor);
            page.path("items").forEach(all::add);
            empty = page.path("items").isEmpty() ? empty + 1 : 0;
            cursor = page.path("nextCursor").asText();
            Thread.sleep(empty > 0 ? 200 : 0);
        }
        assertTrue(all.size() <= wanted, "more than there were: " + all.size());
        assertEquals(wanted, all.size());
        return all;
    }

    private static String batch(int step, String status) {
        return IntStream.range(0, DOSSIERS)
                .mapToObj(dossier -> event(dossier, step, status))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String event(int dossier, int step, String status) {
        return """
                {"eventId":"firm-%d-%d","dossierCode":"H44.07-261102-%04d","status":"%s","occurredAt":"%s",
                 "agencies":{"competent":"H44.07"},
                 "applicant":{"kind":"ENTERPRISE","organisationCode":"%s"}}""".formatted(dossier, step, dossier + 1, status, BEGIN.plusMinutes(step * 10L), FIRM);
    }

    private static String firm(ServiceUnderTest service) {
        return service.token(Role.BUSINESS, Map.of("organisation", FIRM));
    }

    private static String system(ServiceUnderTest service) {
        return service.mint().token("one-stop-h44", Role.ONE_STOP_SYSTEM, Map.of("agency", "H44"));
    }

    private static JsonNode feed(ServiceUnderTest service, String after) throws IOException, InterruptedException {
        var answer = send(
                service,
                request(service, "/v1/organisations/" + FIRM + "/feed?after=" + after, firm(service))
                        .GET());
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> post(ServiceUnderTest service, String path, String token, String body)
            throws IOException, InterruptedException {
        return send(
                service,
                request(service, path, token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(ServiceUnderTest service, String path, String token) {
        return HttpRequest.newBuilder(service.baseUri().resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(ServiceUnderTest service, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        assertTrue(service.isAlive());
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
