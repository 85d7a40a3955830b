package vn.motcua.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fills an empty service with the demo through its front door: the catalogue as an administrator, events as the one-stop
 * systems, ratings as the applicants, feedback as both sides. Everything can be sent again without harm.
 */
final class DemoLoader {
    private static final String DEVICE = """
            {"fcmToken":"demo-phone-0001","platform":"ANDROID","locale":"vi"}""";
    private static final String INSTALLATION = "demo-phone-0001";
    private static final int BATCH = 500;

    private final ServiceClient service;
    private final Identity identity;
    private final Path folder;
    private final Progress progress;

    DemoLoader(ServiceClient service, Identity identity, Path folder, Progress progress) {
        this.service = service;
        this.identity = identity;
        this.folder = folder;
        this.progress = progress;
    }

    void load(Demo demo) {
        publishCatalogue();
        // Before the events, so that the phone is told of them.
        service.sendJson("PUT", "/v1/me/devices/" + INSTALLATION, identity.userToken("citizen"), DEVICE)
                .expect(200);
        sendEvents(demo);
        rate(demo);
        progress.say("  feedback: " + new DemoFeedback(service, identity).load(read("feedback.json")));
    }

    private void publishCatalogue() {
        try {
            var file = BodyPublishers.ofFile(folder.resolve("catalogue.ndjson"));
            var report = service.send(
                            "POST",
                            "/v1/admin/catalogue/releases",
                            identity.userToken("admin"),
                            "application/x-ndjson",
                            file)
                    .expect(200, 201)
                    .json();
            progress.say("  catalogue: " + (report.getInteger("added") + report.getInteger("unchanged"))
                    + " procedures, refused " + report.getJsonArray("refused").size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sendEvents(Demo demo) {
        var bySystem = demo.dossiers().stream().collect(Collectors.groupingBy(DemoDossier::system));
        bySystem.forEach((system, dossiers) -> {
            var events = dossiers.stream()
                    .flatMap(d -> d.events().stream())
                    .sorted((a, b) -> a.getString("occurredAt").compareTo(b.getString("occurredAt")))
                    .toList();
            for (int from = 0; from < events.size(); from += BATCH) {
                send(system, events.subList(from, Math.min(events.size(), from + BATCH)));
            }
        });
        progress.say("  dossiers: " + demo.dossiers().size() + " of " + bySystem.size() + " one-stop systems");
    }

    private void send(String system, List<JsonObject> events) {
        var body = new JsonArray(events).encode();
        var result = service.sendJson("POST", "/v1/integration/dossier-events", identity.systemToken(system), body)
                .expect(200)
                .json();
        if (!result.getJsonArray("rejected").isEmpty()) {
            throw new IllegalStateException("demo events of " + system + " were rejected: "
                    + result.getJsonArray("rejected").encode());
        }
    }

    private void rate(Demo demo) {
        var ratings = new DemoRatings(read("ratings.json"));
        var toTry = demo.toTry();
        int rated = 0;
        for (int i = 0; i < demo.dossiers().size(); i++) {
            var dossier = demo.dossiers().get(i);
            if (dossier.hasEnded() && dossier.isOfAPerson() && !dossier.equals(toTry)) {
                var answers = ratings.answers(i + 1, dossier.agency());
                rated += answers.isPresent() && rate(dossier, answers.get()) ? 1 : 0;
            }
        }
        progress.say("  ratings: " + rated);
    }

    /** As the applicant: the ticket stands in the own dossier, for as long as it can be used. */
    private boolean rate(DemoDossier dossier, JsonObject answers) {
        var own = service.get("/v1/me/dossiers/" + dossier.code(), identity.userToken(dossier.user()))
                .expect(200)
                .json();
        var ticket = own.getString("ticket");
        if (ticket == null) {
            return false;
        }
        return service.sendJson("POST", "/v1/surveys/" + ticket + "/rating", "", answers.encode())
                        .expect(201, 409, 410)
                        .status()
                == 201;
    }

    private JsonObject read(String name) {
        try {
            return new JsonObject(Files.readString(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
