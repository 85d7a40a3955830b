package vn.motcua.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Brings up one part after the other; each that is replaced from outside is left out. */
final class Parts {
    private static final int POSTGRES_PORT = 54_320;
    private static final int KEYCLOAK_PORT = 8180;
    private static final int FCM_PORT = 8190;

    private final StartOptions options;
    private final Supervisor supervisor;
    private final Progress progress;
    private final LocalSecrets secrets = LocalSecrets.in(Home.data());
    private final Path logs = Home.data().resolve("logs");
    private final Map<String, String> environment = new HashMap<>();

    Parts(StartOptions options, Supervisor supervisor, Progress progress) {
        this.options = options;
        this.supervisor = supervisor;
        this.progress = progress;
    }

    /** Everything, in order; the answer is the text that welcomes the person at the keyboard. */
    String start() {
        Orphans.stop(logs.resolve("service.log"));
        Orphans.stop(logs.resolve("keycloak.log"));
        // First of all: a port asked for that is taken should not cost a minute to learn.
        int port = options.port();
        tellIfMoved("service", 8080, port, options.variable("MOTCUA_PORT").isPresent());
        var keycloak = keycloak();
        var folder = database();
        var fcm = fcm();
        if (keycloak != null) {
            progress.during("3/5 Keycloak " + keycloak.url(), () -> {
                keycloak.awaitReady();
                return keycloak;
            });
        }
        var service = service(port);
        var users = DemoUsers.all();
        var run = new RunFile(
                ProcessHandle.current().pid(),
                service.url(),
                keycloak == null ? null : keycloak.url(),
                options.ownIdentity());
        run.write();
        var mark = demo(service, run, folder);
        return new Welcome(service.url(), keycloak, fcm, options, users, secrets, mark).text();
    }

    private LocalKeycloak keycloak() {
        if (!options.identity()) {
            var mint = RunFile.mint(secrets);
            environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", "");
            environment.put("MOTCUA_OIDC_URL", "");
            environment.put("QUARKUS_OIDC_PUBLIC_KEY", mint.publicKey());
            progress.say("3/5 identity: none; tokens are signed with a local key (./motcua token USER)");
            return null;
        }
        if (!options.ownIdentity()) {
            progress.say("3/5 identity: " + options.variable("MOTCUA_OIDC_URL").orElseThrow());
            return null;
        }
        int port = Ports.from(KEYCLOAK_PORT);
        tellIfMoved("Keycloak", KEYCLOAK_PORT, port, false);
        // Started first and awaited last: it takes longest.
        var keycloak =
                LocalKeycloak.launch(Home.data().resolve("keycloak"), port, logs.resolve("keycloak.log"), progress);
        supervisor.add(keycloak.process());
        environment.put("MOTCUA_OIDC_URL", keycloak.issuer());
        return keycloak;
    }

    /** The folder beside whose data the demo is remembered. */
    private Path database() {
        if (!options.ownDatabase()) {
            var url = options.variable("MOTCUA_DATABASE_URL").orElseThrow();
            progress.say("1/5 PostgreSQL: the one of MOTCUA_DATABASE_URL");
            return Home.data().resolve("external-" + Integer.toHexString(url.hashCode()));
        }
        var folder = Home.data().resolve("postgres");
        var password = secrets.longSecret(LocalSecrets.DATABASE);
        int port = Ports.from(POSTGRES_PORT);
        var postgres = progress.during(
                "1/5 PostgreSQL on port " + port,
                () -> LocalPostgres.supervised(folder, port, password, logs.resolve("postgres.log")));
        supervisor.addLast(postgres.process());
        environment.put("MOTCUA_DATABASE_URL", postgres.url());
        environment.put("MOTCUA_DATABASE_USER", LocalPostgres.APP);
        environment.put("MOTCUA_DATABASE_PASSWORD", password);
        environment.put("MOTCUA_DATABASE_OWNER", LocalPostgres.OWNER);
        environment.put("MOTCUA_DATABASE_OWNER_PASSWORD", password);
        return folder;
    }

    private String fcm() {
        var given = options.variable("MOTCUA_FCM_ENDPOINT");
        if (given.isPresent()) {
            progress.say("2/5 FCM: " + given.get());
            return given.get();
        }
        int port = Ports.from(FCM_PORT);
        tellIfMoved("FCM", FCM_PORT, port, false);
        var fcm = FcmServer.start(port);
        progress.say("2/5 FCM server " + fcm.url());
        environment.put("MOTCUA_FCM_ENDPOINT", fcm.url());
        return fcm.url();
    }

    private LocalService service(int port) {
        environment.put("MOTCUA_PORT", Integer.toString(port));
        if (options.variable("MOTCUA_SATISFACTION_REST_DAYS").isEmpty()) {
            // Whoever tries it wants to see the score now, not when nobody can change the answers any more.
            environment.put("MOTCUA_SATISFACTION_REST_DAYS", "0");
        }
        if (options.variable("MOTCUA_SECRET").isEmpty()) {
            environment.put("MOTCUA_SECRET", secrets.longSecret(LocalSecrets.SERVICE));
        }
        if (options.variable("MOTCUA_CATALOGUE_SIGNING_KEY").isEmpty()) {
            environment.put(
                    "MOTCUA_CATALOGUE_SIGNING_KEY",
                    secrets.get(LocalSecrets.CATALOGUE_KEY, CatalogueKey::newPrivateKey));
        }
        if (options.variable("MOTCUA_SATISFACTION_LEDGER_SIGNING_KEY").isEmpty()) {
            environment.put(
                    "MOTCUA_SATISFACTION_LEDGER_SIGNING_KEY",
                    secrets.get(LocalSecrets.LEDGER_KEY, CatalogueKey::newPrivateKey));
        }
        var service = LocalService.launch(
                options.variable("MOTCUA_EXECUTABLE"), port, environment, logs.resolve("service.log"));
        supervisor.add(service.process());
        return progress.during("4/5 service " + service.url(), () -> {
            service.awaitReady();
            return service;
        });
    }

    private DemoMark demo(LocalService service, RunFile run, Path folder) {
        var files = Home.checkout().resolve("demo");
        var mark = DemoMark.in(folder);
        if (mark.done() || !options.demo() || !options.ownIdentity() || !Files.exists(files)) {
            progress.say("5/5 demo: " + (mark.done() ? "loaded on " + mark.today() : "left out"));
            return mark;
        }
        var started = mark.write(false);
        return progress.during("5/5 demo", () -> {
            var demo = Demo.of(files.resolve("dossiers.json"), started.today());
            new DemoLoader(new ServiceClient(service.url()), run.identity(), files, progress).load(demo);
            return started.write(true);
        });
    }

    private void tellIfMoved(String part, int usual, int port, boolean asked) {
        if (port != usual && !asked) {
            progress.say("  port " + usual + " is taken: " + part + " goes to " + port);
        }
    }
}
