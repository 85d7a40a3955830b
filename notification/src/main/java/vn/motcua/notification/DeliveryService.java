package vn.motcua.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Starts and stops delivery with the program, where this replica's role and the configuration call for it. */
@ApplicationScoped
class DeliveryService {
    private static final Logger LOG = Logger.getLogger(DeliveryService.class);

    private final NotificationConfig config;
    private final FcmConfig fcm;
    private final DeliveryStores stores;
    private final OutboxBell bell;
    private final DeliveryMetrics metrics;
    private final Vertx vertx;
    private FirebaseSender sender;
    private Dispatcher dispatcher;

    DeliveryService(
            NotificationConfig config,
            FcmConfig fcm,
            DeliveryStores stores,
            OutboxBell bell,
            DeliveryMetrics metrics,
            Vertx vertx) {
        this.config = config;
        this.fcm = fcm;
        this.stores = stores;
        this.bell = bell;
        this.metrics = metrics;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        NotificationConfig.check(config);
        if (config.role() == NotificationConfig.Role.API) {
            return;
        }
        var firebase = FirebaseSender.open(fcm, config.timeout(), vertx);
        if (firebase.isEmpty()) {
            LOG.warn("Nothing is pushed: set motcua.fcm.credentials-file or motcua.fcm.endpoint. The inbox works.");
            return;
        }
        sender = firebase.get();
        dispatcher = new Dispatcher(stores, sender, config, metrics);
        bell.listen(dispatcher::ring);
        dispatcher.start();
    }

    void stop(@Observes ShutdownEvent event) {
        bell.close();
        if (dispatcher != null) {
            dispatcher.close();
            sender.close();
        }
    }
}
