package vn.motcua.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.local.FcmServer;
import vn.motcua.local.Folders;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * Pushes per second and per CPU second to one local FCM server over TLS and HTTP/2, in turns: the service, which claims them
 * from its outbox and completes them there, and the Admin SDK for Node, which only sends.
 */
final class PushSpeed {
    private static final String PASSWORD = "bench-only";

    private record Turn(double perSecond, double perCpuSecond) {}

    private final int messages;
    private final int rounds;

    private PushSpeed(int messages, int rounds) {
        this.messages = messages;
        this.rounds = rounds;
    }

    static void run(String... args) throws Exception {
        var given = Options.numbers(args);
        new PushSpeed(given.getOrDefault("messages", 20_000), given.getOrDefault("rounds", 3)).run();
    }

    private void run() throws Exception {
        var folder = Folders.temporary("motcua-push-speed");
        var postgres = LocalPostgres.durable(folder, LocalPostgres.freePort(), PASSWORD);
        try (var fcm = FcmServer.startSecure(LocalPostgres.freePort(), folder)) {
            var certificate = folder.resolve("fcm.pem").toString();
            try (var service = new Servers(postgres, new TokenMint())
                    .program(
                            "service",
                            Map.of(
                                    "MOTCUA_ROLE",
                                    "dispatcher",
                                    "MOTCUA_FCM_ENDPOINT",
                                    fcm.url(),
                                    "MOTCUA_FCM_TRUSTED_CERTIFICATE",
                                    certificate))) {
                Servers.awaitReady(service);
                PushNews.registerPhones(postgres);
                var news = new PushQueue(postgres);
                ours(service, fcm, news);
                var own = new ArrayList<Turn>();
                var node = new ArrayList<Turn>();
                for (int round = 0; round < rounds; round++) {
                    own.add(ours(service, fcm, news));
                    node.add(node(fcm, certificate));
                }
                report(own, node);
            }
        } finally {
            postgres.close();
        }
    }

    /** From the first claim on; the rows were there before. */
    private Turn ours(Server service, FcmServer fcm, PushQueue queue) throws SQLException, InterruptedException {
        queue.fill(messages);
        long before = fcm.delivered();
        double cpu = service.cpuSeconds();
        long began = System.nanoTime();
        queue.release();
        while (fcm.delivered() < before + messages || !queue.isEmpty()) {
            Thread.sleep(10);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Turn(messages / seconds, messages / (service.cpuSeconds() - cpu));
    }

    private Turn node(FcmServer fcm, String certificate) throws Exception {
        var measured = PushPeer.run(
                "firebase.mjs",
                Map.of(
                        "FCM", fcm.url(),
                        "FCM_CERTIFICATE", certificate,
                        "MESSAGES", Integer.toString(messages),
                        "WARM_UP", Integer.toString(messages / 4)));
        return new Turn(
                messages / measured.path("seconds").asDouble(),
                messages / measured.path("cpuSeconds").asDouble());
    }

    private void report(List<Turn> own, List<Turn> node) {
        System.out.println("## Pushes beside firebase-admin for Node, " + LocalDate.now()
                + "\n\n`./motcua bench push-speed --messages=" + messages + " --rounds=" + rounds + "` on "
                + Report.machine() + "\n");
        System.out.println("| sender | pushes/s | pushes per CPU second |\n| --- | --- | --- |");
        line("Một Cửa, from the outbox to completed", own);
        line("firebase-admin for Node, sendEach, sending only", node);
        System.out.printf(
                "%nPer CPU second Một Cửa does **%.2f ×** what Node does, per second %.2f × (medians of %d rounds).%n",
                Report.median(own, Turn::perCpuSecond) / Report.median(node, Turn::perCpuSecond),
                Report.median(own, Turn::perSecond) / Report.median(node, Turn::perSecond),
                rounds);
    }

    private static void line(String who, List<Turn> turns) {
        System.out.printf(
                "| %s | %,.0f | %,.0f |%n",
                who, Report.median(turns, Turn::perSecond), Report.median(turns, Turn::perCpuSecond));
    }
}
