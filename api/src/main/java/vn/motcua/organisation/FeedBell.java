package vn.motcua.organisation;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Rings when a firm's feed has new entries, on a connection of its own. Who misses a ring looks again by the clock. */
@Singleton
class FeedBell {
    private static final Logger LOG = Logger.getLogger(FeedBell.class);
    private static final long RECONNECT_MILLIS = 1_000;

    private final Vertx vertx;
    private final PgConnectOptions database;
    private final Map<String, Set<CompletableFuture<Void>>> waiting = new ConcurrentHashMap<>();
    private volatile PgSubscriber subscriber;

    FeedBell(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.vertx = vertx;
        this.database = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
    }

    /** @param ring for every entry, whosever it is */
    void listen(Runnable ring) {
        var listening = PgSubscriber.subscriber(vertx, database).reconnectPolicy(retries -> RECONNECT_MILLIS);
        listening.channel(FeedStore.CHANNEL).handler(organisation -> {
            ring.run();
            var told = waiting.remove(organisation);
            if (told != null) {
                told.forEach(one -> one.complete(null));
            }
        });
        listening
                .connect()
                .onFailure(
                        e -> LOG.warn("no LISTEN connection; who waits for the feed waits to the end of the time", e));
        subscriber = listening;
    }

    /** Completes with the next entries of this firm. */
    CompletableFuture<Void> next(String organisation) {
        var ring = new CompletableFuture<Void>();
        waiting.compute(organisation, (key, others) -> {
            var all = others == null ? ConcurrentHashMap.<CompletableFuture<Void>>newKeySet() : others;
            all.add(ring);
            return all;
        });
        return ring;
    }

    void forget(String organisation, CompletableFuture<Void> ring) {
        waiting.computeIfPresent(organisation, (key, others) -> {
            others.remove(ring);
            return others.isEmpty() ? null : others;
        });
    }

    void close() {
        if (subscriber != null) {
            subscriber.close();
        }
    }
}
