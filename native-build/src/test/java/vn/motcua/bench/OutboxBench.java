package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.motcua.local.Folders;
import vn.motcua.local.Home;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * Claim and complete on one PostgreSQL, without the work between: the statements of our outbox, read from its source, beside
 * pg-boss and graphile-worker. All take batches of 200 on four connections. Ours also find device, wish and template, keep
 * order and fairness, and write down what became of each push.
 */
final class OutboxBench {
    private static final String PASSWORD = "bench-only";
    private static final int BATCH = 200;
    private static final int CONNECTIONS = 4;
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final int jobs;
    private final int rounds;

    private OutboxBench(int jobs, int rounds) {
        this.jobs = jobs;
        this.rounds = rounds;
    }

    static void run(String... args) throws Exception {
        var given = Options.numbers(args);
        new OutboxBench(given.getOrDefault("jobs", 40_000), given.getOrDefault("rounds", 3)).run();
    }

    private void run() throws Exception {
        var folder = Folders.temporary("motcua-outbox");
        var postgres = LocalPostgres.durable(folder, LocalPostgres.freePort(), PASSWORD);
        try {
            // Makes the tables and ends: nobody else takes from them.
            try (var service =
                    new Servers(postgres, new TokenMint()).program("service", Map.of("MOTCUA_ROLE", "api"))) {
                Servers.awaitReady(service);
            }
            PushNews.registerPhones(postgres);
            var address = postgres.url().replace("://", "://" + LocalPostgres.OWNER + ":" + PASSWORD + "@");
            var own = new ArrayList<Double>();
            var boss = new ArrayList<Double>();
            var graphile = new ArrayList<Double>();
            var replicas = IntStream.range(0, CONNECTIONS)
                    .mapToObj(shard -> Replica.open(postgres, shard))
                    .toList();
            ours(postgres, replicas);
            for (int round = 0; round < rounds; round++) {
                own.add(ours(postgres, replicas));
                boss.add(peer("pgboss.mjs", address));
                graphile.add(peer("graphile.mjs", address));
            }
            report(own, boss, graphile);
        } finally {
            postgres.close();
        }
    }

    private double peer(String program, String address) throws Exception {
        var measured = PushPeer.run(
                program,
                Map.of(
                        "DATABASE", address,
                        "JOBS", Integer.toString(jobs),
                        "BATCH", Integer.toString(BATCH),
                        "CONNECTIONS", Integer.toString(CONNECTIONS)));
        return jobs / measured.path("seconds").asDouble();
    }

    private double ours(LocalPostgres postgres, List<Replica> replicas) throws Exception {
        var queue = new PushQueue(postgres);
        queue.fill(jobs);
        queue.release();
        var done = new AtomicInteger();
        var work = replicas.stream()
                .map(replica -> (Callable<Void>) () -> {
                    replica.work(jobs, done);
                    return null;
                })
                .toList();
        long began = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (var end : pool.invokeAll(work)) {
                end.get();
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (done.get() != jobs || !queue.isEmpty()) {
            throw new IllegalStateException(done.get() + " of " + jobs + " were completed");
        }
        return jobs / seconds;
    }

    /** One of several that take from the same outbox: its connection lives as long as the service's do. */
    private record Replica(Connection connection, int shard, UUID dispatcher) {
        static Replica open(LocalPostgres postgres, int shard) {
            try {
                var replica = new Replica(postgres.connectAsOwner(), shard, UUID.randomUUID());
                replica.prepare(statement("ClaimStore", "CLAIM"), statement("CompletionStore", "COMPLETE"));
                return replica;
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("the outbox cannot be prepared: has it changed?", e);
            }
        }

        private void prepare(String claim, String complete) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("insert into notification.dispatcher (id, alive_until) values ('" + dispatcher
                        + "', now() + interval '" + LEASE.toSeconds() + " seconds')");
                statement.execute(
                        "prepare claim (uuid, uuid, int, text, int, int, int, text[], int[], bigint) as " + claim);
                statement.execute(
                        "prepare complete (bigint[], uuid[], text[], text[], int[], bigint[], text[], text[], int) as "
                                + complete);
            }
        }

        void work(int jobs, AtomicInteger done) throws SQLException {
            try (var statement = connection.createStatement()) {
                while (done.get() < jobs) {
                    var claimId = UUID.randomUUID();
                    var ids = new ArrayList<String>();
                    var sql = "execute claim ('%s', '%s', 1, '', 64, %d, %d, '{}', '{}', 604800)"
                            .formatted(dispatcher, claimId, BATCH, BATCH);
                    try (var rows = statement.executeQuery(sql)) {
                        while (rows.next()) {
                            if (rows.getString("id") != null) {
                                ids.add(rows.getString("id"));
                            }
                        }
                    }
                    if (!ids.isEmpty()) {
                        statement.execute(completed(ids, claimId, shard));
                        done.addAndGet(ids.size());
                    }
                }
            }
        }
    }

    private static String completed(List<String> ids, UUID claimId, int shard) {
        return "execute complete ('{%s}', '{%s}', '{%s}', '{%s}', '{%s}', '{%s}', '{}', '{}', %d)"
                .formatted(
                        String.join(",", ids),
                        same(ids, claimId.toString()),
                        same(ids, "SENT"),
                        same(ids, "null"),
                        same(ids, "1"),
                        same(ids, "0"),
                        shard);
    }

    private static String same(List<String> ids, String value) {
        return ids.stream().map(id -> value).collect(Collectors.joining(","));
    }

    /** The text block of this name, as the service runs it. */
    private static String statement(String store, String name) throws IOException {
        var source = Files.readString(
                Home.checkout().resolve("notification/src/main/java/vn/motcua/notification/" + store + ".java"));
        var block = Pattern.compile("String " + name + " = \"\"\"\\n(.*?)\"\"\"", Pattern.DOTALL)
                .matcher(source);
        if (!block.find()) {
            throw new IllegalStateException("no statement " + name + " in " + store);
        }
        return block.group(1);
    }

    private void report(List<Double> own, List<Double> boss, List<Double> graphile) {
        double ours = Report.median(own, rate -> rate);
        System.out.println("## Claim and complete beside pg-boss and graphile-worker, " + LocalDate.now()
                + "\n\n`./motcua bench outbox --jobs=" + jobs + " --rounds=" + rounds + "` on " + Report.machine()
                + "\n");
        System.out.println("| queue | jobs/s | Một Cửa is … as fast |\n| --- | --- | --- |");
        System.out.printf("| Một Cửa's outbox | %,.0f | |%n", ours);
        line("pg-boss", boss, ours);
        line("graphile-worker, tuned", graphile, ours);
        System.out.println("\nMedians of " + rounds + " rounds.");
    }

    private static void line(String who, List<Double> rates, double ours) {
        double theirs = Report.median(rates, rate -> rate);
        System.out.printf("| %s | %,.0f | %.2f × |%n", who, theirs, ours / theirs);
    }
}
