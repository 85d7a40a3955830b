package vn.motcua.organisation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Starts and stops with the program what goes on by itself: ordering the feed, delivering it, deleting what is old. */
@Singleton
class OrganisationService {
    private static final Logger LOG = Logger.getLogger(OrganisationService.class);
    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(30);

    private final OrganisationConfig config;
    private final FeedSequencer sequencer;
    private final FeedStore feed;
    private final FeedBell bell;
    private final WatchLimits limits;
    private final Pool pool;
    private final WebhookDispatcher dispatcher;
    private final Thread orderer =
            Thread.ofPlatform().name("feed-sequencer").daemon().unstarted(this::order);
    private volatile boolean stopping;
    private long purgeAt = System.nanoTime();

    OrganisationService(
            OrganisationConfig config,
            FeedSequencer sequencer,
            FeedStore feed,
            FeedBell bell,
            WatchLimits limits,
            Pool pool,
            DeliveryStore deliveries,
            WebhookDelivery delivery) {
        this.config = config;
        this.sequencer = sequencer;
        this.feed = feed;
        this.bell = bell;
        this.limits = limits;
        this.pool = pool;
        this.dispatcher = new WebhookDispatcher(deliveries, delivery, config.webhook());
    }

    void start(@Observes StartupEvent event) {
        OrganisationConfig.check(config);
        bell.listen(dispatcher::ring);
        if (config.role() != OrganisationConfig.Role.API) {
            orderer.start();
            dispatcher.start();
        }
    }

    private void order() {
        while (!stopping) {
            try {
                if (!sequencer.step().await().atMost(DATABASE_LIMIT)) {
                    purge();
                    Thread.sleep(config.feed().poll());
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("the feed cannot be put in order, trying again in a second: %s", e.toString());
                if (!rest()) {
                    return;
                }
            }
        }
    }

    private void purge() {
        if (System.nanoTime() - purgeAt < 0) {
            return;
        }
        purgeAt = System.nanoTime() + config.feed().purgeEvery().toNanos();
        pool.withTransaction(limits::forgetFormerDays).await().atMost(DATABASE_LIMIT);
        while (feed.purge(config.feed().kept()).await().atMost(DATABASE_LIMIT)) {
            LOG.debug("entries of the feed were deleted for their age");
        }
    }

    private static boolean rest() {
        try {
            Thread.sleep(1_000);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        orderer.interrupt();
        dispatcher.close();
        bell.close();
    }
}
