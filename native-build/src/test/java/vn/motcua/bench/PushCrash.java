package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import vn.motcua.local.FcmServer;
import vn.motcua.local.Folders;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * Two dispatchers deliver news that keeps coming while one of them is killed, then both at once, then PostgreSQL, while the
 * database's clock jumps an hour ahead and back, and FCM goes down. Every message that was committed must arrive; what
 * arrives twice is counted.
 *
 * <p>The clock is moved by moving every time that delivery has stored the other way: to the database that is the same.
 */
final class PushCrash {
    private static final String PASSWORD = "bench-only";
    private static final Duration LIMIT = Duration.ofMinutes(40);
    /** What one dispatcher holds at most: {@code motcua.notification.batch}. */
    private static final int BATCH = 200;
    /** One, then two with each of the other moments. */
    private static final int BATCHES_IN_THE_AIR = 9;

    private static final List<String> STORED_TIMES =
            List.of("update notification.dispatcher set alive_until = alive_until %s", """
            update notification.quota
            set refilled_at = refilled_at %1$s, slowed_at = slowed_at %1$s, paused_until = paused_until %1$s
            """, """
            update notification.outbox
            set created_at = created_at %1$s, counts_from = counts_from %1$s, next_attempt_at = next_attempt_at %1$s,
                claimed_at = claimed_at %1$s
            """);

    private final int messages;
    private final Duration fcmDown;
    private final Path folder;
    private final int port = LocalPostgres.freePort();
    private final Map<String, Integer> arrived = new ConcurrentHashMap<>();
    private final Map<String, Long> stages = new java.util.LinkedHashMap<>();
    private LocalPostgres postgres;

    private PushCrash(int messages, Duration fcmDown, Path folder) {
        this.messages = messages;
        this.fcmDown = fcmDown;
        this.folder = folder;
    }

    static void run(String... args) throws Exception {
        var given = new HashMap<String, Integer>();
        Arrays.stream(args)
                .filter(arg -> arg.matches("--[a-z-]+=\\d+"))
                .map(arg -> arg.substring(2).split("=", 2))
                .forEach(pair -> given.put(pair[0], Integer.parseInt(pair[1])));
        int messages = given.getOrDefault("messages", 100_000);
        var down = Duration.ofSeconds(given.getOrDefault("fcm-down", 600));
        new PushCrash(messages, down, Folders.temporary("motcua-push-crash")).run();
    }

    private void run() throws Exception {
        long began = System.nanoTime();
        postgres = LocalPostgres.durable(folder, port, PASSWORD);
        try (var fcm = FcmServer.start(LocalPostgres.freePort())) {
            fcm.delay(Duration.ofMillis(20));
            fcm.onDelivery(received -> arrived.merge(
                    received.message().getJsonObject("data").getString("notificationId"), 1, Integer::sum));
            var one = dispatcher(fcm);
            var two = dispatcher(fcm);
            Servers.awaitReady(one);
            Servers.awaitReady(two);
            PushNews.registerPhones(postgres);
            var news = new PushNews(postgres, messages);
            Thread.ofPlatform().daemon().start(news);

            await(() -> arrived.size() > messages * 0.15);
            note("one dispatcher killed");
            one.kill9();
            Thread.sleep(3_000);
            one = dispatcher(fcm);
            await(() -> arrived.size() > messages * 0.35);
            note("both killed at once");
            one.kill9();
            two.kill9();
            one = dispatcher(fcm);
            two = dispatcher(fcm);
            await(() -> arrived.size() > messages * 0.55);
            note("PostgreSQL killed");
            killPostgres();
            Thread.sleep(2_000);
            postgres = LocalPostgres.durable(folder, port, PASSWORD);
            await(() -> arrived.size() > messages * 0.65);
            note("clock an hour ahead");
            moveClock("- interval '1 hour'");
            await(() -> arrived.size() > messages * 0.75);
            note("clock an hour back");
            moveClock("+ interval '1 hour'");
            await(() -> arrived.size() > messages * 0.85);
            note("FCM down");
            fcm.down(true);
            Thread.sleep(fcmDown);
            fcm.down(false);
            await(() -> news.committed() == messages && isEmpty());
            one.close();
            two.close();
            report(began);
        } finally {
            postgres.close();
        }
    }

    private Server dispatcher(FcmServer fcm) {
        return new Servers(postgres, new TokenMint())
                .program("dispatcher", Map.of("MOTCUA_ROLE", "dispatcher", "MOTCUA_FCM_ENDPOINT", fcm.url()));
    }

    private void moveClock(String by) throws SQLException {
        try (var connection = postgres.connectAsOwner();
                var update = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var times : STORED_TIMES) {
                update.execute(times.formatted(by));
            }
            connection.commit();
        }
    }

    /** The postmaster first; its children end when they notice. */
    private void killPostgres() throws IOException {
        var pid = Files.readAllLines(folder.resolve("data/postmaster.pid"))
                .getFirst()
                .strip();
        var postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        var children = postmaster.children().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
    }

    private void note(String what) {
        int twice = duplicates();
        stages.put(what, (long) twice);
        System.err.println(what + " after " + arrived.size() + " messages; twice so far: " + twice);
    }

    private int duplicates() {
        return arrived.values().stream().mapToInt(times -> times - 1).sum();
    }

    private boolean isEmpty() {
        try (var connection = postgres.connectAsOwner();
                var rows = connection.createStatement().executeQuery("select from notification.outbox limit 1")) {
            return !rows.next();
        } catch (SQLException away) {
            return false;
        }
    }

    private static void await(BooleanSupplier wanted) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("did not happen in " + LIMIT);
            }
            Thread.sleep(50);
        }
    }

    private void report(long began) throws SQLException {
        long lost = messages - arrived.size();
        int twice = duplicates();
        System.out.println(
                "## Pushes through crashes, " + LocalDate.now() + "\n\n`./motcua bench push-crash --messages="
                        + messages + " --fcm-down=" + fcmDown.toSeconds() + "` on " + Report.machine() + ", "
                        + (System.nanoTime() - began) / 1_000_000_000 + " s in all\n");
        System.out.println("| | messages | twice before |\n| --- | --- | --- |");
        stages.forEach((stage, before) -> System.out.println("| " + stage + " | | " + before + " |"));
        System.out.println("| committed | " + messages + " | |\n| arrived | " + arrived.size() + " | |\n| **lost** | **"
                + lost + "** | |\n| **arrived twice** | **" + twice + "** | |\n");
        System.out.println(
                "What two dispatchers could hold when one was killed, both were, PostgreSQL was, and the clock"
                        + " moved twice: at most " + BATCHES_IN_THE_AIR * BATCH + " pushes.");
        if (lost != 0 || twice > BATCHES_IN_THE_AIR * BATCH) {
            throw new IllegalStateException("lost " + lost + ", twice " + twice);
        }
    }
}
