package vn.motcua.catalogue;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.pubsub.PgSubscriber;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.context.Dependent;
import org.jboss.logging.Logger;
import vn.motcua.search.PublishedWords;

/** Hears of new releases and new search words through LISTEN, on a connection of its own that is made again when it is cut. */
@Dependent
class ReleaseListener {
    static final String CHANNEL = "catalogue_release";
    private static final Logger LOG = Logger.getLogger(ReleaseListener.class);
    private static final long RECONNECT_MILLIS = 100;
    private static final long SLOWEST_MILLIS = 1_000;

    private final Vertx vertx;
    private final DatabaseConfig database;
    private PgSubscriber subscriber;

    ReleaseListener(Vertx vertx, DatabaseConfig database) {
        this.vertx = vertx;
        this.database = database;
    }

    void listen(Runnable onNews) {
        var options = PgConnectOptions.fromUri(database.url())
                .setUser(database.user())
                .setPassword(database.password());
        subscriber = PgSubscriber.subscriber(vertx, options);
        subscriber.reconnectPolicy(retries -> Math.min(SLOWEST_MILLIS, RECONNECT_MILLIS * (retries + 1)));
        hear(CHANNEL, onNews);
        hear(PublishedWords.CHANNEL, onNews);
        subscriber
                .connect()
                .subscribe()
                .with(
                        connected -> {},
                        failure -> LOG.warnf(
                                "no LISTEN connection, releases are found by polling: %s", failure.getMessage()));
    }

    /** What was told while nobody listened is looked up when the connection stands again. */
    private void hear(String channel, Runnable onNews) {
        subscriber.channel(channel).subscribeHandler(onNews).handler(payload -> onNews.run());
    }

    void close() {
        if (subscriber != null) {
            subscriber.close().subscribe().with(closed -> {}, failure -> LOG.debug("closed already", failure));
        }
    }
}
