package vn.motcua.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

/** Many writers, some of them slow, some killed in the middle, and readers who go on from cursor to cursor meanwhile. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FeedConcurrencyTest {
    private static final int DOSSIERS = 12;
    private static final int WRITERS = 6;
    private static final int CHANGES = 30;
    private static final int READERS = 3;
    private static final OffsetDateTime BEGIN = OffsetDateTime.parse("2026-01-01T00:00:00+07:00");

    private final Firm firm = new Firm();
    private final List<String> dossiers = new ArrayList<>();
    private final AtomicInteger committed = new AtomicInteger();
    private final long seed = new Random().nextLong();

    @Test
    void everyReaderMeetsEveryChangeOnceAndThoseOfADossierInOrder() throws Exception {
        run(false);
    }

    @Test
    void whoIsKilledInTheMiddleTakesNothingAwayAndAddsNothing() throws Exception {
        run(true);
    }

    /** Each change counts the due date of its dossier up by a second: the feed must count without a gap. */
    private void run(boolean kill) throws Exception {
        for (int i = 0; i < DOSSIERS; i++) {
            var code = Firm.freshDossier();
            dossiers.add(code);
            firm.report(code, "RECEIVED", Firm.daysAgo(1), ",\"dueAt\":\"" + BEGIN + "\"");
        }
        firm.read(null, DOSSIERS);
        var start = firm.now();
        var writing = new AtomicBoolean(true);
        try (var pool = Executors.newCachedThreadPool()) {
            var writers = new ArrayList<Callable<Void>>();
            for (int i = 0; i < WRITERS; i++) {
                var random = new Random(seed + i);
                writers.add(() -> write(random));
            }
            var readers = new ArrayList<Future<Map<String, List<Long>>>>();
            for (int i = 0; i < READERS; i++) {
                var random = new Random(seed - i);
                readers.add(pool.submit(() -> follow(start, random, writing)));
            }
            var killer = kill ? pool.submit(() -> killNowAndThen(writing)) : null;
            for (var done : pool.invokeAll(writers)) {
                done.get();
            }
            if (killer != null) {
                Receiver.pause(500);
            }
            writing.set(false);
            for (var reader : readers) {
                assertCounted(reader.get());
            }
            assertTrue(killer == null || killer.get() > 0, "nobody was killed");
        }
    }

    private void assertCounted(Map<String, List<Long>> seen) throws SQLException {
        int all = 0;
        for (var code : dossiers) {
            var counts = seen.getOrDefault(code, List.of());
            all += counts.size();
            for (int i = 0; i < counts.size(); i++) {
                assertEquals(i + 1L, counts.get(i), "seed " + seed + ", " + code + ": " + counts);
            }
            assertEquals(count(code), counts.size(), "seed " + seed + ", " + code);
        }
        assertTrue(all >= committed.get(), "seed " + seed);
    }

    private Void write(Random random) throws SQLException {
        for (int i = 0; i < CHANGES; i++) {
            // A connection that was killed is followed by another one, as a program that was killed is.
            try (var connection = connect()) {
                connection.setAutoCommit(false);
                change(connection, random);
                pause(random);
                if (random.nextInt(10) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    committed.incrementAndGet();
                }
            } catch (SQLException killed) {
                assertTrue(
                        killed.getSQLState().startsWith("57P")
                                || killed.getSQLState().startsWith("08"),
                        killed.toString());
            }
        }
        return null;
    }

    /** Two dossiers in one transaction, locked in order of code as the service does. */
    private void change(Connection connection, Random random) throws SQLException {
        var codes = new ArrayList<>(List.of(
                dossiers.get(random.nextInt(DOSSIERS / 2)), dossiers.get(DOSSIERS / 2 + random.nextInt(DOSSIERS / 2))));
        codes.sort(null);
        for (var code : codes) {
            try (var sql = connection.prepareStatement(
                    "update dossier.dossier set due_at = due_at + interval '1 second' where code = ?")) {
                sql.setString(1, code);
                assertEquals(1, sql.executeUpdate());
            }
            pause(random);
        }
    }

    /** Mostly quick; one in thirty takes its time while the others go on. */
    private static void pause(Random random) {
        Receiver.pause(random.nextInt(30) == 0 ? 150 : random.nextInt(4));
    }

    private Map<String, List<Long>> follow(String start, Random random, AtomicBoolean writing) {
        var seen = new HashMap<String, List<Long>>();
        var cursor = start;
        int empty = 0;
        while (writing.get() || empty < 40) {
            JsonPath page = firm.unchecked()
                    .queryParam("after", cursor)
                    .queryParam("limit", 1 + random.nextInt(7))
                    .get(firm.at("/feed"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (Map<String, String> dossier : page.<Map<String, String>>getList("items.dossier")) {
                long count = java.time.Duration.between(BEGIN, OffsetDateTime.parse(dossier.get("dueAt")))
                        .toSeconds();
                seen.computeIfAbsent(dossier.get("code"), code -> new ArrayList<>())
                        .add(count);
            }
            empty = page.getList("items").isEmpty() ? empty + 1 : 0;
            cursor = page.getString("nextCursor");
            if (empty > 0) {
                Receiver.pause(100);
            }
        }
        return seen;
    }

    /** Kills who puts the feed in order, and who writes, in the middle of their transactions. */
    private static int killNowAndThen(AtomicBoolean writing) throws SQLException {
        int killed = 0;
        try (var connection = connect();
                var sql = connection.createStatement()) {
            while (writing.get() && killed < 12) {
                try (var rows = sql.executeQuery("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where usename = current_user and pid <> pg_backend_pid()
                          and (state like '%in transaction%' or (state = 'active' and query like '%dossier.change%'))
                        limit 1
                        """)) {
                    killed += rows.next() ? 1 : 0;
                }
                Receiver.pause(60);
            }
        }
        return killed;
    }

    private static long count(String code) throws SQLException {
        try (var connection = LocalParts.postgres().connectAsOwner();
                var sql = connection.prepareStatement("select due_at from dossier.dossier where code = ?")) {
            sql.setString(1, code);
            try (var rows = sql.executeQuery()) {
                rows.next();
                return java.time.Duration.between(BEGIN, rows.getObject(1, OffsetDateTime.class))
                        .toSeconds();
            }
        }
    }

    private static Connection connect() throws SQLException {
        var postgres = LocalParts.postgres();
        return DriverManager.getConnection("jdbc:" + postgres.url(), "motcua_app", postgres.password());
    }
}
