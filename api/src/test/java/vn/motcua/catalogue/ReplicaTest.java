package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.local.LocalPostgres;
import vn.motcua.openapi.LocalParts;
import vn.motcua.search.PublishedWords;

/** Replicas of one database: each follows every release in time, and none stops answering meanwhile. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ReplicaTest {
    private static final Duration SERVED = Duration.ofSeconds(2);
    private static final Duration STARTED = Duration.ofSeconds(60);

    /** A second replica in this process: a snapshot, a poll and a LISTEN connection of its own. */
    private final class Replica implements AutoCloseable {
        private final CatalogueReplica replica;

        Replica(DatabaseConfig listensTo) throws InterruptedException {
            replica = new CatalogueReplica(store, new ReleaseListener(vertx, listensTo), config, words, popularity);
            replica.start(new StartupEvent());
            await(() -> replica.ready().isPresent(), STARTED);
        }

        boolean serves(long release) {
            return replica.ready().orElseThrow().releaseId() >= release;
        }

        @Override
        public void close() {
            replica.stop(new ShutdownEvent());
        }
    }

    @Inject
    CatalogueReplica served;

    @Inject
    CatalogueStore store;

    @Inject
    Vertx vertx;

    @Inject
    DatabaseConfig database;

    @Inject
    CatalogueConfig config;

    @Inject
    PublishedWords words;

    @Inject
    Popularity popularity;

    @Test
    void everyReplicaServesAReleaseInTime() throws Exception {
        try (var other = new Replica(database)) {
            publishedInTime(other, "Đăng ký thử một");
        }
    }

    @Test
    void everyReplicaServesAReleaseInTimeAlsoWhenListenWasJustCut() throws Exception {
        try (var other = new Replica(database)) {
            awaitListening(2);
            assertTrue(cutListening() >= 2, "both replicas listened");
            publishedInTime(other, "Đăng ký thử hai");
            // Both listen again, so the next release comes as fast as the one before.
            awaitListening(2);
            publishedInTime(other, "Đăng ký thử ba");
        }
    }

    @Test
    void aReplicaThatCannotListenServesAReleaseInTime() throws Exception {
        try (var deaf = new Replica(elsewhere())) {
            publishedInTime(deaf, "Đăng ký thử bốn");
        }
    }

    @Test
    void answersGoOnWhileAReleaseIsPublished() throws Exception {
        var file = IntStream.range(100_000, 101_500)
                .mapToObj(i -> CatalogueFixture.line("9." + i, "Đăng ký kiểm thử số " + i, ""))
                .collect(Collectors.joining());
        var published = CompletableFuture.supplyAsync(() -> release(file));
        var millis = new ArrayList<Long>();
        long until = Long.MAX_VALUE;
        // The swap comes at the end; some answers more show the new release.
        while (System.nanoTime() < until) {
            long before = System.nanoTime();
            assertEquals(200, given().get("/v1/procedures?q=dang+ky+kiem+thu").statusCode());
            millis.add(Duration.ofNanos(System.nanoTime() - before).toMillis());
            if (published.isDone() && until == Long.MAX_VALUE) {
                until = System.nanoTime() + Duration.ofMillis(300).toNanos();
            }
        }
        Collections.sort(millis);
        System.out.printf(
                "while 1,500 procedures were published: %d answers, p50 %d ms, slowest %d ms%n",
                millis.size(), millis.get(millis.size() / 2), millis.getLast());
        CatalogueFixture.undo(published.join());
        assertTrue(millis.size() > 10, millis.size() + " answers");
        // A rebuild takes longer than this even on a fast machine; an answer never waits for one.
        assertTrue(millis.get(millis.size() * 9 / 10) < 500, "p90 " + millis.get(millis.size() * 9 / 10) + " ms");
    }

    private void publishedInTime(Replica other, String title) throws Exception {
        long before = latest();
        var published = CompletableFuture.supplyAsync(() -> release(CatalogueFixture.line("9.000077", title, "")));
        await(() -> latest() > before, STARTED);
        long committed = System.nanoTime();
        long release = latest();
        await(() -> served.now().releaseId() >= release && other.serves(release), STARTED);
        var taken = Duration.ofNanos(System.nanoTime() - committed);
        System.out.printf("%s: both replicas serve it after %d ms%n", title, taken.toMillis());
        CatalogueFixture.undo(published.join());
        await(() -> !other.serves(release), STARTED);
        assertTrue(taken.compareTo(SERVED) <= 0, taken.toString());
    }

    private static long release(String file) {
        Number release =
                CatalogueFixture.publish(file).statusCode(201).extract().path("releaseId");
        return release.longValue();
    }

    private static long latest() {
        return number("select coalesce(max(id), 0) from catalogue.release");
    }

    private static long cutListening() {
        return number("""
                select count(pg_terminate_backend(pid))
                  from pg_stat_activity
                 where datname = current_database() and query ilike 'listen %'
                """);
    }

    private static void awaitListening(int connections) throws InterruptedException {
        await(() -> number("""
                        select count(*)
                          from pg_stat_activity
                         where datname = current_database() and query ilike 'listen %'
                        """) >= connections, STARTED);
    }

    /** As the service's own role, which may see and end its own connections. */
    private static long number(String query) {
        var postgres = LocalParts.postgres();
        try (var service =
                        DriverManager.getConnection("jdbc:" + postgres.url(), LocalPostgres.APP, postgres.password());
                var sql = service.createStatement();
                var row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(Condition condition, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.sleep(5);
        }
    }

    private interface Condition {
        boolean holds();
    }

    /** A database that nobody can reach. */
    private DatabaseConfig elsewhere() {
        return new DatabaseConfig() {
            @Override
            public String url() {
                return "postgresql://127.0.0.1:1/nowhere";
            }

            @Override
            public String user() {
                return database.user();
            }

            @Override
            public String password() {
                return database.password();
            }

            @Override
            public Optional<String> owner() {
                return Optional.empty();
            }

            @Override
            public Optional<String> ownerPassword() {
                return Optional.empty();
            }
        };
    }
}
