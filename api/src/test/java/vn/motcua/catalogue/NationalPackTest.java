package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/**
 * Sizes with the whole national catalogue, where the checkout has it beside it. Prints a paragraph for RESULTS.md, with
 * {@code -Dmotcua.speeds=true} the requests a second too.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class NationalPackTest {
    private static final Path FILE =
            Path.of(System.getProperty("motcua.shared-data", "../../shared/data"), "procedures.json");
    /** The example month of the statistics (12, 30 and 9 of 2,057), scaled to the stock of the file. */
    private static final int NEW = 34;

    private static final int AMENDED = 84;
    private static final int ABOLISHED = 25;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    CatalogueReplica replica;

    @Inject
    ObjectMapper mapper;

    @TestHTTPResource("/")
    URI service;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void packFitsAPhoneAndAMonthIsASmallDelta() throws Exception {
        assumeTrue(Files.exists(FILE), "skipped: shared/data/procedures.json is not beside this checkout");
        long release = publish(Files.readAllBytes(FILE), "");
        try {
            var snapshot = replica.now();
            long start = System.nanoTime();
            var pack = new PackWriter(mapper).write(snapshot.shelf(), OfflineLists.of(snapshot));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            long shelf = snapshot.shelf().records().stream()
                    .mapToLong(record -> record.gzip().length)
                    .sum();
            System.out.printf(
                    "pack: %d procedures, %d bytes, %d unpacked, written in %d ms; shelf %d bytes%n",
                    pack.procedures(), pack.file().length, pack.contentSize(), millis, shelf);
            assertTrue(pack.file().length < 1_500_000, pack.file().length + " bytes");
            if (Boolean.getBoolean("motcua.speeds")) {
                speeds();
            }
            delta(release, pack.cursor());
        } finally {
            CatalogueFixture.undo(release);
        }
    }

    private static long publish(byte[] file, String query) {
        Number release = CatalogueFixture.publish(file, "application/json", query)
                .statusCode(201)
                .extract()
                .path("releaseId");
        return release.longValue();
    }

    private void delta(long before, String cursor) throws Exception {
        long release = publish(monthLater(), "");
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            assertTrue(release > before);
            int items = 0;
            long raw = 0;
            long sent = 0;
            for (boolean more = true; more; ) {
                var answer = http.send(
                        HttpRequest.newBuilder(service.resolve("/v1/catalogue/changes?limit=100&after=" + cursor))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        BodyHandlers.ofByteArray());
                assertEquals(
                        "gzip", answer.headers().firstValue("Content-Encoding").orElse("none"));
                var text = unpacked(answer.body());
                var page = JSON.readTree(text);
                items += page.get("items").size();
                raw += text.length;
                sent += answer.body().length;
                cursor = page.get("nextCursor").asText();
                more = page.get("hasMore").asBoolean();
            }
            System.out.printf("delta of a month: %d changes, %d bytes sent, %d unpacked%n", items, sent, raw);
            assertEquals(NEW + AMENDED + ABOLISHED, items);
            assertTrue(sent < 200_000, sent + " bytes");
            sql.execute("delete from catalogue.procedure_version where release_id = " + release);
            sql.execute("delete from catalogue.release where id = " + release);
        }
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }

    /** New ones are copies under codes of their own; abolished ones become internal, which takes them from the public too. */
    private static byte[] monthLater() throws IOException {
        var national = new ArrayList<ObjectNode>();
        JSON.readTree(Files.readAllBytes(FILE)).get("procedures").forEach(one -> {
            if ("national".equals(one.path("kind").asText())) {
                national.add((ObjectNode) one);
            }
        });
        var month = JSON.createArrayNode();
        int changes = NEW + AMENDED + ABOLISHED;
        for (int taken = 0; taken < changes; taken++) {
            var one = national.get(taken * (national.size() / changes)).deepCopy();
            if (taken < NEW) {
                one.put("code", "9.8%05d".formatted(taken));
            } else if (taken < NEW + AMENDED) {
                one.put("name", one.get("name").asText() + " (sửa đổi)");
            } else {
                one.put("kind", "internal");
            }
            month.add(one);
        }
        return JSON.writeValueAsBytes(JSON.createObjectNode().set("procedures", month));
    }

    /** The same record from memory, confirmed, and as it was read before: {@code at} still asks PostgreSQL. */
    private void speeds() throws Exception {
        var address = "/v1/procedures/1.001193";
        var tag = given().get(address).header("ETag");
        for (int warm = 0; warm < 2; warm++) {
            double memory =
                    perSecond(request(address).header("Accept-Encoding", "gzip").build(), 200);
            double confirmed = perSecond(
                    request(address)
                            .header("Accept-Encoding", "gzip")
                            .header("If-None-Match", tag)
                            .build(),
                    304);
            double database = perSecond(
                    request(address + "?at=" + LocalDate.now(Vietnam.ZONE)).build(), 200);
            System.out.printf(
                    "record, requests/s on 8 connections: memory %.0f, 304 %.0f, database %.0f%n",
                    memory, confirmed, database);
        }
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(service.resolve(address)).version(HttpClient.Version.HTTP_1_1);
    }

    private double perSecond(HttpRequest request, int status) throws Exception {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(4);
        var work = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            work.add(() -> {
                int done = 0;
                while (System.nanoTime() < end) {
                    assertEquals(
                            status,
                            http.send(request, BodyHandlers.ofByteArray()).statusCode());
                    done++;
                }
                return done;
            });
        }
        long done = 0;
        try (var clients = Executors.newFixedThreadPool(8)) {
            for (var count : clients.invokeAll(work)) {
                done += count.get();
            }
        }
        return done * 1e9 / (System.nanoTime() - start);
    }
}
