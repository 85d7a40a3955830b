package vn.motcua.calendar;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.pubsub.PgSubscriber;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.context.Dependent;
import org.jboss.logging.Logger;

/** Hears of new revisions through LISTEN, on a connection of its own that is made again when it is cut. */
@Dependent
class CalendarListener {
    static final String CHANNEL = "calendar_revision";
    private static final Logger LOG = Logger.getLogger(CalendarListener.class);
    private static final long RECONNECT_MILLIS = 1_000;

    private final Vertx vertx;
    private final CalendarDatabase database;
    private PgSubscriber subscriber;

    CalendarListener(Vertx vertx, CalendarDatabase database) {
        this.vertx = vertx;
        this.database = database;
    }

    void listen(Runnable onNews) {
        var options = PgConnectOptions.fromUri(database.url())
                .setUser(database.user())
                .setPassword(database.password());
        subscriber = PgSubscriber.subscriber(vertx, options);
        subscriber.reconnectPolicy(retries -> RECONNECT_MILLIS);
        subscriber.channel(CHANNEL).handler(payload -> onNews.run());
        subscriber
                .connect()
                .subscribe()
                .with(
                        connected -> {},
                        failure -> LOG.warnf(
                                "no LISTEN connection, a new calendar is found by polling: %s", failure.getMessage()));
    }

    void close() {
        if (subscriber != null) {
            subscriber.close().subscribe().with(closed -> {}, failure -> LOG.debug("closed already", failure));
        }
    }
}
