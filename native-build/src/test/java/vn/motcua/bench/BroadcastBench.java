package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.local.FcmServer;
import vn.motcua.local.Folders;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * An announcement to hundreds of thousands of people: how long planning takes, and how long single status pushes take on
 * their way from the commit to FCM while it runs, beside the same before it.
 */
final class BroadcastBench {
    private static final String PASSWORD = "bench-only";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String PHONES = """
            insert into notification.device
                (installation_id, person_key, fcm_token, platform, locale, registered_at, last_contact_at)
            select 'bench-phone-' || n, md5('person ' || n)::uuid, 'phone-' || n, 'ANDROID', 'VI', now(), now()
            from generate_series(1, ?) as n
            """;
    private static final String NEWS = """
            with message as (
                insert into notification.message
                    (id, person_key, kind, dossier_code, template_version, variables, agency)
                select uuidv7(), person_key, 'DOSSIER_STATUS', ?, 1, '{"status": "x"}', 'H44'
                from notification.device where installation_id = ?
                returning id, dossier_code
            ), queued as (
                insert into notification.outbox (message_id, installation_id, lane, tenant, order_key)
                select id, ?, 1, 'H44', hashtextextended(dossier_code, 0) from message
            )
            select id, pg_notify('notification_outbox', '') from message
            """;
    private static final String ANNOUNCEMENT = """
            {"audience": {"kind": "ALL"}, "title": {"vi": "Thông báo thử", "en": "A test"},
             "body": {"vi": "Chỉ để đo.", "en": "For measuring only."}, "hours": {"from": "00:00", "to": "23:59"}}""";

    private final int people;
    private final int statuses;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final TokenMint mint = new TokenMint();
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();
    private Server server;

    private BroadcastBench(int people, int statuses) {
        this.people = people;
        this.statuses = statuses;
    }

    static void run(String... args) throws Exception {
        var given = Options.numbers(args);
        new BroadcastBench(given.getOrDefault("people", 600_000), given.getOrDefault("statuses", 200)).run();
    }

    private void run() throws Exception {
        var folder = Folders.temporary("motcua-broadcast");
        var postgres = LocalPostgres.durable(folder, LocalPostgres.freePort(), PASSWORD);
        try (var fcm = FcmServer.start(LocalPostgres.freePort())) {
            fcm.delay(Duration.ofMillis(20));
            fcm.onDelivery(received -> arrived.put(
                    received.message().getJsonObject("data").getString("notificationId"), System.nanoTime()));
            server = new Servers(postgres, mint).program("service", Map.of("MOTCUA_FCM_ENDPOINT", fcm.url()));
            Servers.awaitReady(server);
            try (var connection = postgres.connectAsOwner()) {
                register(connection);
                // Without the first sends, which open connections and compile.
                statusTimes(connection, 50);
                var before = statusTimes(connection, statuses);
                long began = System.nanoTime();
                var id = post("", ANNOUNCEMENT).path("id").asText();
                var planned = await(id, now -> !now.path("state").asText().equals("PLANNING"));
                var planning = Duration.ofNanos(System.nanoTime() - began);
                await(id, now -> now.at("/progress/told").asInt() >= 5_000);
                long from = System.nanoTime();
                int toldBefore = get(id).at("/progress/told").asInt();
                var during = statusTimes(connection, statuses);
                var end = get(id).path("progress");
                double seconds = (System.nanoTime() - from) / 1e9;
                if (end.path("released").asInt() == end.path("slices").asInt()) {
                    throw new IllegalStateException("it ended before the status pushes did: take more people");
                }
                post("/" + id + "/stop", "");
                report(planned, planning, before, during, (end.path("told").asInt() - toldBefore) / seconds, end);
            }
        } finally {
            if (server != null) {
                server.close();
            }
            postgres.close();
        }
    }

    private void register(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(PHONES);
                var analyze = connection.createStatement()) {
            insert.setInt(1, people);
            insert.executeUpdate();
            analyze.execute("analyze notification.device");
        }
    }

    /** From before the transaction until FCM has it, one at a time, in nanoseconds. */
    private Samples statusTimes(Connection connection, int count) throws Exception {
        var times = new long[count];
        try (var tell = connection.prepareStatement(NEWS)) {
            for (int i = 0; i < count; i++) {
                var phone = "bench-phone-" + (1 + (i * 7919) % people);
                tell.setString(1, "H44-261126-" + i);
                tell.setString(2, phone);
                tell.setString(3, phone);
                long began = System.nanoTime();
                String id;
                try (var row = tell.executeQuery()) {
                    row.next();
                    id = row.getString(1);
                }
                times[i] = awaitArrival(id) - began;
                Thread.sleep(50);
            }
        }
        return new Samples(times);
    }

    private long awaitArrival(String id) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            var at = arrived.get(id);
            if (at != null) {
                return at;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("a status push did not arrive in " + LIMIT);
            }
            Thread.sleep(1);
        }
    }

    private interface Wanted {
        boolean in(JsonNode broadcast);
    }

    private JsonNode await(String id, Wanted wanted) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            var now = get(id);
            if (wanted.in(now)) {
                return now;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("did not happen in " + LIMIT);
    }

    private JsonNode get(String id) throws Exception {
        return send(request("/" + id).GET().build());
    }

    private JsonNode post(String path, String body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/admin/broadcasts" + path))
                .header("Authorization", "Bearer " + mint.token("bench-admin", "admin", Map.of()));
    }

    private JsonNode send(HttpRequest request) throws Exception {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    private void report(
            JsonNode planned, Duration planning, Samples before, Samples during, double rate, JsonNode progress) {
        System.out.println("## An announcement to many, " + LocalDate.now() + "\n\n`./motcua bench broadcast --people="
                + people + " --statuses=" + statuses + "` on " + Report.machine() + ", " + server.name() + "\n");
        System.out.printf(
                "%,d people in %,d slices planned in **%.1f s** (from the request until it runs).%n%n",
                planned.at("/progress/recipients").asInt(),
                planned.at("/progress/slices").asInt(),
                planning.toMillis() / 1e3);
        System.out.println("| a single status push, from its transaction to FCM, ms | p50 | p95 | longest |");
        System.out.println("| --- | --- | --- | --- |");
        line("before", before);
        line("while the announcement runs", during);
        System.out.printf(
                "%nMeanwhile %.0f people a second were told, %,d pushes of the announcement waited at the end.%n",
                rate, progress.path("waiting").asInt());
        var faults = new ArrayList<String>();
        if (planning.toSeconds() >= 60) {
            faults.add("planning took " + planning);
        }
        if (during.quantile(0.95) > 2e9) {
            faults.add("a status push takes longer than 2 s");
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join(", ", List.copyOf(faults)));
        }
    }

    private static void line(String when, Samples times) {
        System.out.printf(
                "| %s | %.0f | %.0f | %.0f |%n",
                when, times.quantile(0.5) / 1e6, times.quantile(0.95) / 1e6, times.quantile(1) / 1e6);
    }
}
