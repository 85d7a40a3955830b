package vn.motcua.notification;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Rings when a transaction that wrote to the outbox has committed, on a connection of its own. */
@ApplicationScoped
class OutboxBell {
    private static final Logger LOG = Logger.getLogger(OutboxBell.class);
    private static final String CHANNEL = "notification_outbox";
    private static final long RECONNECT_MILLIS = 1_000;

    private final Vertx vertx;
    private final PgConnectOptions database;
    private volatile PgSubscriber subscriber;

    OutboxBell(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.vertx = vertx;
        this.database = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
    }

    void listen(Runnable ring) {
        var listening = PgSubscriber.subscriber(vertx, database).reconnectPolicy(retries -> RECONNECT_MILLIS);
        listening.channel(CHANNEL).handler(payload -> ring.run());
        listening
                .connect()
                .onFailure(e -> LOG.warn("no LISTEN connection; the outbox is looked at by the clock only", e));
        subscriber = listening;
    }

    void close() {
        if (subscriber != null) {
            subscriber.close();
        }
    }
}
