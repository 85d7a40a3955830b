package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** Takes one claimed message to its endpoint and writes down what came of it. */
@Singleton
class WebhookDelivery {
    private static final Logger LOG = Logger.getLogger(WebhookDelivery.class);

    private final DeliveryStore store;
    private final WebhookSeal seal;
    private final OrganisationConfig.Webhooks config;
    private final RetryRule rule;
    private final WebhookClient client;
    private final WebhookMetrics metrics;

    WebhookDelivery(
            Vertx vertx,
            DeliveryStore store,
            WebhookSeal seal,
            TargetRule targets,
            OrganisationConfig config,
            WebhookMetrics metrics) {
        this.store = store;
        this.seal = seal;
        this.metrics = metrics;
        this.config = config.webhook();
        this.rule = new RetryRule(this.config.backoff(), this.config.longestBackoff(), this.config.retryFor());
        this.client = new WebhookClient(
                vertx,
                targets,
                InetAddress::getAllByName,
                this.config.timeout(),
                this.config.answerBytes().asLongValue(),
                UnaryOperator.identity());
    }

    Uni<Void> deliver(DeliveryStore.Claimed claimed) {
        return Uni.createFrom()
                .item(() -> seal.message(claimed.url(), claimed.keys(), claimed.entry()))
                .chain(client::send)
                .onFailure()
                .recoverWithItem(broken -> {
                    // Sealed under another MOTCUA_SECRET, for example: it counts, so that it ends like any other
                    // failure.
                    LOG.errorf(broken, "a message for webhook %s cannot be made", claimed.webhook());
                    return Attempt.Failed.of("INTERNAL");
                })
                .map(attempt -> rule.next(
                        attempt,
                        claimed.attempts(),
                        claimed.failures(),
                        claimed.age(),
                        ThreadLocalRandom.current().nextDouble()))
                .invoke(next -> metrics.record(next, claimed.age()))
                .chain(next -> store.complete(claimed, next, config.disableAfter()));
    }

    Uni<PingResult> ping(WebhookStore.Stored webhook) {
        return client.send(seal.ping(webhook.url(), webhook.keys(), webhook.id()))
                .map(PingResult::of);
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
