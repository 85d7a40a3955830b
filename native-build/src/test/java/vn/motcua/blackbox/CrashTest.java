package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.local.FcmServer;
import vn.motcua.local.LocalPostgres;
import vn.motcua.openapi.Role;
import vn.motcua.openapi.Vietnam;

/** kill -9 of the service while a batch is being accepted loses nothing, and doubles nothing that is counted. */
class CrashTest {
    private static final int EVENTS = 1_000;
    private static final int PEOPLE = 50;
    private static final OffsetDateTime BEGIN =
            OffsetDateTime.now(Vietnam.OFFSET).minusHours(3).truncatedTo(ChronoUnit.SECONDS);

    @Test
    @Timeout(300)
    void everyEventIsThereOnceAndEveryPushArrives() throws Exception {
        try (var fcm = FcmServer.start(LocalPostgres.freePort());
                var service = ServiceUnderTest.start("crash", Map.of("MOTCUA_FCM_ENDPOINT", fcm.url()))) {
            for (int person = 0; person < PEOPLE; person++) {
                registerPhone(service, person);
            }
            var tried = new HashSet<Integer>();
            for (int attempt = 0; attempt < 6; attempt++) {
                var answer = send(service, batch());
                Thread.sleep(20L + 45L * attempt); // a different moment of the same batch each time
                service.kill9();
                tried.add(answer.handle((ok, lost) -> ok == null ? 0 : ok.statusCode())
                        .get());
                service.restart();
            }
            assertTrue(tried.contains(0), "at least one batch was cut off by the crash: " + tried);

            var last = send(service, batch()).get();
            assertEquals(200, last.statusCode(), last.body());
            assertEquals(EVENTS, count(service, "select count(*) from dossier.event"));
            assertEquals(EVENTS, count(service, "select count(distinct (source, event_id)) from dossier.event"));
            assertEquals(EVENTS, timelineEntries(service));

            long inbox = count(service, "select count(*) from notification.message");
            assertTrue(inbox > 0, "people were told");
            // What a killed process had claimed is free again when its lease lapses, after some seconds.
            var pushed = Apis.eventually(Duration.ofMinutes(1), () -> pushedIds(fcm), ids -> ids.size() >= inbox);
            assertEquals(inboxIds(service), pushed, "every inbox entry reached its phone");
        }
    }

    private static long timelineEntries(ServiceUnderTest service) throws Exception {
        long entries = 0;
        for (int person = 0; person < PEOPLE; person++) {
            for (int dossier = person; dossier < EVENTS / 4; dossier += PEOPLE) {
                var answer = get(service, "/v1/me/dossiers/" + code(dossier), citizen(service, person));
                assertEquals(200, answer.statusCode(), answer.body());
                entries += answer.body().split("\"occurredAt\"", -1).length - 1;
            }
        }
        return entries;
    }

    private static Set<String> pushedIds(FcmServer fcm) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(person -> fcm.received("crash-phone-" + person))
                .flatMap(messages -> messages.stream())
                .map(m -> m.message().getJsonObject("data").getString("notificationId"))
                .collect(Collectors.toSet());
    }

    private static Set<String> inboxIds(ServiceUnderTest service) throws Exception {
        var ids = new HashSet<String>();
        try (var connection = service.postgres().connectAsOwner();
                var rows = connection.createStatement().executeQuery("select id from notification.message")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private static long count(ServiceUnderTest service, String query) throws Exception {
        try (var connection = service.postgres().connectAsOwner();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** 250 dossiers of 50 people, four events each. */
    private static String batch() {
        return IntStream.range(0, EVENTS / 4)
                .mapToObj(dossier -> IntStream.range(0, 4)
                        .mapToObj(step -> event(dossier, step))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String event(int dossier, int step) {
        var status = new String[] {"RECEIVED", "IN_PROGRESS", "RESULT_READY", "RETURNED"}[step];
        return """
                {"eventId":"crash-%d-%d","dossierCode":"%s","status":"%s","occurredAt":"%s",
                 "agencies":{"competent":"H44.07"},
                 "applicant":{"kind":"CITIZEN","personalId":"%s"}}""".formatted(
                dossier, step, code(dossier), status, BEGIN.plusMinutes(step * 10L), personalId(dossier % PEOPLE));
    }

    private static String code(int dossier) {
        return "H44.07-%ty%<tm%<td-%04d".formatted(BEGIN, dossier + 1);
    }

    private static String personalId(int person) {
        return "0010000%05d".formatted(person + 1);
    }

    private static void registerPhone(ServiceUnderTest service, int person) throws Exception {
        var request = HttpRequest.newBuilder(service.baseUri().resolve("/v1/me/devices/crash-installation-" + person))
                .header("Authorization", "Bearer " + citizen(service, person))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"fcmToken\":\"crash-phone-" + person + "\",\"platform\":\"ANDROID\"}"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertEquals(
                    200,
                    http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
        }
    }

    private static String citizen(ServiceUnderTest service, int person) {
        return service.mint().token("person-" + person, Role.CITIZEN, Map.of("personalId", personalId(person)));
    }

    private static CompletableFuture<HttpResponse<String>> send(ServiceUnderTest service, String batch) {
        var http = HttpClient.newHttpClient();
        return http.sendAsync(
                        HttpRequest.newBuilder(service.baseUri().resolve("/v1/integration/dossier-events"))
                                .timeout(Duration.ofSeconds(60))
                                .header("Content-Type", "application/json")
                                .header(
                                        "Authorization",
                                        "Bearer "
                                                + service.mint()
                                                        .token(
                                                                "one-stop-h44",
                                                                Role.ONE_STOP_SYSTEM,
                                                                Map.of("agency", "H44")))
                                .POST(HttpRequest.BodyPublishers.ofString(batch))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .whenComplete((answer, failure) -> http.shutdownNow());
    }

    private static HttpResponse<String> get(ServiceUnderTest service, String path, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.baseUri().resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
